"""The map of who is there: for the team all, for everybody who said yes, and out loud who is missed."""

import re
from itertools import pairwise

import pytest
from django.urls import reverse

from areas.models import Area
from coalitions import actions
from coalitions.drawing import draw_kinds
from coalitions.models import NEEDED, Stakeholder, StakeholderKind, Tie, Waiver
from events import clock
from portal.work import own_tasks
from tenders.models import InvolvementRole
from tenders.refusal import Refused
from tests import make

KIND = StakeholderKind


@pytest.fixture
def tender(cast):
    made = make.tender(cast)
    make.involve(made, InvolvementRole.GUIDE, person=cast.guide)
    return made


def address(name: str, thing, *more) -> str:
    if isinstance(thing, Stakeholder):
        return reverse(f"coalitions:{name}", args=[thing.tender.slug, thing.public_id])
    return reverse(f"{'portal' if name == 'show_map' else 'coalitions'}:{name}", args=[thing.slug, *more])


def shown(client, tender, query="") -> str:
    return client.get(address("show_map", tender) + query).content.decode()


def form(**fields) -> dict:
    values = {
        "name": "De Avondtafel",
        "kind": "volunteers",
        "role": "Kookt voor zestig mensen.",
        "strengths": "Koken\n\n Luisteren ",
    }
    return {**values, "party": "", "agreed_by": "", "once": "a", **fields}


def test_an_officer_and_the_guide_put_parties_on_the_map_and_nobody_else_does(cast, client_of, tender):
    area = Area.objects.create(municipality=cast.municipality, name="Assendorp")
    for number, person in enumerate((cast.officer, cast.guide)):
        sent = form(name=f"Groep {number}", areas=[area.pk])
        assert client_of(person).post(address("add_stakeholder", tender), sent).status_code == 302
    for person in (cast.resident, cast.entrepreneur, cast.council_member, cast.stranger):
        assert client_of(person).post(address("add_stakeholder", tender), form()).status_code == 403
    rows = [(one.name, one.kind, one.strength_list, [*one.areas.all()]) for one in Stakeholder.objects.all()]
    assert rows == [(f"Groep {n}", "volunteers", ["Koken", "Luisteren"], [area]) for n in (0, 1)]
    page = shown(client_of(cast.officer), tender)
    assert ("Groep 0" in page, "Luisteren" in page, "Alleen het team ziet dit" in page) == (True, True, True)


def test_the_public_map_shows_who_said_yes_and_ties_between_those_only(cast, client_of, tender):
    open_one, other = (make.stakeholder(cast, tender, name=name, shown=True) for name in ("Straat A", "Straat B"))
    hidden = make.stakeholder(cast, tender, name="Geheime groep", kind=KIND.HOUSING, agreed_by="Mevrouw X")
    make.tie(cast, open_one, other, note="samen in de tuin")
    make.tie(cast, open_one, hidden, note="geheime band")
    for person in (cast.visitor, cast.rival, cast.council_member):
        page = shown(client_of(person), tender)
        assert [word in page for word in ("Straat A", "samen in de tuin", "Wel iemand, hier niet getoond")] == [True] * 3
        assert [word for word in ("Geheime groep", "geheime band", "Mevrouw X") if word in page] == []
    page = shown(client_of(cast.guide), tender)
    assert [word in page for word in ("Geheime groep", "geheime band")] == [True, True]


def test_a_kind_of_which_nobody_is_there_is_flagged_until_somebody_is_or_it_is_said_why_not(cast, client_of, tender):
    for kind in NEEDED[2:]:
        make.stakeholder(cast, tender, kind=kind)
    client = client_of(cast.visitor)
    assert "Wij missen nog 2 soorten: bewoners en de mensen om wie het gaat." in shown(client, tender)
    client_of(cast.guide).post(address("waive_kind", tender, "target_group"), {"reason": "Het gaat om ons allemaal.", "once": "a"})
    page = shown(client, tender)
    assert ("Wij missen nog één soort: bewoners." in page, "Het gaat om ons allemaal." in page) == (True, True)
    client_of(cast.officer).post(address("add_stakeholder", tender), form(kind="residents"))
    assert "Wij missen niemand: van elke soort is er iemand." in shown(client, tender)
    client_of(cast.guide).post(address("waive_kind", tender, "target_group"), {"reason": "", "once": "b"})
    assert "Wij missen nog één soort: de mensen om wie het gaat." in shown(client, tender)
    assert [(one.reason, one.ended_at is None) for one in Waiver.objects.all()] == [("Het gaat om ons allemaal.", False)]


