"""Who was told stays who was told: a line that is corrected gives no party another's page, and counts as told to nobody new."""

from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from events import clock
from events.log import record
from inventory import actions
from inventory.conditions import incumbents_told
from inventory.models import Friction, Line, MayStop, Told
from inventory.taking_in.plan import mark_of, plan_of
from inventory.transition import transition_of
from notifications.models import Notice
from tenders.refusal import Refused
from tests import make


@pytest.fixture
def tender(cast):
    return make.tender(cast)


@pytest.fixture
def row(cast, tender):
    """The cast's party was told, and told in confidence with whom it works together."""
    row = make.may_stop(cast, tender)
    make.friction(cast, row, may_be_shown=True, network="Ons geheime netwerk.")
    return row


def link(client, row, party):
    line = Line.objects.get(pk=row.line_id)
    address = reverse("inventory:link_party", args=[line.municipality.slug, line.public_id])
    return client.post(f"{address}?q={party.name}", {"party": party.pk, "version": line.version})


def statuses(client_of, row, *people) -> list[int]:
    pages = ("show_may_stop", "file_friction", "download_telling")
    return [
        client_of(person).get(reverse(f"inventory:{page}", args=[row.tender.slug, row.public_id])).status_code
        for person in people
        for page in pages
    ]


def test_a_line_that_is_corrected_shows_nobody_what_another_party_wrote(cast, client_of, tender, row):
    assert (incumbents_told(tender), transition_of(tender)["told"]) == (True, 1)
    Line.objects.filter(pk=row.line_id).update(party=cast.rival_party)
    assert statuses(client_of, row, cast.entrepreneur, cast.rival) == [200] * 3 + [404] * 3
    assert "Ons geheime netwerk." in client_of(cast.entrepreneur).get(row.get_absolute_url()).content.decode()
    assert row.get_absolute_url() not in client_of(cast.rival).get("/mijn/").content.decode()
    assert (incumbents_told(tender), transition_of(tender)) == (False, {})


def test_the_team_reads_that_somebody_else_must_be_told(cast, client_of, row):
    pages = (reverse("inventory:list_may_stop", args=[row.tender.slug]), row.get_absolute_url())

    def said() -> list[bool]:
        return ["Iemand anders doet dit werk nu" in client_of(cast.officer).get(page).content.decode() for page in pages]

    assert said() == [False, False]
    Line.objects.filter(pk=row.line_id).update(party=cast.rival_party)
    assert said() == [True, True]
    assert "Iemand anders" not in client_of(cast.entrepreneur).get(row.get_absolute_url()).content.decode()


def test_another_party_is_linked_only_after_the_telling_was_taken_back(cast, client_of, tender, row, commit):
    officer = client_of(cast.officer)
    answer = link(officer, row, cast.rival_party)
    assert "Neem dat daar eerst terug: zij lezen waarom." in answer.content.decode()
    assert Line.objects.get(pk=row.line_id).party == cast.party
    with pytest.raises(Refused):
        actions.link_party(line=row.line, by=cast.officer, version=1, party=None)
    with commit():
        actions.take_back(may_stop=row, by=cast.officer, reason="Dit werk is van een ander.")
    assert Notice.objects.filter(person=cast.entrepreneur, kind="inventory.taken_back").count() == 1
    assert link(officer, row, cast.rival_party).status_code == 302
    again = make.may_stop(cast, tender, Line.objects.get(pk=row.line_id), told=False)
    assert incumbents_told(tender) is False
    actions.tell_incumbent(may_stop=again, by=cast.officer, how=Told.HERE)
    assert (incumbents_told(tender), MayStop.objects.get(pk=again.pk).party) == (True, cast.rival_party)
    assert statuses(client_of, again, cast.rival, cast.entrepreneur) == [200, 200, 404] + [404] * 3
    assert "geheime" not in client_of(cast.rival).get(again.get_absolute_url()).content.decode()
    own = client_of(cast.entrepreneur).get(row.get_absolute_url()).content.decode()
    assert [words in own for words in ("Ons geheime netwerk.", "Dit werk is van een ander.")] == [True, True]


