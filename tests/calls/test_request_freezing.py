"""Freezing: rows, numbers in print, one fingerprint."""

import pytest

from calls.freezing import freeze
from calls.models import CallVersion, Clause, Section
from documents.fingerprint import fingerprint
from tenders.steps import Step
from tests import make


@pytest.fixture
def call(cast):
    return make.call(cast, make.tender(cast, step=Step.REQUEST))


def test_a_frozen_version_holds_clauses_criteria_scale_and_indicators(cast, call):
    version = freeze(call, by=cast.officer, reason="klaar")
    assert [(c.number, c.title, c.position) for c in version.clauses.all()] == [
        ("2.1", "Waar het om gaat", 1),
        ("4.1", "Wat wij willen bereiken", 2),
        ("6.1", "Geld en looptijd", 3),
        ("7.1", "Wie kan meedoen", 4),
        ("8.1", "Hoe wij kiezen", 5),
    ]
    assert [(c.name, c.weight) for c in version.criteria.all()] == [("Het werkt", 6_000), ("Samen", 4_000)]
    assert [g.points for g in version.grades.all()] == [2, 4, 6, 8, 10]
    assert [(i.name, i.frozen_clause.number) for i in version.indicators.all()] == [("Mensen die drie dagen komen", "4.1")]
    assert (version.number, version.for_bids, version.published_at) == (1, False, None)


def test_the_fingerprint_is_of_the_content_and_changes_with_a_single_word(cast, call):
    first = freeze(call, by=cast.officer)
    assert first.content_sha256 == fingerprint(CallVersion.objects.get(pk=first.pk).content)
    call.short_version = "Iets anders."
    call.save()
    second = freeze(call, by=cast.officer)
    assert (first.number, second.number) == (1, 2)
    assert first.content_sha256 != second.content_sha256


def test_what_was_withdrawn_is_not_frozen(cast, call, move_clock):
    from events import clock

    Clause.objects.filter(call=call, section=Section.OUTCOME).update(withdrawn_at=clock.now(), withdrawn_because="dubbel")
    call.criteria.filter(position=2).update(withdrawn_at=clock.now())
    version = freeze(call, by=cast.officer)
    assert [c.number for c in version.clauses.all()] == ["2.1", "6.1", "7.1", "8.1"]
    assert [c.name for c in version.criteria.all()] == ["Het werkt"]
    assert version.indicators.count() == 0


def test_the_version_for_bids_holds_the_procedure(cast, call):
    version = freeze(call, by=cast.officer, for_bids=True, procedure={"route": "subsidy_tender"})
    assert (version.for_bids, version.content["procedure"]) == (True, {"route": "subsidy_tender"})


def test_make_gives_a_published_version(cast):
    version = make.published_call(cast, make.tender(cast, step=Step.SELECTION))
    assert (version.number, version.for_bids, version.published_at is not None) == (2, True, True)
    assert version.criteria.count() == 2
