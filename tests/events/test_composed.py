"""A statement that is composed once gives what Django gives, with any values; what can't be composed once is refused."""

import datetime as dt

import pytest
from django.db import connection
from django.db.models import F, Prefetch

from accounts.models import Municipality, Role, User
from events import clock
from events.composed import Pageable, bring, composed_once, number_of
from tenders.models import StepPlan, Tender
from tenders.steps import Step
from tests import make


@pytest.fixture
def tenders(cast):
    return [make.tender(cast, slug=f"traject-{place}", reference=str(place)) for place in range(4)]


@composed_once
def _tenders(ids, slug):
    return Tender.objects.filter(pk__in=ids).exclude(slug=slug).select_related("municipality").order_by("-pk")


def test_it_gives_the_rows_of_its_values_each_time(tenders):
    ids = [one.pk for one in tenders]
    for some, slug in ((ids, "traject-0"), (ids, "traject-3"), (ids[:2], "x"), ([], "x"), (ids[::-1], "traject-1")):
        plain = Tender.objects.filter(pk__in=some).exclude(slug=slug).order_by("-pk")
        assert _tenders(some, slug) == list(plain)


def test_it_asks_in_the_words_of_django_and_brings_along_what_was_asked(tenders, statements):
    ids = [one.pk for one in tenders]
    with statements() as sent:
        names = [one.municipality.name for one in _tenders(ids, "x")]
    plain = Tender.objects.filter(pk__in=ids).exclude(slug="x").select_related("municipality").order_by("-pk")
    assert [one["sql"] for one in sent] == [str(plain.query).replace("= x", "= 'x'")]
    assert len(names) == 4


def test_what_changed_meanwhile_is_read(tenders):
    assert _tenders([tenders[0].pk], "x")[0].title == tenders[0].title
    Tender.objects.filter(pk=tenders[0].pk).update(title="Anders")
    assert _tenders([tenders[0].pk], "x")[0].title == "Anders"


def test_values_tuples_counts_and_cuts(tenders):
    @composed_once
    def rows(step, cut):
        return Tender.objects.filter(step=step).order_by("pk").values_list("slug", "step")[cut]

    @composed_once
    def number(step):
        return number_of(Tender.objects.filter(step=step))

    page = Pageable(rows, number, Step.DIALOGUE)
    assert (page.count(), page[0:2], page[2:4]) == (
        4,
        [("traject-0", 1), ("traject-1", 1)],
        [("traject-2", 1), ("traject-3", 1)],
    )
    assert (Pageable(rows, number, 2).count(), Pageable(rows, number, 2)[0:2]) == (0, [])


def test_nothing_and_yes_and_no_belong_to_the_words(tenders):
    @composed_once
    def by(published, withdrawn_at):
        rows = Tender.objects.filter(published_at__isnull=not published, withdrawn_at=withdrawn_at)
        return rows.order_by("pk")

    Tender.objects.filter(pk=tenders[1].pk).update(published_at=None)
    assert [[one.pk for one in by(published, None)] for published in (True, False)] == [
        [one.pk for one in tenders if one.pk != tenders[1].pk],
        [tenders[1].pk],
    ]


def test_a_moment_is_a_value_and_so_is_its_day(cast):
    @composed_once
    def roles(person_id, now):
        return Role.objects.active(now).filter(user=person_id)

    soon = clock.now() + dt.timedelta(days=800)
    assert roles(cast.officer.pk, clock.now()) == list(Role.objects.active().filter(user=cast.officer))
    Role.objects.filter(user=cast.officer).update(until=clock.today() + dt.timedelta(days=30))
    assert (len(roles(cast.officer.pk, clock.now())), roles(cast.officer.pk, soon)) == (1, [])


def test_the_database_s_own_clock_moves_along(tenders):
    @composed_once
    def published():
        return Tender.objects.filter(published_at__lt=clock.Now() - dt.timedelta(days=0))

    Tender.objects.update(published_at=clock.now() + dt.timedelta(days=2))
    before = published()
    clock.set_offset(dt.timedelta(days=3))
    assert (before, len(published())) == ([], 4)


def test_what_points_at_a_row_is_brought_along(tenders, statements):
    plan = StepPlan.objects.create(tender=tenders[0], step=Step.REQUEST)
    bring(tenders[0], "plans", [plan])
    with statements() as sent:
        assert list(tenders[0].plans.all()) == [plan]
    assert len(sent) == 0
    assert list(tenders[0].plans.filter(step=Step.DIALOGUE)) == []


@pytest.mark.parametrize("value", [1.5, dt.timedelta(1), object()])
def test_only_plain_values_are_taken(value):
    with pytest.raises(TypeError, match="can't be asked with"):
        _tenders([1], value)


def test_a_row_is_no_value(cast):
    with pytest.raises(TypeError, match="User can't be asked with: give its id"):
        _tenders([cast.officer], "x")


def _at_a_moment(pk):
    return Tender.objects.filter(pk=pk, published_at__lte=clock.now())


def _on_a_day(pk):
    return StepPlan.objects.filter(pk=pk, ends_on__gte=clock.today())


def _counts_with_its_value(pk):
    return Tender.objects.filter(pk=pk + 1)


def _asks_something_else_first(pk):
    return Tender.objects.filter(municipality=Municipality.objects.get(pk=pk))


def _keeps_a_prefetch(pk):
    return Tender.objects.filter(pk=pk).prefetch_related(Prefetch("plans", queryset=StepPlan.objects.filter(step=F("step"))))


def _cuts_at_its_value(pk):
    return Tender.objects.all()[:pk]


@pytest.mark.parametrize(
    "compose",
    [
        _at_a_moment,
        _on_a_day,
        _counts_with_its_value,
        _asks_something_else_first,
        _keeps_a_prefetch,
        _cuts_at_its_value,
    ],
)
def test_what_would_be_otherwise_the_next_time_is_refused(db, compose):
    with pytest.raises(TypeError):
        composed_once(compose)(1)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_on_postgresql_it_gives_what_django_gives(cast):
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")
    tender = make.tender(cast)
    assert _tenders([tender.pk], "x") == [tender]
    assert User.objects.get(pk=cast.officer.pk).active_roles() == list(cast.officer.roles.active())


def test_a_number_that_no_column_holds_finds_nothing(db):
    @composed_once
    def plans_of(number):
        return StepPlan.objects.filter(step=number)

    assert [plans_of(number) for number in (10**20, -(10**400))] == [[], []]
