"""Zeist has to do with less: eight themes with a group each, guides who keep out of the content, a council that decides on every
proposal, and a resident who follows what she said until it stands in the request.
"""

import re

import pytest

from tests.journeys.people import Browsers, Person

_CODE = re.compile(r"\b[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}\b")
_THEMES = ("Sport", "Cultuur", "Groen", "Jeugd", "Zorg en ondersteuning", "Verkeer", "Gebouwen", "Vrijwilligers")
_EURO = "€\N{NO-BREAK SPACE}"  # as it is written on a page
_SAYS = "De hal staat op woensdag leeg. Laat een andere club erbij."
_HALL, _HOUSE, _LAMPS = "Twee clubs delen een hal.", "Drie gebouwen worden er een.", "Lampen uit op de buitenwegen."
# Whose theme, what it is worth a year in euro, and the post that it touches.
_PROPOSALS = {
    _HALL: ("Sport", "360.000", "Gebouwen voor sport"),
    _HOUSE: ("Gebouwen", "450.000", "Gebouwen voor sport"),
    _LAMPS: ("Verkeer", "90.000", ""),
}


@pytest.mark.proof
@pytest.mark.browser
@pytest.mark.services
def test_zeist_finds_money_in_eight_themes_and_a_resident_follows_it(people):
    play(people)


def play(people: Browsers) -> None:
    slug = people.site.run("tests.journeys.conversation", "zeist").strip()
    at = Place(f"/trajecten/{slug}/")
    code = _say(people, at)
    _form_groups(people, at)
    _invite(people, at)
    _guide_keeps_out(people, at)
    _propose(people, at)
    _hold_beside_each_other(people, at)
    _council(people, at)
    _take_over(people, at)
    _follow(people, at, code)
    people.say_nothing_wrong()


class Place:
    """The addresses of the tender: `at("dialoog/")`."""

    def __init__(self, root: str):
        self.root = root

    def __call__(self, page: str = "") -> str:
        return self.root + page


def _say(people: Browsers, at: Place) -> str:
    """A resident without an account says something about sport; her code leads back."""
    visitor = people.visitor().go(at("dialoog/")).fill(text=_SAYS, theme="Sport", name_choice="name", shown_name="Riet")
    visitor.send("Verstuur mijn inbreng").sees("nummer 1")
    return _CODE.search(visitor.page.locator("main").inner_text())[0]


def _form_groups(people: Browsers, at: Place) -> None:
    """One goal in euro, a post of the budget, and a group with a guide for each of the eight themes."""
    hilde = people("hilde").go(at("beheer/")).press("Vraag een procesbegeleider")
    hilde.fill(person=people.names["maarten"]).send("Vraag deze procesbegeleider")
    hilde.go(at("dialoog/themagroepen/")).press("Doel instellen")
    hilde.fill(kind="save", amount="-5", source="De raad, voorjaar").press("Opslaan").is_told("bedrag")
    hilde.fill(amount="800.000").send("Opslaan").sees(f"Nog {_EURO}800.000 te vinden")
    hilde.press("Post van de begroting toevoegen").fill(name="Gebouwen voor sport", amount="4.100.000", source="Begroting")
    hilde.send("Voeg toe")
    for theme in _THEMES:
        hilde.go(at("dialoog/themagroepen/")).press("Themagroep beginnen")
        hilde.fill(theme=theme, assignment="Waar kan het met minder?", guide=people.names["maarten"]).send("Groep beginnen")
    people.visitor().go(at("dialoog/themagroepen/")).sees(*_THEMES, "begeleid door Maarten Roos")


def _invite(people: Browsers, at: Place) -> None:
    """The guide gives people of every side a place; who is missing is said until there is somebody."""
    maarten = people("maarten")
    for theme in ("Sport", "Gebouwen", "Verkeer"):
        _group(maarten, at, theme)
        _give_place(maarten, "Corrie van Beek", "residents", email="corrie@demo.example")
        _give_place(maarten, "Een ondernemer", "entrepreneurs")
        _give_place(maarten, "Een medewerker", "organisations", organisation="Stichting Samen Zeist")
        maarten.sees("Nog niet iedereen is erbij", "De mensen om wie het gaat")
    _group(maarten, at, "Sport")
    _give_place(maarten, "Iemand die sport", "target_group")
    maarten.does_not_see("Nog niet iedereen is erbij")
    hilde = _group(people("hilde"), at, "Verkeer").press("Groep wijzigen")
    hilde.fill(missing_because="Wie in de nacht fietst, vroegen wij op straat.").send("Opslaan")
    _group(people.visitor(), at, "Verkeer").sees("Hier zit nog niemand voor:", "Wie in de nacht fietst")


def _give_place(guide: Person, name: str, interest: str, **more) -> None:
    guide.press("Iemand een plaats geven").fill(name=name, interest=f"={interest}", **more).send("Plaats geven")


def _guide_keeps_out(people: Browsers, at: Place) -> None:
    """No page offers it, no address gives it, and a POST made by hand with a good token is refused."""
    maarten = _group(people("maarten"), at, "Sport").does_not_see("Voorstel schrijven")
    group = maarten.path()
    maarten.is_refused(f"{group}voorstel/", 403)
    maarten.go(f"{group}uitnodigen/")
    token = maarten.holds("csrfmiddlewaretoken")
    words = {"title": "Mijn eigen idee.", "text": "Zo.", "amount": "1000000", "csrfmiddlewaretoken": token, "once": "met-de-hand-1"}
    assert _send_by_hand(maarten, f"{group}voorstel/", words) == 403
    allowed = {"name": "Iemand van buiten", "interest": "outside", "csrfmiddlewaretoken": token, "once": "met-de-hand-2"}
    assert _send_by_hand(maarten, f"{group}uitnodigen/", allowed) == 302, "the token was good"
    people.visitor().go(group).sees("Er is nog niets ingediend.").does_not_see("Mijn eigen idee.")


