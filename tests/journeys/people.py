"""Somebody behind a browser: goes to a page, fills in what it asks by its labels, presses a button by its words."""

import re

from playwright.sync_api import Browser, Locator, Page, expect

from portal.demo.accounts import ACCOUNTS, OTHERS
from tests.journeys.server import Site

NAMES = {account.key: account.name for account in (*ACCOUNTS, *OTHERS)}


class Person:
    """One person with a browser of their own. A visitor is a person without a name."""

    def __init__(self, page: Page, site: Site, key: str = ""):
        self.page, self.site, self.key = page, site, key
        self.said: list[str] = []
        page.on("console", lambda message: self.said.append(message.text) if message.type == "error" else None)

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

    def press(self, words: str) -> "Person":
        """Press a button or follow a link by its words, and wait for the page that follows."""
        target = self.page.locator("main").get_by_role("button", name=words, exact=True)
        if not target.count():
            target = self.page.locator("main").get_by_role("link", name=words, exact=True)
        target.first.click()
        self.page.wait_for_load_state()
        return self

    def send(self, words: str) -> "Person":
        """Press a button that must lead to another state: no error summary may come back."""
        self.press(words)
        errors = self.page.locator(".mw-error-summary, [role=alert]")
        assert not errors.count(), errors.first.inner_text()
        return self

    def sees(self, *texts: str) -> "Person":
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(re.compile(re.escape(text)))
        return self

    def does_not_see(self, *texts: str) -> "Person":
        for text in texts:
            expect(self.page.locator("body")).not_to_contain_text(text)
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
        self.page.locator('main [name="way"][value="mail"]').check()
        self.page.locator('main [name="secret"]').fill(code)
        return self.send("Bevestig")

    def _fill(self, field: Locator, value) -> None:
        first = field.first
        kind = first.evaluate("e => e.type || e.tagName.toLowerCase()")
        if kind == "radio":
            field.and_(self.page.locator(f'[value="{value}"]')).check()
        elif kind == "checkbox":
            if isinstance(value, list):
                for one in value:
                    field.and_(self.page.locator(f'[value="{one}"]')).check()
            else:
                first.set_checked(bool(value))
        elif kind.startswith("select"):
            first.select_option(label=value) if not str(value).startswith("=") else first.select_option(value=str(value)[1:])
        elif kind == "file":
            first.set_input_files(value)
        else:
            first.fill(str(value))


class Browsers:
    """A browser for each person, signed in with one click on /demo/ the first time."""

    def __init__(self, browser: Browser, site: Site, *, width: int = 1280):
        self._browser, self.site, self._width = browser, site, width
        self._people: dict[str, Person] = {}

    def __call__(self, key: str) -> Person:
        if key not in self._people:
            self._people[key] = self._new(key)
        return self._people[key]

    def visitor(self) -> Person:
        """Somebody new, without an account or a cookie."""
        return self._new("")

    def move_clock(self, words: str) -> None:
        """ "Een dag verder", "Een week verder" or "Naar de volgende deadline"."""
        self.visitor().go("/demo/").press(words)

    def close(self) -> None:
        for context in self._browser.contexts:
            context.close()

    def _new(self, key: str) -> Person:
        context = self._browser.new_context(
            viewport={"width": self._width, "height": 900}, locale="nl-NL", timezone_id="Europe/Amsterdam"
        )
        context.set_default_timeout(15_000)
        person = Person(context.new_page(), self.site, key)
        if key:
            person.go("/demo/")
            button = person.page.get_by_role("button", name=f"Wees {NAMES[key]}", exact=True)
            if button.count():
                button.click()
            else:  # somebody of a story, who is not offered on the page
                person.go(f"/demo/?ook={key}").press(f"Wees {NAMES[key]}")
            person.page.wait_for_url("**/mijn/")
        return person
