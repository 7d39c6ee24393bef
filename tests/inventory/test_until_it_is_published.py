"""What stopping asks is filled in until the request is published: what bidders read then is what everybody said."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from calls.models import CallVersion
from inventory import actions
from inventory.models import Friction, Told
from portal.work import own_tasks
from tenders.models import Tender
from tenders.refusal import Refused
from tenders.routes import Route
from tenders.steps import Step
from tests import make

FORM = {"staff": 9, "needs": "Zeg het ruim vooraf.", "version": 0}


def publish(cast, step: Step) -> Tender:
    """A tender in this step whose request was published."""
    tender = make.tender(cast, step=step)
    make.published_call(cast, tender)
    return tender


def filing(row) -> str:
    return reverse("inventory:file_friction", args=[row.tender.slug, row.public_id])


@pytest.mark.parametrize("step", [Step.REQUEST, Step.PROCEDURE, Step.SELECTION, Step.CONTRACT])
def test_once_the_request_is_published_nobody_changes_it_and_the_party_reads_why(cast, client_of, step):
    """In step 3 it can be published already, and back in step 2 it still is."""
    row = make.may_stop(cast, publish(cast, step))
    party = client_of(cast.entrepreneur)
    answer = party.post(filing(row), FORM)
    assert (answer.status_code, "tot de uitvraag gepubliceerd is." in answer.content.decode()) == (403, True)
    page = party.get(row.get_absolute_url()).content.decode()
    assert ("De uitvraag is gepubliceerd, en alle partijen lezen daarin hetzelfde." in page, filing(row) in page) == (True, False)
    assert (Friction.objects.count(), [task.title for task in own_tasks(cast.entrepreneur)]) == (0, ["Werk van u kan stoppen"])


@pytest.mark.parametrize("route", [Route.SUBSIDY_TENDER, Route.BUILDING_ONE])
def test_before_that_and_where_no_request_is_published_it_is_filled_in(cast, client_of, route):
    step = Step.PROCEDURE if route == Route.SUBSIDY_TENDER else Step.SELECTION
    tender = make.tender(cast, step=step, route=route)
    row = make.may_stop(cast, tender)
    if step == Step.PROCEDURE:
        make.adopted_call(cast, tender)
    page = client_of(cast.entrepreneur).get(row.get_absolute_url()).content.decode()
    assert ("De uitvraag is gepubliceerd" in page, filing(row) in page) == (False, True)
    assert client_of(cast.entrepreneur).post(filing(row), FORM).status_code == 302
    assert Friction.objects.get().needs == "Zeg het ruim vooraf."


def test_who_saves_while_it_is_published_reads_why_and_nothing_changes(cast):
    tender = make.tender(cast, step=Step.PROCEDURE)
    row = make.may_stop(cast, tender)
    make.published_call(cast, tender)
    with pytest.raises(Refused) as refused:
        actions.file_friction(may_stop=row, by=cast.entrepreneur, version=0, staff=9)
    assert (refused.value.code, Friction.objects.count()) == ("published", 0)
    assert CallVersion.objects.published().count() == 1


@pytest.mark.parametrize(("step", "published"), [(Step.PROCEDURE, False), (Step.PROCEDURE, True), (Step.SELECTION, True)])
def test_a_letter_asks_only_for_what_can_still_go_into_the_request(cast, step, published):
    """In step 3 it is published while the procedure is still open."""
    row = make.may_stop(cast, publish(cast, step) if published else make.tender(cast, step=step), told=False)
    letter = actions.tell_incumbent(may_stop=row, by=cast.officer, how=Told.HERE).letter_content
    with override("nl"):
        page = render_to_string("documents/may_stop.html", {"letter": letter, "sha": "0" * 64})
    words = ("Vertel ons op onze website wat stoppen kost", "komt daar niet meer in")
    assert [one in page for one in words] == [not published, published]


def test_the_team_reads_until_when_a_party_could_say_it(cast, client_of):
    rows = [make.may_stop(cast, make.tender(cast, step=step)) for step in (Step.PROCEDURE, Step.SELECTION)]
    said = ("Dat kan tot de uitvraag gepubliceerd is.", "Zij zeiden niet wat stoppen kost voordat de uitvraag gepubliceerd werd.")
    pages = [client_of(cast.officer).get(row.get_absolute_url()).content.decode() for row in rows]
    assert [[words in page for words in said] for page in pages] == [[True, False], [False, True]]