@pytest.mark.parametrize("kind", ["other", "bestaat-niet"])
def test_only_a_kind_that_is_looked_for_can_be_left_out(cast, client_of, tender, kind):
    assert client_of(cast.officer).get(address("waive_kind", tender, kind)).status_code == 404


def test_a_party_here_says_itself_whether_everybody_may_see_it(cast, client_of, commit, tender):
    with commit():
        client_of(cast.officer).post(address("add_stakeholder", tender), form(party="Stichting De Werkplaats"))
    row = Stakeholder.objects.get()
    assert (row.party, row.shown_since) == (cast.party, None)
    client = client_of(cast.entrepreneur)
    assert "Mag iedereen uw partij op de kaart zien?" in client.get("/mijn/").content.decode()
    assert "Uw partij staat op de kaart van een traject." in client.get("/mijn/berichten/").content.decode()
    assert "Kookt voor zestig mensen." in client.get(address("agree_to_show", row)).content.decode()
    client.post(address("agree_to_show", row), {"agrees": "yes", "once": "a"})
    assert "De Avondtafel" in shown(client_of(cast.visitor), tender)
    client.post(address("agree_to_show", row), {"agrees": "no", "once": "b"})
    assert "De Avondtafel" not in shown(client_of(cast.visitor), tender)
    assert "Mag iedereen uw partij op de kaart zien?" not in client.get("/mijn/").content.decode()


def test_nobody_says_it_for_a_party(cast, client_of, tender):
    row = make.stakeholder(cast, tender, party=cast.party)
    assert client_of(cast.officer).post(address("agree_to_show", row), {"agrees": "yes", "once": "a"}).status_code == 403
    assert client_of(cast.rival).post(address("agree_to_show", row), {"agrees": "yes", "once": "a"}).status_code == 404
    with pytest.raises(Refused):
        actions.agree_to_show(stakeholder=row, by=cast.rival, agrees=True)
    row.refresh_from_db()
    assert row.shown_since is None


def test_of_a_group_without_a_party_the_team_writes_who_said_yes(cast, client_of, tender):
    client_of(cast.officer).post(address("add_stakeholder", tender), form(agreed_by="Annie, op 3 mei"))
    row = Stakeholder.objects.get()
    page = shown(client_of(cast.visitor), tender)
    assert ("De Avondtafel" in page, "Annie" in page) == (True, False)
    client_of(cast.officer).post(address("edit_stakeholder", row), form(version=1))
    assert "De Avondtafel" not in shown(client_of(cast.visitor), tender)


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({"name": " "}, {"name": ["Vul de naam van de partij of groep in."]}),
        ({"kind": ""}, {"kind": ["Kies welke soort het is."]}),
        ({"kind": "goud"}, {"kind": ["Selecteer een geldige keuze. goud is geen beschikbare keuze."]}),
        ({"role": ""}, {"role": ["Schrijf in één regel wat de partij of groep hier doet."]}),
        (
            {"party": "Onbekend BV"},
            {
                "party": [
                    "Wij kennen deze partij niet. Vraag of zij zich eerst op Meerwaarde inschrijft, of kijk hoe u de naam schrijft."
                ]
            },
        ),
        (
            {"party": "Welzijn Groot", "agreed_by": "Jan"},
            {"agreed_by": ["Deze partij zegt zelf of iedereen de partij mag zien. Wij vragen het."]},
        ),
    ],
)
def test_what_is_not_right_is_told_beside_its_field(cast, client_of, tender, fields, errors):
    page = client_of(cast.officer).post(address("add_stakeholder", tender), form(**fields))
    assert (dict(page.context["form"].errors), Stakeholder.objects.count()) == (errors, 0)
    assert "Luisteren" in page.content.decode()


def test_a_party_stands_on_a_map_once(cast, client_of, tender):
    for number in range(2):
        page = client_of(cast.officer).post(address("add_stakeholder", tender), form(party="Welzijn Groot", once=str(number)))
    assert page.context["form"].errors["party"] == ["Deze partij staat al op de kaart."]


