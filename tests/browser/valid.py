"""Whether HTML is what the standard allows, by html-validate in one process for all pages."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.browser.shown import Shown

_SCRIPT = Path(__file__).parent / "validate.mjs"


def invalid(pages: list[Shown]) -> dict[str, list[str]]:
    """What is wrong, by page; the same mistake on many pages is told once."""
    asked = json.dumps([{"what": one.what, "html": one.html} for one in pages])
    done = subprocess.run([shutil.which("node"), _SCRIPT], input=asked, capture_output=True, text=True, check=True, timeout=600)
    found, told = {}, set()
    for what, messages in json.loads(done.stdout).items():
        new = {message.partition(" ")[2] for message in messages} - told
        if new:
            found[what] = sorted(new)
            told |= new
    return found
