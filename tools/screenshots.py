"""Pictures of the demo for the README: `python3 tools/screenshots.py` (make screenshots) writes docs/screenshots/*.png.

Starts a demo of its own, so that the one somebody works with stays as it is. Pass --address to picture one that runs.
"""

import argparse
import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import prepare
import services
from places import ROOT, VAR, run_in_venv
from terminal import command, give_up, say

FOLDER = ROOT / "docs" / "screenshots"
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# (name of the picture, as whom, address, window); <slug> is the tender that has come furthest.
PICTURES = (
    ("home", None, "/", WIDE),
    ("home-phone", None, "/", PHONE),
    ("tender", None, "/trajecten/<slug>/", WIDE),
    ("step-1-dialogue", None, "/trajecten/samen-eten-in-zuidwest/dialoog/", WIDE),
    ("step-1-begun", None, "/gemeenten/deventer/gewoon-begonnen/", WIDE),
    ("step-2-call", None, "/trajecten/<slug>/uitvraag/", WIDE),
    ("step-3-procedure", None, "/trajecten/<slug>/procedure/", WIDE),
    ("step-4-selection", None, "/trajecten/<slug>/selectie/", WIDE),
    ("step-5-contract", None, "/trajecten/<slug>/contract/", WIDE),
    ("step-6-monitoring", None, "/trajecten/<slug>/monitoring/", WIDE),
    ("thread", None, "/trajecten/<slug>/rode-draad/11/", WIDE),
    ("my-work", "Sanne Verhoeven", "/mijn/", WIDE),
    ("demo", None, "/demo/", WIDE),
)
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
CHROMIUM += ["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]


def main() -> int:
    """Exit code; 1 when a page was not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--address", help="of a demo that runs already, such as http://127.0.0.1:8000")
    asked = parser.parse_args()
    if Path(sys.prefix) != prepare.VENV:
        prepare.prepare("test")
        run_in_venv()  # begins again, with Playwright at hand
    with contextlib.nullcontext(asked.address) if asked.address else _own_demo() as address:
        return 1 if _take_all(address) else 0


@contextlib.contextmanager
def _own_demo() -> Iterator[str]:
    """The address of a new demo, which is gone afterwards."""
    state = VAR / "screenshots"
    shutil.rmtree(state, ignore_errors=True)
    port = services.free_port()
    environment = {**os.environ, "STATE_DIR": str(state), "PORT": str(port)}
    demo = subprocess.Popen([sys.executable, ROOT / "tools" / "run.py"], env=environment, start_new_session=True)
    try:
        address = f"http://127.0.0.1:{port}"
        while not _answers(address):
            if demo.poll() is not None:
                give_up("The demo did not start.")
            time.sleep(0.5)
        yield address
    finally:
        demo.send_signal(signal.SIGTERM)
        demo.wait()
        shutil.rmtree(state, ignore_errors=True)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=5) as page:  # noqa: S310 - our own address
            return page.status == 200
    except (urllib.error.URLError, OSError):
        return False


def _take_all(address: str) -> list[str]:
    """Take every picture; the addresses that gave no page."""
    from playwright.sync_api import sync_playwright  # only there once the tests' packages are

    FOLDER.mkdir(parents=True, exist_ok=True)
    slug, missing = _furthest_tender(address), []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=prepare.browser(), args=CHROMIUM)
        for name, person, path, window in PICTURES:
            context = browser.new_context(viewport=window, locale="nl-NL", reduced_motion="reduce")
            page = context.new_page()
            if person:
                page.goto(f"{address}/demo/")
                page.locator("li", has_text=person).get_by_role("button").first.click()
            where = path.replace("<slug>", slug)
            answer = page.goto(address + where)
            if answer is None or answer.status != 200:
                say(f"no page: {where}")
                missing.append(where)
            else:
                page.screenshot(path=FOLDER / f"{name}.png")
                say(f"docs/screenshots/{name}.png")
            context.close()
        browser.close()
    return missing


def _furthest_tender(address: str) -> str:
    """The tender of the list that stands in the latest step."""
    with urllib.request.urlopen(f"{address}/trajecten/", timeout=30) as page:  # noqa: S310 - our own address
        rows = re.findall(r'href="/trajecten/([\w-]+)/".*?Stap (\d) van 6', page.read().decode(), re.DOTALL)
    if not rows:
        give_up("There is no tender in the list of this demo.")
    return max(rows, key=lambda row: int(row[1]))[0]


if __name__ == "__main__":
    command(main)
