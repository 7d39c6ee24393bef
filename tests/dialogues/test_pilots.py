"""A pilot: what it wants to learn, until when, go or no go, and the same in a next area with what was learnt."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import translation

from areas.models import Area
from dialogues import actions
from dialogues.grounds import USUAL
from dialogues.models import Dialogue, Pilot, Programme, Verdict
from events import clock
from events.models import Event
from portal.team_tasks import team_tasks
from tenders.models import Tender
from tenders.refusal import Changed, Refused
from tests import make

LEARNT = "Mensen koken liever zelf.\nEen bus helpt niet."


def page_of(client, tender) -> str:
    return " ".join(client.get(reverse("dialogues:show_dialogue", args=[tender.slug])).content.decode().split())


def send(client, name, tender, **data):
    return client.post(reverse(f"dialogues:{name}", args=[tender.slug]), {"once": name, **data})


@pytest.fixture
def tender(cast):
    made = make.tender(cast, reference="proef-1")
    make.dialogue(made)
    return made


@pytest.fixture
def pilot(tender):
    return make.pilot(tender)


@pytest.fixture
def area(cast):
    return Area.objects.create(municipality=cast.municipality, name="Stadshagen", population=27_500)


def test_the_page_says_what_a_pilot_wants_to_learn_until_when_and_for_which_programme(cast, client_of, tender):
    ends_on = clock.today() + dt.timedelta(days=90)
    data = {"version": 0, "wants_to_learn": "Komen mensen?\nBlijven zij?", "ends_on": ends_on.isoformat(), "programme": "Dichtbij"}
    assert send(client_of(cast.officer), "set_pilot", tender, **data).status_code == 302
    page = page_of(client_of(cast.visitor), tender)
    for words in ("Dit is een proef", "Hoort bij het programma Dichtbij", "<li>Komen mensen?</li><li>Blijven zij?</li>"):
        assert words in page
    assert "Daarna zeggen wij of het doorgaat." in page


def test_a_pilot_has_a_question_and_an_end_that_is_still_to_come(cast, client_of, tender):
    yesterday = (clock.today() - dt.timedelta(days=1)).isoformat()
    response = send(
        client_of(cast.officer), "set_pilot", tender, version=0, wants_to_learn="", ends_on=yesterday, programme="Dichtbij"
    )
    assert list(response.context["form"].errors) == ["wants_to_learn"]
    response = send(client_of(cast.officer), "set_pilot", tender, version=0, wants_to_learn="Wat?", ends_on=yesterday)
    assert response.context["form"].errors == {"ends_on": ["Deze dag is voorbij. Kies een dag die nog komt."]}
    assert "Wat?" in response.content.decode()
    assert Pilot.objects.count() == 0


def test_go_or_no_go_is_said_once_with_its_reason_and_what_was_learnt(cast, client_of, tender, pilot, commit):
    with commit():
        data = {"version": 1, "verdict": "go", "reason": "Het werkt.", "learnt": LEARNT}
        assert send(client_of(cast.officer), "decide_pilot", tender, **data).status_code == 302
    page = page_of(client_of(cast.visitor), tender)
    for words in ("Wij gaan door", "Het werkt.", "<li>Mensen koken liever zelf.</li><li>Een bus helpt niet.</li>"):
        assert words in page
    with pytest.raises(Refused):
        actions.decide_pilot(tender=tender, by=cast.officer, version=2, verdict=Verdict.NO_GO, reason="Toch niet.", learnt="Niets")
    with pytest.raises(Refused):
        actions.set_pilot(tender=tender, by=cast.officer, version=2, wants_to_learn="Iets anders", ends_on=clock.today())
    assert Event.objects.filter(name="dialogues.pilot_decided", is_public=True).count() == 1


def test_who_decides_without_a_reason_or_a_lesson_is_asked_for_it(cast, client_of, tender, pilot):
    response = send(client_of(cast.officer), "decide_pilot", tender, version=1, verdict="no_go", reason=" ", learnt="")
    assert sorted(response.context["form"].errors) == ["learnt", "reason"]


def test_who_was_overtaken_sees_what_the_other_saved(cast, client_of, tender, pilot):
    actions.set_pilot(tender=tender, by=cast.buyer, version=1, wants_to_learn="Van de ander.", ends_on=pilot.ends_on)
    data = {"version": 1, "wants_to_learn": "Van mij.", "ends_on": pilot.ends_on.isoformat()}
    response = send(client_of(cast.officer), "set_pilot", tender, **data)
    page = response.content.decode()
    assert "Van de ander." in page
    assert "Van mij." in page
    assert 'name="version" value="2"' in page
    with pytest.raises(Changed):
        actions.decide_pilot(tender=tender, by=cast.officer, version=1, verdict=Verdict.GO, reason="Ja.", learnt="Veel.")


def test_who_writes_the_first_text_loses_nothing_when_a_colleague_was_first(cast, client_of, tender):
    ends_on = (clock.today() + dt.timedelta(days=90)).isoformat()
    both = [client_of(one) for one in (cast.buyer, cast.officer)]
    pages = [one.get(reverse("dialogues:set_pilot", args=[tender.slug])) for one in both]  # both see an empty form
    sent = [{"version": page.context["form"]["version"].value(), "ends_on": ends_on} for page in pages]
    assert send(both[0], "set_pilot", tender, wants_to_learn="Van de ander.", **sent[0]).status_code == 302
    response = send(both[1], "set_pilot", tender, wants_to_learn="Van mij.", **sent[1])
    page = response.content.decode()
    assert Pilot.objects.get().wants_to_learn == "Van de ander."
    assert ("Van de ander." in page, "Van mij." in page, 'name="version" value="1"' in page) == (True, True, True)
    assert send(both[1], "set_pilot", tender, wants_to_learn="Van ons.", version=1, ends_on=ends_on).status_code == 302
    assert Pilot.objects.get().wants_to_learn == "Van ons."


def test_a_pilot_that_ended_without_a_word_is_late_in_public_and_waits_in_my_work(cast, client_of, tender, pilot, move_clock):
    assert team_tasks(cast.officer) == ([], 0)
    move_clock(days=31)
    assert "Nog niet besloten" in page_of(client_of(cast.visitor), tender)
    cast.fresh()
    tasks, _total = team_tasks(cast.officer)  # its last day is over too, so that it can be concluded
    assert ("De proef is voorbij en niemand zei of het doorgaat", f"/trajecten/{tender.slug}/dialoog/proef/besluit/") in [
        (task.title, task.url) for task in tasks
    ]


def test_in_a_next_area_it_is_a_tender_of_its_own_that_takes_along_what_was_learnt(cast, client_of, tender, pilot, area):
    actions.decide_pilot(tender=tender, by=cast.officer, version=1, verdict=Verdict.GO, reason="Het werkt.", learnt=LEARNT)
    ends_on = clock.today() + dt.timedelta(days=90)
    response = send(
        client_of(cast.officer), "copy_pilot", tender, title="Koken in Stadshagen", area=area.pk, ends_on=ends_on.isoformat()
    )
    made = Tender.objects.get(title="Koken in Stadshagen")
    assert response.headers["Location"] == f"/trajecten/{made.slug}/dialoog/bewerken/"
    assert (made.published_at, made.lots.get().area, made.lots.get().inhabitants) == (None, area, 27_500)
    old, new = (Dialogue.objects.get(tender=one) for one in (tender, made))
    assert new.dot == old.dot
    assert list(new.rules.order_by("kind").values_list("kind", "text")) == list(
        old.rules.order_by("kind").values_list("kind", "text")
    )
    source = f"de proef ‘{tender.title}’"
    assert list(new.facts.values_list("text", "source")) == [
        ("Feit 1", "CBS, 2025"),
        ("Mensen koken liever zelf.", source),
        ("Een bus helpt niet.", source),
    ]
    assert Pilot.objects.get(tender=made).copied_from == pilot
    # Nobody reads of it before it is public; then both pages lead to the other.
    assert "Koken in Stadshagen" not in page_of(client_of(cast.visitor), tender)
    Tender.objects.filter(pk=made.pk).update(published_at=clock.now())
    assert f'Het gaat verder in: <a class="utrecht-link" href="/trajecten/{made.slug}/dialoog/"' in page_of(
        client_of(cast.officer), tender
    )
    assert f'Het begon als proef in: <a class="utrecht-link" href="/trajecten/{tender.slug}/dialoog/"' in page_of(
        client_of(cast.officer), made
    )


@pytest.mark.parametrize("whose", ["its own", "the usual"])
def test_in_a_next_area_something_can_be_reported_and_hidden_too(cast, tender, pilot, area, whose):
    first = Dialogue.objects.get(tender=tender)
    actions.remove_ground(ground=first.grounds.first(), by=cast.officer)
    expected = list(first.grounds.filter(removed_at=None).values_list("text", flat=True))
    if whose == "the usual":  # nothing was written at the first
        Dialogue.objects.filter(pk=first.pk).update(tender=make.tender(cast))
        with translation.override("nl"):
            expected = [str(text) for text in USUAL]
    actions.decide_pilot(tender=tender, by=cast.officer, version=1, verdict=Verdict.GO, reason="Ja.", learnt="Veel.")
    made = actions.copy_pilot(tender=tender, by=cast.officer, title="Verder", area=area, ends_on=clock.today())
    grounds = Dialogue.objects.get(tender=made).grounds.filter(removed_at=None)
    assert list(grounds.values_list("text", flat=True)) == expected


def test_it_goes_nowhere_before_it_is_decided_nor_twice_to_one_area(cast, tender, pilot, area):
    def copy():
        return actions.copy_pilot(tender=tender, by=cast.officer, title="Verder", area=area, ends_on=clock.today())

    with pytest.raises(Refused, match="Besluit eerst"):
        copy()
    actions.decide_pilot(tender=tender, by=cast.officer, version=1, verdict=Verdict.GO, reason="Ja.", learnt="Veel.")
    assert copy()
    with pytest.raises(Refused) as refused:
        copy()
    assert refused.value.message_dict == {"area": ["In dit gebied is deze proef al begonnen."]}


def test_only_the_team_leads_a_pilot_and_who_follows_one_that_is_none_finds_nothing(cast, client_of, tender):
    pages = ("set_pilot", "decide_pilot", "copy_pilot")
    found = {
        client_of(one).get(reverse(f"dialogues:{page}", args=[tender.slug])).status_code
        for one in (cast.resident, cast.stranger, cast.council_member)
        for page in pages
    }
    assert found == {403}
    assert [client_of(cast.officer).get(reverse(f"dialogues:{page}", args=[tender.slug])).status_code for page in pages] == [
        200,
        404,
        404,
    ]


def test_other_pilots_of_the_programme_are_named_as_far_as_they_are_public(cast, client_of, tender):
    programme = Programme.objects.create(municipality=cast.municipality, name="Dichtbij")
    make.pilot(tender, programme=programme)
    public, hidden = make.tender(cast, title="Samen tuinieren"), make.tender(cast, title="Nog geheim", published=False)
    for one in (public, hidden):
        make.pilot(one, programme=programme)
    page = page_of(client_of(cast.visitor), tender)
    assert f'<li><a class="utrecht-link" href="/trajecten/{public.slug}/dialoog/">Samen tuinieren</a></li>' in page
    assert "Nog geheim" not in page
