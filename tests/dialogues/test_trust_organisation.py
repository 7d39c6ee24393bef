"""An organisation that people trust writes down what they say, and everybody sees through whom it came in."""

import pytest
from django.urls import reverse

from accounts.models import Party
from dialogues import actions
from dialogues.models import Contribution
from events import clock
from events.models import Event
from notifications.models import Notice
from tenders.models import Involvement, InvolvementRole
from tenders.refusal import Refused
from tests import make


@pytest.fixture
def tender(cast):
    made = make.tender(cast)
    make.dialogue(made)
    return made


@pytest.fixture
def trusted(cast, tender):
    return actions.trust_organisation(
        tender=tender, party=cast.partner_party, by=cast.officer, reason="Zij komen bij mensen thuis."
    )


def url(page: str, tender, *args) -> str:
    return reverse(f"dialogues:{page}", args=[tender.slug, *args])


def words(**changes) -> dict:
    form = {"text": "Ik durf de envelop niet open te maken.", "kind": "worry", "theme": "", "name_choice": "anonymous"}
    form |= {"original_language": "Arabisch", "original_text": "لا أجرؤ على فتح الظرف.", "shown_name": "", "email": ""}
    return form | {"said_on": clock.today().isoformat(), "once": "a"} | changes


def test_an_officer_lets_an_organisation_bring_in_and_its_people_hear_it(cast, client_of, tender, commit):
    with commit():
        response = client_of(cast.officer).post(
            url("trust_organisation", tender),
            {"party": cast.partner_party.pk, "reason": "Zij komen bij mensen thuis.", "once": "a"},
        )
    assert response.headers["Location"] == url("trust_organisation", tender)
    made = Involvement.objects.get(role=InvolvementRole.TRUSTED)
    assert (made.party, made.appointed_by, made.because) == (cast.partner_party, cast.officer, "Zij komen bij mensen thuis.")
    assert list(Notice.objects.values_list("person", flat=True)) == [cast.partner.pk]


def test_without_a_reason_nobody_is_trusted(cast, client_of, tender):
    response = client_of(cast.officer).post(
        url("trust_organisation", tender), {"party": cast.partner_party.pk, "reason": " ", "once": "a"}
    )
    assert response.context["form"].errors == {"reason": ["Zeg in één zin waarom."]}
    assert not Involvement.objects.filter(role=InvolvementRole.TRUSTED).exists()


def test_what_it_brings_in_is_counted_and_marked_and_its_person_is_not_named(cast, client_of, tender, trusted):
    response = client_of(cast.partner).post(url("bring_in", tender), words(through=cast.partner_party.pk))
    made = Contribution.objects.get()
    assert (made.channel, made.through, made.entered_by, made.author) == ("organisation", cast.partner_party, cast.partner, None)
    assert (made.original_language, made.language_code, made.language_name) == ("ar", "ar", "Arabisch")
    assert "mw-code" in response.content.decode()
    event = Event.objects.get(name="dialogues.brought_in")
    assert (event.actor_id, event.thing_kind, event.at) == (
        cast.partner.pk,
        "tenders.tender",
        clock.beginning_of(clock.today()),
    )
    page = client_of(cast.visitor).get(url("show_dialogue", tender)).content.decode()
    assert "ingebracht via Bewonersgroep Assendorp" in page
    assert "Via een organisatie" in page  # how it came in
    thread = client_of(cast.visitor).get(made.get_absolute_url()).content.decode()
    assert "Ingebracht via Bewonersgroep Assendorp." in thread
    for shown in (page, thread):
        assert cast.partner.name not in shown
        assert 'dir="auto" lang="ar"' in shown


def test_the_team_counts_the_channels_in_its_list(cast, client_of, tender, trusted):
    client_of(cast.partner).post(url("bring_in", tender), words(through=cast.partner_party.pk))
    make.contribution(tender)
    page = client_of(cast.officer).get(url("list_contributions", tender)).content.decode()
    assert "Via een organisatie (1)" in page
    assert "Op de website (1)" in page


def test_the_team_writes_down_what_came_through_the_organisation_too(cast, client_of, tender, trusted):
    form = words(channel="organisation", meeting="", through="")
    response = client_of(cast.officer).post(url("enter_contribution", tender), form)
    assert response.context["form"].errors == {"through": ["Kies de organisatie die dit inbrengt."]}
    client_of(cast.officer).post(url("enter_contribution", tender), form | {"through": cast.partner_party.pk})
    made = Contribution.objects.get()
    assert (made.channel, made.through, made.entered_by) == ("organisation", cast.partner_party, cast.officer)


def test_with_another_channel_no_organisation_stands_beside_it(cast, client_of, tender, trusted):
    form = words(channel="desk", meeting="", through=cast.partner_party.pk)
    client_of(cast.officer).post(url("enter_contribution", tender), form)
    assert Contribution.objects.get().through is None


def test_it_ends_with_a_reason_and_what_was_brought_in_stays(cast, client_of, tender, trusted):
    client_of(cast.partner).post(url("bring_in", tender), words(through=cast.partner_party.pk))
    address = url("end_trust", tender, trusted.public_id)
    assert client_of(cast.officer).post(address, {"reason": " ", "once": "a"}).context["form"].errors == {
        "reason": ["Zeg in één zin waarom."]
    }
    client_of(cast.officer).post(address, {"reason": "Zij stoppen ermee.", "once": "b"})
    trusted.refresh_from_db()
    assert trusted.ended_because == "Zij stoppen ermee."
    assert client_of(cast.partner).get(url("bring_in", tender)).status_code == 403
    page = client_of(cast.visitor).get(url("show_dialogue", tender)).content.decode()
    assert "ingebracht via Bewonersgroep Assendorp" in page
    assert "Zij stoppen ermee." in client_of(cast.officer).get(url("trust_organisation", tender)).content.decode()
    with pytest.raises(Refused):
        actions.bring_in(
            tender=tender, by=cast.partner, through=cast.partner_party, code="x", text="Nog iets", name_choice="anonymous"
        )


def test_nobody_brings_in_for_an_organisation_of_somebody_else(cast, client_of, tender, trusted):
    assert client_of(cast.rival).get(url("bring_in", tender)).status_code == 403
    with pytest.raises(Refused):
        actions.bring_in(tender=tender, by=cast.rival, through=cast.partner_party, code="x", text="Iets", name_choice="anonymous")


def test_an_organisation_in_which_nobody_has_an_account_is_refused(cast, client_of, tender):
    alone = Party.objects.create(name="Niemand")
    response = client_of(cast.officer).post(
        url("trust_organisation", tender), {"party": alone.pk, "reason": "Zomaar.", "once": "a"}
    )
    assert response.context["form"].errors == {
        "party": ["Niemand van deze organisatie heeft hier een account. Vraag hun om eerst een account te maken."]
    }


def test_only_officers_decide_whom_they_trust(cast, client_of, tender):
    make.involve(tender, InvolvementRole.GUIDE, person=cast.guide)
    people = (cast.guide, cast.community_worker, cast.partner, cast.stranger)
    assert [client_of(one).get(url("trust_organisation", tender)).status_code for one in people] == [403] * 4


def test_its_people_find_it_in_their_work(cast, client_of, tender, trusted):
    page = client_of(cast.partner).get(reverse("portal:my_work")).content.decode()
    assert "Wat zeggen mensen tegen u?" in page
    assert url("bring_in", tender) in page
    assert "Wat zeggen mensen tegen u?" not in client_of(cast.rival).get(reverse("portal:my_work")).content.decode()
