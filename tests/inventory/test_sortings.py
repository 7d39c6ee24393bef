"""Sorting on a telephone without an account, coming back with a code, and typing in what was put on paper or said at a table."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.urls import reverse

from events import clock
from events.models import Event
from inventory import actions
from inventory.counted import votes_of
from inventory.forms import SortForm
from inventory.models import Group, SortedBy, Sorting, Vote
from inventory.sorting import Share
from tenders import dates
from tenders.codes import hash_code
from tenders.refusal import Changed, Refused
from tests import make


@pytest.fixture
def board(cast):
    return make.board(cast)


def address(page: str, board, *more) -> str:
    return reverse(f"inventory:{page}", args=["zwolle", board.public_id, *more])


def filled(board, *choices: str, group="residents", **more) -> dict:
    tasks = [task.line.public_id for task in board.tasks.select_related("line")]
    chosen = {f"taak-{task}": choice for task, choice in zip(tasks, choices, strict=False) if choice}
    return {"once": "a", "group": group} | chosen | more


def votes(board) -> list[dict[str, Share]]:
    found = votes_of(list(board.tasks.values_list("pk", flat=True)))
    return [found.get(task, {}) for task in board.tasks.values_list("pk", flat=True)]


def choose(board, choice="together") -> dict:
    return dict.fromkeys(board.tasks.values_list("pk", flat=True), choice)


def test_a_visitor_sorts_without_a_cookie_and_gets_a_code(cast, client_of, board):
    answer = client_of(cast.visitor).post(address("sort_tasks", board), filled(board, "residents", "together"))
    assert (answer.status_code, answer.cookies) == (200, {})
    assert "no-store" in answer["Cache-Control"]
    sorting = Sorting.objects.get()
    assert (sorting.code_hash, sorting.group, sorting.channel) == (hash_code(answer.context["code"]), "residents", "website")
    assert votes(board) == [{"residents": Share(residents=1)}, {"residents": Share(together=1)}]


def test_of_a_person_no_moment_no_account_and_no_address_is_kept(cast, client_of, board):
    client_of(cast.resident).post(address("sort_tasks", board), filled(board, "residents"))
    sorting = Sorting.objects.get()
    assert (sorting.sorted_on, sorting.entered_by, sorting.entered_at) == (clock.today(), None, None)
    assert str(cast.resident.pk) != sorting.owner_mark and len(sorting.owner_mark) == 64
    event = Event.objects.get(name="inventory.tasks_sorted")
    assert (event.actor_id, event.at, event.data, event.thing_id) == (None, clock.beginning_of(clock.today()), {}, board.pk)


def test_the_same_form_sent_twice_counts_once(cast, client_of, board):
    pages = [client_of(cast.visitor).post(address("sort_tasks", board), filled(board, "residents")) for _time in range(2)]
    assert (len({page.context["code"] for page in pages}), Sorting.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        ({"group": ""}, ["group"]),
        ({"group": "municipality"}, ["group"]),
        ({"group": "<script>"}, ["group"]),
    ],
)
def test_who_cannot_be_counted_is_told_beside_the_field(cast, client_of, board, form, wrong):
    answer = client_of(cast.visitor).post(address("sort_tasks", board), filled(board, "residents", "together") | form)
    assert (list(answer.context["form"].errors), Sorting.objects.count()) == (wrong, 0)
    assert 'value="together" id' in answer.content.decode().replace('" checked', '"') and "checked" in answer.content.decode()


def test_nothing_chosen_is_told_at_the_first_task(cast, client_of, board):
    answer = client_of(cast.visitor).post(address("sort_tasks", board), filled(board, "-"))
    first = board.tasks.select_related("line").first().line.public_id
    assert answer.context["form"].errors == {f"taak-{first}": ["Kies bij minstens één taak wie die moet oppakken."]}


def test_who_works_for_the_municipality_sorts_for_it_and_for_nobody_else(cast, client_of, board):
    for person in (cast.officer, cast.community_worker, cast.council_member):
        page = client_of(person).get(address("sort_tasks", board))
        assert page.context["form"].fields["group"].choices == [("municipality", "Mensen van de gemeente")]
    assert client_of(cast.officer).post(address("sort_tasks", board), filled(board, "residents")).context["form"].errors
    client_of(cast.officer).post(address("sort_tasks", board), filled(board, "residents", group="municipality"))
    assert list(Sorting.objects.values_list("group", flat=True)) == ["municipality"]
    for person in (cast.stranger, cast.resident):  # who works for another municipality is a neighbour here
        offered = client_of(person).get(address("sort_tasks", board)).context["form"].fields["group"].choices
        assert [value for value, _label in offered] == ["residents", "organisations", "entrepreneurs"]


def test_where_the_municipality_does_not_sort_its_people_cannot(cast, client_of):
    board = make.board(cast, asks_municipality=False)
    assert "sorteert de gemeente zelf niet mee" in client_of(cast.officer).get(address("sort_tasks", board)).content.decode()
    with pytest.raises(Refused):
        actions.sort_tasks(board=board, by=cast.officer, code="x", group=Group.RESIDENTS, choices=choose(board))


def test_an_account_counts_once_and_finds_its_own_back(cast, client_of, board):
    client, page = client_of(cast.resident), address("sort_tasks", board)
    client.post(page, filled(board, "residents", "together"))
    form = client.get(page).context["form"]
    assert (form.initial["group"], [field.initial for _task, field in form.each]) == ("residents", ["residents", "together"])
    client.post(page, filled(board, "municipality", "-", version="1", once="b"))
    assert votes(board) == [{"residents": Share(municipality=1)}, {"residents": Share()}]
    with pytest.raises(Changed):
        actions.sort_tasks(board=board, by=cast.resident, code="y", group=Group.RESIDENTS, choices=choose(board))


def test_with_the_code_one_changes_what_one_chose(cast, client_of, board):
    make.sorting(board, "residents", "together", code="bd7k-hm4p-xr2t")
    client = client_of(cast.visitor)
    page = client.post(address("change_sorting", board), {"code": "BD7K hm4p xr2t"})
    assert [field.initial for _task, field in page.context["form"].each] == ["residents", "together"]
    changed = client.post(address("change_sorting", board), filled(board, "", "municipality", code="bd7k-hm4p-xr2t", version="1"))
    assert changed.context["changed"] is True
    assert votes(board) == [{"residents": Share()}, {"residents": Share(municipality=1)}]
    assert Event.objects.get(name="inventory.sorting_changed").actor_id is None


def test_the_page_for_codes_leads_to_it_too_and_after_closing_it_only_shows(cast, client_of, move_clock):
    board = make.board(cast, days=5)
    make.sorting(board, "residents", code="bd7k-hm4p-xr2t")
    client, code = client_of(cast.visitor), {"code": "bd7k-hm4p-xr2t", "once": "a"}
    found = client.post("/code/", code)
    assert "inventory/change_sorting.html" in [one.name for one in found.templates]
    assert found.context["form"].errors == {}
    move_clock(days=10)
    page = client.post("/code/", code)
    assert "inventory/show_own_sorting.html" in [one.name for one in page.templates]
    assert [words for _title, words in page.context["rows"]] == ["Bewoners", "Weet ik niet"]


def test_what_changed_elsewhere_is_not_overwritten_and_the_same_twice_is_no_change(cast, client_of, board):
    sorting = make.sorting(board, "residents", "residents", code="bd7k-hm4p-xr2t")
    form = filled(board, "together", "together", code="bd7k-hm4p-xr2t", version="1")
    client, page = client_of(cast.visitor), address("change_sorting", board)
    assert [client.post(page, form).context.get("changed") for _time in range(2)] == [True, True]
    answer = client.post(page, filled(board, "municipality", code="bd7k-hm4p-xr2t", version="1", once="c"))
    assert "U veranderde dit net ergens anders" in answer.content.decode()
    assert (votes(board)[0], Sorting.objects.get(pk=sorting.pk).version) == ({"residents": Share(together=1)}, 2)


def test_a_wrong_code_and_many_of_them_are_refused(cast, client_of, board):
    other = make.board(cast)
    make.sorting(other, "residents", code="bd7k-hm4p-xr2t")
    client, page = client_of(cast.visitor), address("change_sorting", board)
    assert "Wij kennen deze code niet" in client.post(page, {"code": "bd7k-hm4p-xr2t"}).content.decode()
    for _time in range(20):
        answer = client.post(page, {"code": "bbbb-bbbb-bbbb"})
    assert "verkeerde codes" in answer.content.decode()


def test_one_address_that_sorts_very_often_waits(cast, client_of, board):
    cache.clear()
    client = client_of(cast.visitor)
    for number in range(40):
        client.post(address("sort_tasks", board), filled(board, "residents", once=f"n{number}"))
    answer = client.post(address("sort_tasks", board), filled(board, "residents", once="x"))
    assert ("Wacht een kwartier" in answer.content.decode(), Sorting.objects.count()) == (True, 40)


def test_before_and_after_nobody_sorts_and_the_page_says_so(cast, client_of):
    for board, words in ((make.board(cast, begins_in=3), "nog niet begonnen"), (make.board(cast, state="counting"), "is dicht")):
        answer = client_of(cast.visitor).post(address("sort_tasks", board), filled(board, "residents"))
        assert (answer.status_code, words in answer.content.decode(), board.sortings.count()) == (403, True, 0)
        with pytest.raises(Refused):
            actions.sort_tasks(board=board, by=None, code="x", group=Group.RESIDENTS, choices=choose(board))


def test_paper_is_typed_in_one_form_after_another_and_taken_back(cast, client_of, board):
    client, page = client_of(cast.community_worker), address("enter_form", board)
    for number in ("a", "b"):
        assert client.post(page, filled(board, "residents", once=number)).status_code == 302
    assert list(Sorting.objects.values_list("number", "channel", "code_hash")) == [(1, "paper", ""), (2, "paper", "")]
    client.post(address("take_back_entry", board, 1), {"once": "c"})
    client.post(address("take_back_entry", board, 1), {"once": "d"})
    assert (votes(board)[0], Sorting.objects.counting().count()) == ({"residents": Share(residents=1)}, 1)
    shown = client.get(page).content.decode()
    assert ("Teruggenomen" in shown, "nummer 1 " in shown.lower()) == (True, True)


def table_form(board, *counts: tuple, **more) -> dict:
    form = {"label": "Tafel 2", "people": "8", "sorted_on": clock.today().isoformat(), "group": "residents", "once": "a"}
    for task, three in zip(board.tasks.select_related("line"), counts, strict=False):
        for sort, number in zip(("residents", "together", "municipality"), three, strict=True):
            form[f"taak-{task.line.public_id}-{sort}"] = number
    return form | more


def test_a_table_of_eight_counts_as_eight(cast, client_of, board):
    client_of(cast.officer).post(address("enter_table", board), table_form(board, ("5", "2", "1"), ("", "3", "")))
    assert votes(board) == [{"residents": Share(5, 2, 1)}, {"residents": Share(0, 3, 0)}]
    sorting = Sorting.objects.get()
    assert (sorting.channel, sorting.people, sorting.label, sorting.entered_by) == (SortedBy.TABLE, 8, "Tafel 2", cast.officer)


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"people": "2"}, "taak"),
        ({"people": "0"}, "people"),
        ({"people": "5000"}, "people"),
        ({"label": "  "}, "label"),
        ({"sorted_on": "2999-01-01"}, "sorted_on"),
        ({"sorted_on": "gisteren"}, "sorted_on"),
        ({"group": "iedereen"}, "group"),
    ],
)
def test_what_is_wrong_with_a_table_is_said_beside_its_field_and_stays(cast, client_of, board, change, wrong):
    answer = client_of(cast.officer).post(address("enter_table", board), table_form(board, ("5", "2", "1")) | change)
    errors = answer.context["form"].errors
    assert ([name for name in errors if name.startswith(wrong)] != [], Vote.objects.count()) == (True, 0)
    assert 'value="5"' in answer.content.decode()


def test_nothing_is_typed_in_once_everybody_sees_the_votes(cast, client_of):
    board = make.board(cast, state="counted")
    for page in ("enter_form", "enter_table"):
        assert client_of(cast.officer).get(address(page, board)).status_code == 403
    made = make.sorted_table(cast, board, (5, 2, 1))
    with pytest.raises(Refused):
        actions.take_back_entry(board=board, number=made.number, by=cast.officer)
    with pytest.raises(Refused):
        actions.enter_form(board=board, by=cast.officer, group=Group.RESIDENTS, choices=choose(board))


def test_only_who_keeps_the_board_and_community_workers_type_in(cast, client_of, board):
    for page in ("enter_form", "enter_table"):
        people = (cast.officer, cast.buyer, cast.community_worker, cast.resident, cast.council_member, cast.stranger)
        codes = [client_of(person).get(address(page, board)).status_code for person in people]
        assert codes == [200, 200, 200, 403, 403, 403]


def test_the_blank_form_is_a_pdf_for_everybody(cast, client_of):
    board = make.board(cast, tasks=25)
    answer = client_of(cast.visitor).get(address("print_board", board))
    assert (answer.status_code, answer.content[:5], answer["Content-Type"]) == (200, b"%PDF-", "application/pdf")


def test_a_board_of_25_tasks_fits_in_one_form(cast):
    board = make.board(cast, tasks=25)
    form = SortForm(tasks=list(board.tasks.select_related("line")), groups=board.groups)
    assert len(form.each) == 25


def test_a_day_is_late_by_a_second_only_when_it_is_over(cast, move_clock):
    board = make.board(cast, begins_in=0, days=0)
    move_clock(to=clock.beginning_of(clock.today()) + dt.timedelta(hours=23, minutes=59))
    assert actions.sort_tasks(board=board, by=None, code="x", group=Group.RESIDENTS, choices=choose(board)).pk
    move_clock(to=clock.now() + dt.timedelta(minutes=2))
    with pytest.raises(Refused):
        actions.sort_tasks(board=board, by=None, code="y", group=Group.RESIDENTS, choices=choose(board))


def test_of_a_board_that_closed_there_is_no_form_any_more_and_the_page_says_since_when(cast, client_of):
    board = make.board(cast, state="counting")
    answer = client_of(cast.visitor).get(address("print_board", board))
    said = f"Het sloot op {dates.day(board.ends_on)}. Daarom is er geen formulier meer."
    assert (answer.status_code, said in answer.content.decode()) == (403, True)


def test_an_officer_reads_the_day_and_not_that_the_role_is_missing(cast, client_of):
    over, coming = make.board(cast, state="counted"), make.board(cast, begins_in=5)
    said = [client_of(cast.officer).get(address("enter_table", board)).content.decode() for board in (over, coming)]
    assert f"Dit bord sloot op {dates.day(over.ends_on)}." in said[0]
    assert f"Mensen kunnen sorteren vanaf {dates.day(coming.begins_on)}." in said[1]
    assert "Dit bord sloot" not in client_of(cast.resident).get(address("enter_table", over)).content.decode()