def _send_by_hand(person: Person, path: str, words: dict) -> int:
    headers = {"Referer": person.site.address + path}
    sent = person.page.context.request.post(person.site.address + path, form=words, headers=headers, max_redirects=0)
    return sent.status


def _propose(people: Browsers, at: Place) -> None:
    """Corrie writes for the groups in which she sits; one proposal comes from what the resident said."""
    corrie = people("corrie")
    for title, (theme, amount, post) in _PROPOSALS.items():
        _group(corrie, at, theme).press("Voorstel schrijven")
        corrie.fill(title=title, text="Zo gaat het met minder.", amount=amount, **({"budget_item": post} if post else {}))
        corrie.send("Opslaan als concept").sees("Concept")
        if title == _HALL:
            people.visitor().is_refused(at("voorstellen/1/"), 404)
            corrie.press("Zeg uit welke inbreng het komt").press("Koppel inbreng 1")
            corrie.press("Koppel").is_told("Schrijf op wat ervan in uw voorstel staat.")
            corrie.fill(reason="De andere club komt op woensdag.").send("Koppel").sees(_SAYS)
        corrie.press("Lever in").send("Lever in").sees("Wacht op de raad")
    maarten = people("maarten").go(at("voorstellen/1/")).does_not_see("Zeg uit welke inbreng het komt", "Intrekken")
    maarten.is_refused(at("voorstellen/1/inbreng/"), 403)


def _hold_beside_each_other(people: Browsers, at: Place) -> None:
    """€ 900.000 is more than the goal, until it shows that two groups count the same building."""
    people.visitor().go(at("dialoog/themagroepen/")).sees("Het doel is bereikt", "Misschien dubbel geteld", _HALL, _HOUSE)
    hilde = people("hilde").go(at("dialoog/themagroepen/"))
    hilde.page.get_by_text("Twee ervan naast elkaar leggen").click()
    hilde.press(f"{_HALL} / {_HOUSE}").fill(amount="400.000", reason="Het is dezelfde hal.").press("Opslaan")
    hilde.is_told("nooit meer")
    hilde.fill(amount="200.000").send("Opslaan").sees(f"Nog {_EURO}100.000 te vinden", f"{_EURO}200.000").does_not_see(
        "Misschien dubbel geteld"
    )


def _council(people: Browsers, at: Place) -> None:
    """Adopted, in part, and not: the clerk keeps each decision with its reason, and what is left to find follows."""
    tineke = people("tineke")
    for number, outcome, amount in ((1, "adopted", ""), (2, "partly", "300.000"), (3, "refused", "")):
        tineke.go(at(f"voorstellen/{number}/")).press("Besluit van de raad vastleggen")
        tineke.fill(outcome=outcome, amount=amount, reason=f"De raad zei het zo over {number}.").send("Besluit vastleggen")
        tineke.sees(f"De raad zei het zo over {number}.")
    people.visitor().go(at("dialoog/themagroepen/")).sees(f"Nog {_EURO}340.000 te vinden", "Aangenomen", "Niet aangenomen")
    people.mail("De raad besloot over een voorstel", to="corrie")


def _take_over(people: Browsers, at: Place) -> None:
    """The dialogue ends with a request, and a part of it takes the adopted proposal over; what was refused is not offered."""
    hilde = people("hilde").go(at("dialoog/inbreng/1/antwoord/"))
    hilde.fill(outcome="taken_over", reason="De raad nam het voorstel over.").send("Maak het antwoord openbaar")
    hilde.go(at("dialoog/sluiten/")).send("Sluit de dialoog")
    hilde.go(at("dialoog/afronden/")).fill(ending="request", reason="Nu schrijven wij op hoe het gaat.")
    hilde.send("Afronden en het verslag openbaar maken")
    hilde.go(at("beheer/verder/")).fill(reason="Iedereen heeft antwoord.").send("Ga naar de volgende stap")
    hilde.go(at("uitvraag/onderdelen/nieuw/")).fill(section="=04_outcome", title="Clubs delen de hal", text="Twee clubs, een hal.")
    hilde.send("Opslaan").press("Zeg waar dit onderdeel vandaan komt").sees(_HALL, _HOUSE).does_not_see(_LAMPS)
    hilde.press(f"Koppel {_HALL}").sees("aangenomen").fill(reason="Op woensdag is de hal van twee clubs.").send("Koppel").sees(
        _HALL
    )


def _follow(people: Browsers, at: Place, code: str) -> None:
    """With the code on her paper she reads every step, from her own words to the part of the request, and back again."""
    riet = people.visitor().go("/code/").fill(code=code.upper()).send("Toon")
    riet.sees(_SAYS, "Een themagroep maakte er een voorstel van", "De raad nam het over", "De raad zei het zo over 1.")
    riet.sees("Het staat in het concept van de uitvraag", "Op woensdag is de hal van twee clubs.", "Via het voorstel")
    riet.press(_HALL).sees(_SAYS, "De raad zei het zo over 1.", "Clubs delen de hal")
    riet.press("Clubs delen de hal").sees(_HALL, "De themagroep Sport")
    riet.go(at("rode-draad/terug/onderdeel/1/")).sees(_HALL, _SAYS).press("Volg inbreng 1 vanaf het begin").sees(_SAYS)


def _group(person: Person, at: Place, theme: str) -> Person:
    return person.go(at("dialoog/themagroepen/")).press(theme)