def test_two_colleagues_who_change_one_do_not_overwrite_each_other(cast, client_of, tender):
    row = make.stakeholder(cast, tender)
    client_of(cast.officer).post(address("edit_stakeholder", row), form(version=1, role="Eerst."))
    late = client_of(cast.guide).post(address("edit_stakeholder", row), form(version=1, role="Later."))
    row.refresh_from_db()
    assert (row.role, "Een collega bewaarde dit" in late.content.decode(), "Later." in late.content.decode()) == (
        "Eerst.",
        True,
        True,
    )


def test_a_tie_is_made_once_and_taken_away_and_goes_with_who_is_taken_off(cast, client_of, tender):
    one, other = make.stakeholder(cast, tender, name="Een"), make.stakeholder(cast, tender, name="Straat Zuid")
    client = client_of(cast.guide)
    for number, (own, with_) in enumerate(((one, other), (other, one))):
        client.post(address("add_tie", own), {"other": with_.pk, "kind": "works", "note": "tuin", "once": str(number)})
    tie = Tie.objects.get()
    client.post(reverse("coalitions:end_tie", args=[tender.slug, tie.public_id]), {"once": "x"})
    tie.refresh_from_db()
    assert tie.ended_at is not None
    again = actions.add_tie(stakeholder=one, by=cast.guide, other=other, kind="pays")
    client.post(address("remove_stakeholder", other), {"reason": "Gestopt.", "once": "y"})
    again.refresh_from_db()
    assert again.ended_at is not None
    page = shown(client, tender)
    assert ("Straat Zuid" in page, Stakeholder.objects.get(pk=other.pk).removed_because) == (False, "Gestopt.")


def test_somebody_of_another_tender_is_no_choice_for_a_tie(cast, client_of, tender):
    one, far = make.stakeholder(cast, tender), make.stakeholder(cast, make.tender(cast))
    page = client_of(cast.officer).post(address("add_tie", one), {"other": far.pk, "kind": "works", "once": "a"})
    assert list(page.context["form"].errors) == ["other"]
    with pytest.raises(Refused):
        actions.add_tie(stakeholder=one, by=cast.officer, other=one, kind="works")


def test_of_a_tender_that_stopped_nothing_changes_any_more(cast, client_of, tender):
    row = make.stakeholder(cast, tender, shown=True)
    type(tender).objects.filter(pk=tender.pk).update(withdrawn_at=clock.now())
    assert client_of(cast.officer).post(address("edit_stakeholder", row), form(version=1)).status_code == 403
    assert row.name in shown(client_of(cast.visitor), tender)


def test_the_drawing_says_what_it_shows_and_flags_who_is_missed():
    kinds = [("a", "bewoners", 4, "covered"), ("b", "raad <b>", 0, "missing")]
    drawing = draw_kinds(kinds, {("a", "b"): 2, ("a", "a"): 1}, 'Wij missen "raad".')
    assert 'role="img"' in drawing and 'aria-label="Wij missen &quot;raad&quot;."' in drawing
    assert ("raad &lt;b&gt;" in drawing, drawing.count("<path"), drawing.count("stroke-dasharray")) == (True, 1, 1)


def test_two_parties_are_a_larger_dot_and_not_needed_is_drawn_unlike_missed():
    def size(number) -> float:
        return float(re.search(r' r="([\d.]+)"', draw_kinds([("a", "bewoners", number, "covered")], {}, "x"))[1])

    assert size(1) + 2 <= size(2) < size(3) < size(5)
    drawing = draw_kinds([("a", "raad", 0, "missing"), ("b", "wonen", 0, "waived")], {}, "x")
    assert (drawing.count("<circle"), drawing.count("stroke-dasharray"), drawing.count(">?<")) == (2, 1, 1)


@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_map_costs_the_same_with_more_parties_and_ties(cast, client_of, statements, tender, count):
    rows = [make.stakeholder(cast, tender, shown=True, kind=NEEDED[n % 10]) for n in range(count + 1)]
    for one, other in pairwise(rows):
        make.tie(cast, one, other)
    for person, most in ((cast.visitor, 8), (cast.officer, 15)):
        client = client_of(person)
        client.get(address("show_map", tender))
        with statements() as sent:
            assert client.get(address("show_map", tender), headers={"cache-control": "no-cache"}).status_code == 200
        assert len(sent) <= most


def test_the_question_to_be_shown_waits_without_a_day(cast, tender):
    make.stakeholder(cast, tender, party=cast.party)
    (task,) = own_tasks(cast.entrepreneur)
    assert (task.title, task.is_today, task.due) == ("Mag iedereen uw partij op de kaart zien?", False, None)
