"""Looking at a page in the browser: axe, width, focus, keyboard, and what the console says."""

from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.shown import Shown
from tests.browser.site import StoredSite

ROOT = Path(__file__).resolve().parents[2]
AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text()
LOOK = (Path(__file__).parent / "look.js").read_text()
WIDTHS = (1280, 360)


class Eyes:
    """A browser that looks at one page after another; each is loaded once and seen at both widths.

    The pages keep their policy: axe is put in by the browser's own inspector, which no policy concerns.
    """

    def __init__(self, browser: Browser, site: StoredSite):
        self._site = site
        self._page = browser.new_page(locale="nl-NL", timezone_id="Europe/Amsterdam")
        self._page.on("console", lambda said: self._said.append(said.text) if said.type in ("error", "warning") else None)
        self._page.on("pageerror", lambda error: self._said.append(str(error)))
        self._said: list[str] = []

    def look_at(self, shown: Shown) -> list[str]:
        """What is wrong with it; an empty list when all is well."""
        self._said.clear()
        self._page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        self._page.goto(self._site.put(shown))
        wrong = _by_keyboard(self._page) if "<nav" in shown.html else []
        self._page.evaluate(AXE)
        for width in WIDTHS:
            self._page.set_viewport_size({"width": width, "height": 900})
            wrong += [f"{width}: {one}" for one in self._page.evaluate(LOOK)]
        return wrong + [f"the console says: {one}" for one in self._said]

    def faults(self, pages: list[Shown]) -> dict[str, list[str]]:
        """{page: what is wrong with it}, of those with which something is."""
        return {page.what: wrong for page in pages if (wrong := self.look_at(page))}

    def close(self) -> None:
        self._page.close()


def _by_keyboard(page: Page) -> list[str]:
    """The first thing that Tab reaches is visible and goes to the content, unless errors took the focus."""
    if page.evaluate("document.activeElement !== document.body"):
        page.evaluate("document.activeElement.blur(); getSelection().removeAllRanges()")
        page.evaluate("document.body.tabIndex = -1, document.body.focus(), document.body.removeAttribute('tabindex')")
    page.keyboard.press("Tab")
    seen = page.evaluate("document.activeElement.matches('.mw-skip') && document.activeElement.getBoundingClientRect().top >= 0")
    if not seen:
        return ["Tab does not reach the link to the content first"]
    page.keyboard.press("Enter")
    return [] if page.evaluate("document.activeElement.id === 'inhoud'") else ["the link to the content does not go there"]
