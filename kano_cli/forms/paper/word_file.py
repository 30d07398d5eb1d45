"""The Word document around a form: paper, looks, footer, and what it says of itself."""

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import quoteattr

from kano_cli.errors import shortened
from kano_cli.forms.form import Form
from kano_cli.forms.paper.carried import NAMESPACE, facts_of
from kano_cli.forms.paper.texts import clean

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.styles.style import ParagraphStyle

_A4 = (21.0, 29.7)
_MARGIN = 2.0
_FONT = "Calibri"
_INK, _MUTED = "1F2933", "52606D"
_LONGEST = 255
_DAY = datetime(1980, 1, 1)  # a document's date has no zone
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas'
    b'.openxmlformats.org/officeDocument/2006/extended-properties"><Application>kano'
    b"</Application></Properties>"
)
_STRANGERS = ("/thumbnail", "/printerSettings", "/stylesWithEffects", "/customXml")
_REGIONS = {"en": "en-GB", "nl": "nl-NL", "de": "de-DE", "fr": "fr-FR", "es": "es-ES"}
_SHORT_STAMP = 2
"""Parts of the stamp in the footer: its format and the digest of the whole."""


class Look(NamedTuple):
    """How a style looks: sizes in points, indent in centimetres."""

    points: float
    bold: bool = False
    colour: str = _INK
    before: float = 0
    after: float = 4
    indent: float = 0
    hanging: float = 0
    with_next: bool = False
    centred: bool = False


LOOKS = {
    "Normal": Look(11, after=6),
    "Title": Look(22, bold=True, after=8),
    "Heading 1": Look(14, bold=True, before=18, after=4, with_next=True),
    "Kano Question": Look(
        11, bold=True, before=8, after=3, indent=0.9, hanging=0.9, with_next=True
    ),
    "Kano Answer": Look(11, after=1, indent=1.6, hanging=0.7),
    "Kano Consent": Look(11, before=2, after=8, indent=0.7, hanging=0.7),
    "Kano Hint": Look(10, colour=_MUTED, before=2, after=8),
    "Kano Closing": Look(11, before=14, after=6),
    "Kano Point": Look(11, after=0, centred=True),
    "Kano Point Words": Look(7.5, colour=_MUTED, after=0, centred=True),
    "Footer": Look(8, colour=_MUTED, after=0),
}


def new_paper(form: Form) -> "Word":
    """An empty document on A4 with the styles and the footer of a form."""
    import docx
    from docx.shared import Cm

    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Cm(_A4[0]), Cm(_A4[1])
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin = section.bottom_margin = Cm(_MARGIN)
    section.header_distance = section.footer_distance = Cm(1)
    _dress_all(word)
    _speak(word, form.language)
    _add_footer(word, form)
    return word


def finished(word: "Word", form: Form) -> bytes:
    """The file: with the facts of the form, without a stranger's, and with fixed dates."""
    package = word.part.package
    for part in (package, word.part):
        rels = getattr(part, "_rels", None) or part.rels
        for key, rel in list(rels.items()):
            if rel.reltype.endswith(_STRANGERS):
                rels.pop(key)
    _add_facts(word, form)
    _name(word.core_properties, form)
    made = io.BytesIO()
    word.save(made)
    return _undated(made.getvalue())


def _dress_all(word: "Word") -> None:
    """Give every style that a form uses its looks, one font, and no theme."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn

    for fonts in word.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()  # a font of the theme would win from ours
        for script in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(script), _FONT)
    for name, look in LOOKS.items():
        if name not in word.styles:
            word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            word.styles[name].base_style = word.styles["Normal"]
        _dress(word.styles[name], look)


def _dress(style: "ParagraphStyle", look: Look) -> None:
    """Give a style its looks."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    font, lines = style.font, style.paragraph_format
    font.size, font.bold, font.italic = Pt(look.points), look.bold, False
    font.color.rgb = RGBColor.from_string(look.colour)
    lines.space_before, lines.space_after = Pt(look.before), Pt(look.after)
    lines.line_spacing = 1.1
    lines.keep_with_next, lines.keep_together = look.with_next, True
    if look.indent:
        lines.left_indent, lines.first_line_indent = Cm(look.indent), Cm(-look.hanging)
    if look.centred:
        lines.alignment = WD_ALIGN_PARAGRAPH.CENTER
    # Lines under titles and the tabs of a footer on other paper.
    for old in (*style.element.iter(qn("w:pBdr")), *style.element.iter(qn("w:tabs"))):
        old.getparent().remove(old)


