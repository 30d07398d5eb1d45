"""Write every export as a file: ``python -m tests.exports.write``.

Files that say the same already stay as they are, so that another version of a library that packs
the cells differently changes nothing. Needs pyreadstat and pyarrow, or their files are not listed.
"""

import json
from pathlib import Path
from typing import Any

from tests.exports.every import ALL
from tests.exports.same import same_content
from tests.exports.survey import Export

FILES = Path(__file__).parent / "files"
EXPECTED = FILES / "expected.json"


def expected(export: Export) -> dict[str, Any]:
    """What must be read from the file, as JSON holds it."""
    return {
        "platform": export.platform,
        "options": dict(export.options),
        "pairs": {name: [list(pair) for pair in of] for name, of in export.expected_pairs.items()},
        "importance": dict(export.expected_importance),
        "left_out": dict(export.left_out),
    }


def main() -> None:
    """Write the files, and beside them what must be read from them."""
    FILES.mkdir(exist_ok=True)
    for export in ALL:
        path = FILES / export.filename
        written = path.read_bytes() if path.exists() else b""
        if not written or not same_content(export.filename, written, export.content):
            path.write_bytes(export.content)
    entries = (
        f"  {json.dumps(export.filename)}: {json.dumps(expected(export), ensure_ascii=False)}"
        for export in ALL
    )
    EXPECTED.write_text("{\n" + ",\n".join(entries) + "\n}\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
