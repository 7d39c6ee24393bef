"""Somebody behind a browser: goes to a page, fills in what it asks by its labels, presses a button by its words."""

import re
import time

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from portal.demo.accounts import ACCOUNTS, OTHERS
from tests.journeys.server import Site

expect.set_options(timeout=15_000)  # a computer may be busy with other tests
NAMES = {account.key: account.name for account in (*ACCOUNTS, *OTHERS)}


# Somebody went on before an answer came that nobody waits for. What does go wrong says sendError or responseError as well.
_WENT_ON = ("htmx:afterRequest", "htmx:sendAbort")


class Person:
    """One person with a browser of their own. A visitor is a person without a name."""

    def __init__(self, page: Page, site: Site, key: str = ""):
        self.site, self.key = site, key
        self.said: list[str] = []
        self._status = 200
        self._watch(page)

    def _watch(self, page: Page) -> None:
        self.page = page
        page.on("console", lambda message: self._remember_said(page.url, message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.said.append(f"{page.url}: {error}"))
        page.on("response", self._remember_status)

    def _remember_said(self, url: str, text: str) -> None:
        if not text.startswith(_WENT_ON):
            self.said.append(f"{url}: {text}")

    def go(self, path: str) -> "Person":
        """Open a page; what comes back must be a page and not an error."""
        response = self.page.goto(self.site.address + path)
        assert response and response.status < 400, f"{path}: {response and response.status} {self.page.title()}"
        return self

    def fill(self, **fields) -> "Person":
        """Fill in fields by their name in the form."""
        for name, value in fields.items():
            self._fill(self.page.locator(f'main [name="{name}"]'), value)
        return self

    def press(self, words: str, *, inside: str = "main") -> "Person":
        """Press a button or follow a link by the words that one sees, and wait for the page that follows."""
        place = self.page.locator(inside)
        # A screen reader may hear more than one sees: "Lees en keur goed: Een besluit wacht, Perceel 1".
        heard = re.compile(rf"^{re.escape(words)}\W")
        found = [
            place.get_by_role("button", name=words, exact=True),
            place.get_by_role("link", name=words, exact=True),
            place.get_by_role("link", name=heard),
        ]
        target = next((one for one in found if one.count()), found[0])
        with self.page.expect_navigation():
            target.first.click()
        assert self._status < 400, f"{words}: {self._status} {self.page.url} {self.page.title()}"
        return self

    def send(self, words: str) -> "Person":
        """Press a button that must lead to another state: no error summary may come back."""
        self.press(words)
        errors = self.page.locator("main [role=alert]")
        assert not errors.count(), errors.first.inner_text()
        return self

    def sees(self, *texts: str) -> "Person":
        for text in texts:
            try:
                expect(self.page.locator("main")).to_contain_text(re.compile(re.escape(text)))
            except AssertionError:
                shown = re.sub(r"\s*\n\s*", "\n", self.page.locator("main").inner_text())
                raise AssertionError(f"{self.path()} does not show “{text}” but:\n{shown}") from None
        return self

    def is_told(self, *texts: str) -> "Person":
        """What is wrong, in the list of errors on top of the form."""
        for text in texts:
            expect(self.page.locator("main [role=alert]")).to_contain_text(text)
        return self

    def does_not_see(self, *texts: str) -> "Person":
        for text in texts:
            expect(self.page.locator("body")).not_to_contain_text(text)
        return self

    def waits_for(self, text: str, *, seconds: int = 60) -> "Person":
        """Open the page again until the worker did what it has to do."""
        until = time.monotonic() + seconds
        while text not in self.page.locator("main").inner_text():
            assert time.monotonic() < until, f"{self.path()} does not say “{text}” after {seconds} s"
            self.page.wait_for_timeout(250)
            self.page.reload()
        return self

    def is_refused(self, path: str, status: int) -> "Person":
        """What this person may not see is not there (404), or not for them (403)."""
        said = len(self.said)
        response = self.page.goto(self.site.address + path)
        assert response and response.status == status, f"{path}: {response and response.status}"
        del self.said[said:]  # Chromium calls an answer like this an error
        return self

    def downloads(self, words: str) -> bytes:
        """What lies behind a link."""
        response = self.page.context.request.get(self.site.address + self.link(words))
        assert response.status == 200, f"{words}: {response.status}"
        return response.body()

    def link(self, words: str) -> str:
        """The address behind a link."""
        return self.page.locator("main").get_by_role("link", name=re.compile(words)).first.get_attribute("href")

    def holds(self, name: str) -> str:
        """What stands in a field."""
        return self.page.locator(f'main [name="{name}"]').first.input_value()

    def opens_a_new_tab(self) -> "Person":
        """The old one is closed, with all that was typed in it."""
        old = self.page
        self._watch(old.context.new_page())
        old.close()
        return self

    def path(self) -> str:
        """The address of the page that is open, without the site."""
        return self.page.url.removeprefix(self.site.address)

    def confirm(self) -> "Person":
        """Prove again that it is you, with the code that the demo's mail page shows."""
        here = self.page.url
        self.press("Stuur mij een code")
        mails = self.page.context.new_page()
        mails.goto(self.site.address + "/demo/post/")
        mails.get_by_role("link", name="Uw code om te bevestigen dat u het bent").first.click()
        code = re.search(r"\b\d{6}\b", mails.locator("main").inner_text())[0]
        mails.close()
        assert self.page.url == here
        return self.fill(way="mail", secret=code).send("Bevestig")

    def _remember_status(self, response) -> None:
        if response.request.is_navigation_request() and response.frame == self.page.main_frame:
            self._status = response.status

    def _fill(self, field: Locator, value) -> None:
        first = field.first
        self._unfold(first)
        kind = first.evaluate("e => e.type || e.tagName.toLowerCase()")
        if kind == "radio":
            self._choose(field.and_(self.page.locator(f'[value="{value}"]')))
        elif kind == "checkbox":
            if isinstance(value, list):
                for one in value:
                    by_value = field.and_(self.page.locator(f'[value="{one}"]'))
                    self._choose(by_value if by_value.count() else field.and_(self.page.get_by_label(str(one))))
            elif first.is_checked() != bool(value):
                self._choose(first, bool(value))
        elif kind.startswith("select"):
            first.select_option(value=_option(first, str(value)))
        elif kind == "file":
            first.set_input_files(value)
        else:
            first.fill(str(value))

    def _choose(self, field: Locator, wanted: bool = True) -> None:
        """Choose by the words beside it, which are easier to hit and may lie over it."""
        if field.is_checked() != wanted:
            words = self.page.locator(f'label[for="{field.get_attribute("id")}"]')
            (words if words.count() else field).first.click()
        expect(field).to_be_checked(checked=wanted)

    def _unfold(self, field: Locator) -> None:
        """Open what is folded around a field."""
        folded = field.locator("xpath=ancestor::details[not(@open)]")
        while folded.count():
            folded.first.locator("summary").first.click()


def _option(field: Locator, wanted: str) -> str:
    """The value of an option: itself after "=", else that of the option that says this, or says this among other things."""
    if wanted.startswith("="):
        return wanted[1:]
    saying = field.locator("option").filter(has_text=wanted)
    exactly = field.get_by_role("option", name=wanted[:1].upper() + wanted[1:], exact=True)
    return (exactly if exactly.count() else saying).first.get_attribute("value")


class Browsers:
    """A browser for each person, signed in with one click on /demo/ the first time."""

    def __init__(self, browser: Browser, site: Site, *, width: int = 1280):
        self._browser, self.site, self._width = browser, site, width
        self.names = NAMES
        self._people: dict[str, Person] = {}
        self._everybody: list[Person] = []
        self._visitors: BrowserContext | None = None

    def __call__(self, key: str) -> Person:
        if key not in self._people:
            self._people[key] = self._new(key)
        return self._people[key]

    def visitor(self) -> Person:
        """Somebody new, without an account or a cookie. Visitors share a browser, so that it has the letters already."""
        self._visitors = self._visitors or self._new_browser()
        self._visitors.clear_cookies()
        return self._person(self._visitors, "")

    def move_clock(self, words: str) -> None:
        """ "Een dag verder", "Een week verder" or "Naar de volgende deadline"."""
        mover = self.visitor().go("/demo/").press(words)
        mover.page.close()

    def mail(self, subject: str, *, to: str, seconds: int = 60) -> str:
        """The newest mail with this subject to somebody, as soon as the worker sent it."""
        reader = self.visitor().go("/demo/post/")
        row = reader.page.locator("main li").filter(has_text=f"{to}@").filter(has_text=subject)
        until = time.monotonic() + seconds
        while not row.count():
            if reader.page.locator("main a[rel=next]").count():
                reader.press("Volgende")
                continue
            assert time.monotonic() < until, f"no mail “{subject}” to {to} after {seconds} s"
            reader.page.wait_for_timeout(250)
            reader.go("/demo/post/")
        row.first.get_by_role("link").click()
        text = reader.page.locator("main").inner_text()
        reader.page.close()
        return text

    def say_nothing_wrong(self) -> None:
        """No console showed an error, so no rule of the Content-Security-Policy was broken; nor did the site complain."""
        said = [said for person in self._everybody for said in person.said] + self.site.complaints()
        assert not said, "\n".join(said)

    def close(self) -> None:
        for context in self._browser.contexts:
            context.close()

    def _new(self, key: str) -> Person:
        """Somebody in a browser of their own, who clicked on their name; `ook` is for who is not offered on the page."""
        person = self._person(self._new_browser(), key).go(f"/demo/?ook={key}").press(f"Wees {NAMES[key]}")
        assert person.path() == "/mijn/"
        return person

    def _person(self, context: BrowserContext, key: str) -> Person:
        person = Person(context.new_page(), self.site, key)
        self._everybody.append(person)
        return person

    def _new_browser(self) -> BrowserContext:
        context = self._browser.new_context(
            viewport={"width": self._width, "height": 900}, locale="nl-NL", timezone_id="Europe/Amsterdam"
        )
        context.set_default_timeout(15_000)
        return context
