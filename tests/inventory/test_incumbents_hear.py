"""After they were told that their work may stop, parties hear the request, the decision and a stop, and find their page back."""

import pytest
from django.urls import reverse

from events.log import record
from inventory import actions
from inventory.models import Friction, MayStop, Told
from inventory.transition import transition_of
from notifications.audience import bidders_and_incumbents, everybody_and_incumbents
from notifications.models import Mail, Notice
from portal.work import own_tasks
from tenders.actions import publish_tender
from tenders.lifecycle import withdraw
from tenders.steps import Step
from tests import make


@pytest.fixture
def tender(cast):
    return make.tender(cast)


def page_of(client_of, person, row) -> str:
    return client_of(person).get(row.get_absolute_url()).content.decode()


def hear(audience, tender) -> set:
    return set(audience(record("tests.happened", by=None, thing=tender)))


@pytest.mark.parametrize("audience", [everybody_and_incumbents, bidders_and_incumbents])
def test_they_hear_of_the_request_and_of_the_decision(cast, tender, audience):
    row = make.may_stop(cast, tender, told=False)
    assert cast.entrepreneur not in hear(audience, tender)
    actions.tell_incumbent(may_stop=row, by=cast.officer, how=Told.HERE)
    assert cast.entrepreneur in hear(audience, tender)
    assert cast.rival not in hear(audience, tender)
    actions.take_back(may_stop=row, by=cast.officer, reason="Het blijft.")
    assert cast.entrepreneur not in hear(audience, tender)


@pytest.mark.parametrize("public", [True, False])
def test_when_the_tender_is_stopped_they_hear_that_it_goes_on(cast, client_of, commit, public):
    tender = make.tender(cast, **({} if public else {"published_at": None}))
    row = make.may_stop(cast, tender)
    make.friction(cast, row)
    with commit():
        withdraw(tender, by=cast.officer, reason="Er is geen geld.")
    row.refresh_from_db()
    assert (row.taken_back_because, row.taken_back_at is not None) == ("Het traject is gestopt. Er is geen geld.", True)
    told = Notice.objects.filter(person=cast.entrepreneur, kind="inventory.taken_back")
    assert [notice.url for notice in told] == [row.get_absolute_url()]
    assert "Er is geen geld." in page_of(client_of, cast.entrepreneur, row)


def test_a_tender_that_is_not_public_is_named_nowhere_before_it_is(cast, client_of, commit):
    tender = make.tender(cast, published_at=None, title="Geheime plannen")
    row = make.may_stop(cast, tender, told=False)
    with commit():
        actions.tell_incumbent(may_stop=row, by=cast.officer, how=Told.HERE)
    row.refresh_from_db()
    assert row.letter_content["tender"] == ""
    page = page_of(client_of, cast.entrepreneur, row)
    assert ("Geheime plannen" in page, "Zodra de gemeente het openbaar maakt, leest u het hier." in page) == (False, True)
    mail = Mail.objects.get(to=cast.entrepreneur.email)
    assert "Geheime plannen" not in mail.subject + mail.text + mail.html
    assert Notice.objects.get(person=cast.entrepreneur).tender is None
    assert "Geheime plannen" in page_of(client_of, cast.officer, row)


def test_they_hear_that_the_tender_became_public(cast, commit):
    tender = make.tender(cast, published_at=None, step=Step.REQUEST, first_step=Step.REQUEST)
    make.may_stop(cast, tender)
    with commit():
        publish_tender(tender=tender, by=cast.officer)
    told = Notice.objects.filter(kind="tenders.tender_published").values_list("person", "url")
    assert list(told) == [(cast.entrepreneur.pk, tender.get_absolute_url())]


def test_their_page_says_how_it_goes_on_and_offers_to_follow(cast, client_of, tender):
    row = make.may_stop(cast, tender)
    page = page_of(client_of, cast.entrepreneur, row)
    assert [words in page for words in ("U kunt nu meedenken.", reverse("notifications:follow_tender", args=[tender.slug]))] == [
        True
    ] * 2
    bidding = make.may_stop(cast, make.tender(cast, step=Step.SELECTION))
    assert "De uitvraag is openbaar. U kunt zelf ook inleveren." in page_of(client_of, cast.entrepreneur, bidding)
    assert "Hoe het verdergaat" not in page_of(client_of, cast.officer, row)


def test_it_stays_in_their_work_for_later_once_they_said_what_it_asks(cast, tender):
    row = make.may_stop(cast, tender, stops_in=100)

    def waits() -> list[tuple]:
        cast.fresh()
        return [(task.title, task.url, task.is_today) for task in own_tasks(cast.entrepreneur)]

    assert waits() == [("Zeg wat stoppen van u vraagt", row.get_absolute_url(), True)]
    make.friction(cast, row)
    assert waits() == [("Werk van u kan stoppen", row.get_absolute_url(), False)]
    actions.take_back(may_stop=row, by=cast.officer, reason="Het blijft.")
    assert waits() == []


def test_a_number_that_they_skipped_is_not_zero(cast, client_of, tender):
    row = make.may_stop(cast, tender)
    address = reverse("inventory:file_friction", args=[tender.slug, row.public_id])
    client = client_of(cast.entrepreneur)
    form = client.get(address).context["form"]
    assert (form["volunteers"].value(), form["clients"].value()) == (None, None)
    client.post(address, {"staff": 9, "volunteers": "", "clients": "0", "may_be_shown": "on", "version": 0, "once": "a"})
    friction = Friction.objects.get()
    assert (friction.volunteers, friction.clients) == (None, 0)
    assert transition_of(tender)["sum"] == {"costs": 0, "staff": 9, "clients": 0}
    page = page_of(client_of, cast.officer, MayStop.objects.get())
    assert ("Vrijwilligers" in page, "Mensen die hulp krijgen" in page) == (False, True)


def test_each_amount_says_that_it_is_in_euros(cast, client_of, tender):
    row = make.may_stop(cast, tender)
    page = client_of(cast.entrepreneur).get(reverse("inventory:file_friction", args=[tender.slug, row.public_id])).content.decode()
    assert page.lower().count("in euro") == 4
