"""Node, and the library of SurveyJS where somebody installed it."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

NODE = shutil.which("node") or ""
PROGRAMS = Path(__file__).parent
ROOT = PROGRAMS.parents[2]
MODULES = Path(os.environ.get("KANO_NODE_MODULES") or ROOT / "node_modules")
SURVEY_CORE = MODULES / "survey-core"
NEEDS_NODE = "needs node"
NEEDS_SURVEY_CORE = (
    "needs node, and survey-core 3.1.1 from npm in node_modules or in KANO_NODE_MODULES"
)

TSC = MODULES / "typescript" / "lib" / "tsc.js"
TYPINGS = MODULES / "@types" / "google-apps-script"
NEEDS_TYPINGS = (
    "needs node, and typescript with @types/google-apps-script in node_modules or in "
    "KANO_NODE_MODULES"
)


def node(program: str, given: object) -> Any:  # noqa: ANN401
    """What one of the programs here answers, JSON in and JSON out."""
    done = subprocess.run(
        [NODE, str(PROGRAMS / program)],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "NODE_PATH": str(MODULES)},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def tsc(*arguments: str) -> str:
    """What TypeScript's compiler finds wrong; "" for nothing."""
    done = subprocess.run(
        [NODE, str(TSC), *arguments], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode == 0) is not bool(done.stdout), done.stderr
    return done.stdout
