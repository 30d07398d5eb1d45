"""The quick scan to fill in: a table with a row per person, or a page for one."""

import csv
import io

from kano_cli.journey.quick_scan.statements import QuickScan

ROWS = 10
"""How many people have a row ready in the table; a row that stays blank counts nowhere."""


def scan_csv(scan: QuickScan) -> str:
    """A header of statements and a numbered row per person, as spreadsheets of the language open.

    Dutch ones take semicolons. The byte order mark says that it is UTF-8.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if scan.code == "nl" else ",", lineterminator="\r\n")
    writer.writerow([scan.respondent, *(each.text for each in scan.statements)])
    blank = [""] * len(scan.statements)
    writer.writerows([str(number), *blank] for number in range(1, ROWS + 1))
    return f"\ufeff{text.getvalue()}"


def scan_markdown(scan: QuickScan) -> str:
    """A page with a table per theme and a box per step."""
    boxes = " | ".join("☐" for _ in scan.scale)
    lines = [f"# {scan.title}", "", scan.introduction]
    for theme in scan.themes:
        lines += ["", f"## {theme.name}", ""]
        steps = " | ".join(f"{step} {word}" for step, word in enumerate(scan.scale, 1))
        lines.append(f"| {scan.statement} | {steps} |")
        lines.append(f"| :--- |{' :---: |' * len(scan.scale)}")
        lines += [f"| {each.text} | {boxes} |" for each in theme.statements]
    return "\n".join([*lines, "", scan.closing, ""])