def test_after_a_tender_is_over_its_telling_holds_up_no_correction(cast, client_of, tender, row):
    tender.completed_at = clock.now()
    tender.save()
    assert link(client_of(cast.officer), row, cast.rival_party).status_code == 302
    assert statuses(client_of, row, cast.entrepreneur, cast.rival) == [200, 403, 200] + [404] * 3


@pytest.mark.parametrize("name", ["Harmonie", "Fanfare"])
def test_who_was_told_by_its_name_gets_its_page_when_an_officer_says_which_party_it_is(cast, client_of, tender, name):
    row = make.may_stop(cast, tender, make.running(cast, party=None, party_name="Harmonie"))
    actions.edit_line(line=row.line, by=cast.officer, version=1, party_name=name)
    same = name == "Harmonie"
    assert incumbents_told(tender) is same
    assert link(client_of(cast.officer), row, cast.rival_party).status_code == 302
    assert (incumbents_told(tender), statuses(client_of, row, cast.rival)[0]) == (same, 200 if same else 404)


def test_a_wrong_choice_of_a_party_for_a_name_that_got_a_letter_can_be_mended(cast, client_of, tender):
    row = make.may_stop(cast, tender, make.running(cast, party=None, party_name="Harmonie"))
    officer = client_of(cast.officer)
    assert link(officer, row, cast.party).status_code == 302
    assert link(officer, row, cast.rival_party).status_code == 302
    assert (incumbents_told(tender), statuses(client_of, row, cast.rival, cast.entrepreneur)[::3]) == (True, [200, 404])
    actions.confirm_read(may_stop=row, by=cast.rival)
    assert "Neem dat daar eerst terug" in link(officer, row, cast.party).content.decode()


def test_the_same_name_written_better_is_nobody_else(cast, client_of, tender):
    row = make.may_stop(cast, tender, make.running(cast, party=None, party_name="Harmonie St Jan", reference="H-1"))
    actions.edit_line(line=row.line, by=cast.officer, version=1, party_name="Harmonie St. Jan")
    assert incumbents_told(tender) is True
    for name, told in (("HARMONIE ST. JAN", True), ("Harmonie Sint-Joris", False)):
        file = make.csv_file("Kenmerk;Taak;Partij;Bedrag per jaar", f"H-1;Muziekles;{name};€ 1")
        waiting, checked = actions.read_list(municipality=cast.municipality, by=cast.officer, kind=row.line.kind, file=file)
        assert checked.errors == []
        seen = mark_of(plan_of(waiting.municipality, waiting.kind, waiting.rows))
        assert actions.import_lines(waiting=waiting, by=cast.officer, seen=seen)["changed"] == 1
        assert incumbents_told(tender) is told


def test_another_name_asks_which_party_it_is_before_it_counts_as_told(cast, client_of, tender, row):
    actions.edit_line(line=row.line, by=cast.officer, version=1, party_name="Beter geschreven")
    assert incumbents_told(tender) is False
    assert link(client_of(cast.officer), row, cast.party).status_code == 302
    assert incumbents_told(tender) is True


def test_of_before_the_log_says_who_was_told_and_what_was_written_stays_with_who_wrote_it(cast, tender):
    """Before, a row did not keep whom it was told to."""
    corrected, written, named, answered, plain = (make.may_stop(cast, tender) for _one in range(5))
    for row in (corrected, written):
        record("inventory.incumbent_told", by=cast.officer, thing=row, party=cast.party.pk)
    make.friction(cast, written, filed_by=cast.rival)
    for row in (named, answered):
        record("inventory.incumbent_told", by=cast.officer, thing=row, party=None)
    make.friction(cast, answered)
    Line.objects.exclude(pk=plain.line_id).update(party=cast.rival_party)
    MayStop.objects.update(party=None, told_name="")
    import_module("inventory.migrations.0008_fill_in_who_was_told").fill_in(apps, None)
    found = [MayStop.objects.get(pk=row.pk) for row in (corrected, written, named, answered, plain)]
    assert [row.party for row in found] == [cast.party, cast.rival_party, cast.rival_party, cast.party, cast.party]
    assert [row.is_told_to_another for row in found] == [True, False, False, True, False]
    assert set(Friction.objects.values_list("may_stop", flat=True)) == {written.pk, answered.pk}
