"""Paper in a real browser: a stack is typed in by keyboard alone, with and without JavaScript, and a code is followed."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.people import NAMES

pytestmark = pytest.mark.browser


@pytest.fixture
def stack(embedded_site, embedded_people):
    """Marloes at the first form of a stack in an open conversation."""
    slug = embedded_site.run("tests.journeys.conversation").strip()
    marloes = embedded_people("marloes").go(f"/trajecten/{slug}/dialoog/inbreng/stapel/")
    return marloes.press("Begin")


def type_form(page, words: str, name: str) -> None:
    """One form, with Tab and Ctrl and Enter; the focus is in its first field."""
    keyboard = page.keyboard
    keyboard.press("Tab")
    keyboard.type(words)
    for _field in range(3):  # what it is, what it is about, and the choice of a name
        keyboard.press("Tab")
    keyboard.press("Space")
    keyboard.press("Tab")
    keyboard.type(name)
    keyboard.press("Control+Enter")


def typed(page, number: int):
    words = "1 formulier ingetypt" if number == 1 else f"{number} formulieren ingetypt"
    expect(page.get_by_role("heading", name=words)).to_be_visible()


def test_a_stack_is_typed_in_by_keyboard_and_a_mistake_taken_back(stack):
    page, address = stack.page, stack.page.url
    page.locator("#id_sheet").focus()
    for number in range(1, 6):
        type_form(page, f"Formulier {number} van de stapel.", "Gerda")
        typed(page, number)
        expect(page.locator("#id_sheet")).to_be_focused()
        expect(page.locator("#id_text")).to_have_value("")
    page.locator("#id_text").fill("Half getypt.")
    page.get_by_role("button", name=re.compile("^Terugnemen")).first.click()
    typed(page, 4)
    expect(page.locator("#id_text")).to_have_value("Half getypt.")
    page.context.clear_cookies(name="sessionid")
    page.keyboard.press("Control+Enter")
    page.locator("#id_text").focus()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#melding")).to_contain_text("Niet bewaard")
    expect(page.locator("#id_text")).to_have_value("Half getypt.")
    assert page.url == address


def test_without_javascript_it_reloads_and_loses_nothing(embedded_site, browser):
    slug = embedded_site.run("tests.journeys.conversation").strip()
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(embedded_site.address + "/demo/")
    page.get_by_role("button", name=re.compile(f"^Wees {NAMES['marloes']}")).click()
    page.goto(f"{embedded_site.address}/trajecten/{slug}/dialoog/inbreng/stapel/")
    page.get_by_role("button", name="Begin").click()
    for number in (1, 2):
        page.locator("#id_text").fill(f"Formulier {number}.")
        page.locator("label[for=id_name_choice_2]").click()
        page.get_by_role("button", name="Bewaren en volgende formulier").click()
        typed(page, number)
    page.locator("#id_text").fill("Half getypt.")
    page.get_by_role("button", name=re.compile("^Terugnemen")).first.click()
    typed(page, 1)
    expect(page.locator("#id_text")).to_have_value("Half getypt.")
    page.context.close()


def test_the_code_of_a_qr_code_is_filled_in_and_does_not_stay_in_the_address(embedded_people):
    visitor = embedded_people.visitor()
    visitor.page.goto(embedded_people.site.address + "/code/#k7wp-93bd-xm2h")
    expect(visitor.page.locator("#id_code")).to_have_value("k7wp-93bd-xm2h")
    assert visitor.page.url == embedded_people.site.address + "/code/"