def _speak(word: "Word", language: str) -> None:
    """Say in which language the form is, for spelling and for screen readers."""
    from docx.oxml.ns import qn

    spoken = _REGIONS.get(language.casefold(), language)
    tags = [*word.styles.element.iter(qn("w:lang")), *word.settings.element.iter(qn("w:lang"))]
    for tag in tags:
        tag.set(qn("w:val"), spoken)
        tag.set(qn("w:eastAsia"), spoken)
    for tag in word.settings.element.iter(qn("w:themeFontLang")):
        tag.set(qn("w:val"), spoken)
    for tag in list(word.settings.element.iter(qn("w:compatSetting"))):
        if tag.get(qn("w:name")) == "compatibilityMode":
            tag.set(qn("w:val"), "15")  # or Word opens it in an old mode, without new boxes


def _add_footer(word: "Word", form: Form) -> None:
    """The title, which version it is, and the page."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    written = word.sections[0].footer.paragraphs[0]
    written.style = word.styles["Footer"]
    stops = written.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(_A4[0] - 2 * _MARGIN), WD_TAB_ALIGNMENT.RIGHT)
    stamp = "/".join(form.stamp.split("/")[:_SHORT_STAMP])
    written.add_run(f"{shortened(clean(form.title[form.language]))} · {stamp}\t")
    _add_field(written, "PAGE")
    written.add_run(" / ")
    _add_field(written, "NUMPAGES")


def _add_field(written: Any, instruction: str) -> None:  # noqa: ANN401  # a paragraph of the library
    """A number that Word fills in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {instruction} ")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    written._p.append(field)  # noqa: SLF001  # the only way to a paragraph's parts


def _add_facts(word: "Word", form: Form) -> None:
    """A part that no reader sees, and that stays where somebody saves the document."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = word.part.package
    # ASCII without & and <, and in an attribute because programs trim texts, not attributes.
    facts = f"<form xmlns={quoteattr(NAMESPACE)} facts={quoteattr(facts_of(form, texts=True))}/>"
    props = (
        '<ds:datastoreItem ds:itemID="{6B616E6F-0000-4000-8000-000000000001}" xmlns:ds="http://'
        'schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
        f"<ds:schemaRef ds:uri={quoteattr(NAMESPACE)}/></ds:schemaRefs></ds:datastoreItem>"
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    item = Part(
        PackURI("/customXml/item1.xml"), "application/xml", (head + facts).encode(), package
    )
    about = Part(
        PackURI("/customXml/itemProps1.xml"),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        (head + props).encode(),
        package,
    )
    word.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
    item.relate_to(about, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)


def _name(properties: Any, form: Form) -> None:  # noqa: ANN401  # an object of the library
    """Say what the file is: nothing of the library or its author stays."""
    properties.title = clean(form.title[form.language])[:_LONGEST]
    properties.author = properties.last_modified_by = "kano"
    properties.created = properties.modified = _DAY
    properties.language = _REGIONS.get(form.language.casefold(), form.language)
    properties.subject = properties.comments = properties.keywords = properties.category = ""
    properties.content_status = properties.identifier = properties.version = ""
    properties.revision = 1


def _undated(content: bytes) -> bytes:
    """A zip with every date in it fixed; its parts stay in their order."""
    day = _DAY.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/app.xml":
                part = _APP
            elif name == "docProps/core.xml":
                part = _DATES.sub(rb"\g<1>" + day + rb"\g<2>", part)
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            new.writestr(entry, part, compresslevel=6)
    return made.getvalue()
