"""A sorting board as its officer keeps it and as everybody reads it."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.urls import reverse

from events import clock
from events.models import Event
from inventory import actions
from inventory.models import Board, BoardFollower, LineKind
from inventory.tasks import let_results_come
from notifications.models import Mail, Notice
from portal.work import own_tasks
from tenders.refusal import Refused
from tests import make


def address(page: str, *args) -> str:
    return reverse(f"inventory:{page}", args=["zwolle", *args])


def form_of(*lines, begins_in=0, days=20, **more) -> dict:
    begins = clock.today() + dt.timedelta(days=begins_in)
    values = {"title": "Wie doet wat?", "reason": "Wij willen het weten.", "area": "", "once": "a", "asks_organisations": "on"}
    days = {"begins_on": begins.isoformat(), "ends_on": (begins + dt.timedelta(days=days)).isoformat()}
    return values | days | {"tasks": [line.pk for line in lines]} | more


def text_of(answer) -> str:
    return answer.content.decode()


def test_an_officer_makes_a_board_of_tasks_and_everybody_finds_it(cast, client_of):
    tasks = [make.line(cast, title="Bermen"), make.line(cast, title="Bankjes")]
    answer = client_of(cast.officer).post(address("make_board"), form_of(*tasks))
    board = Board.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, board.get_absolute_url())
    assert [task.line.title for task in board.tasks.select_related("line")] == ["Bankjes", "Bermen"]
    assert [group.value for group in board.groups] == ["residents", "organisations"]
    visitor = client_of(cast.visitor)
    for page in (board.get_absolute_url(), address("list_boards"), address("show_inventory"), "/gemeenten/zwolle/", "/meedoen/"):
        assert "Wie doet wat?" in text_of(visitor.get(page))
    assert Event.objects.get(name="inventory.board_made").is_public


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"tasks": []}, "tasks"),
        ({"title": ""}, "title"),
        ({"reason": ""}, "reason"),
        ({"ends_on": "2020-01-01"}, "ends_on"),
        ({"begins_on": "2020-01-01"}, "begins_on"),
        ({"begins_on": "9999-12-31"}, "begins_on"),
        ({"tasks": ["99999999999999999999"]}, "tasks"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_stays(cast, client_of, change, wrong):
    answer = client_of(cast.officer).post(address("make_board"), form_of(make.line(cast), title="Blijft staan") | change)
    assert (wrong in answer.context["form"].errors, Board.objects.count()) == (True, 0)
    assert wrong == "title" or "Blijft staan" in text_of(answer)


def test_only_tasks_of_this_municipality_that_still_stand_lie_on_a_board(cast, client_of):
    make.line(cast, municipality=cast.other_municipality)
    make.line(cast, kind=LineKind.MONEY)
    make.line(cast, ended_at=clock.now(), ended_because="Weg.")
    mine = make.line(cast)
    offered = client_of(cast.officer).get(address("make_board")).context["form"].fields["tasks"].queryset
    assert list(offered) == [mine]


def test_26_tasks_are_too_many(cast):
    lines = [make.line(cast) for _one in range(26)]
    known = {"title": "x", "reason": "y", "area": None, "begins_on": clock.today(), "ends_on": clock.today()}
    asks = {"asks_organisations": False, "asks_entrepreneurs": False, "asks_municipality": False}
    with pytest.raises(Refused) as refused:
        actions.make_board(municipality=cast.municipality, by=cast.officer, tasks=lines, **known, **asks)
    assert list(refused.value.error_dict) == ["tasks"]


def test_a_board_changes_until_somebody_sorts(cast, client_of):
    board, more = make.board(cast), make.line(cast, title="Erbij")
    client, page = client_of(cast.officer), address("edit_board", board.public_id)
    begins_in = (board.begins_on - clock.today()).days
    assert client.post(page, form_of(more, begins_in=begins_in, version="1", title="Anders")).status_code == 302
    board.refresh_from_db()
    assert (board.title, board.version, board.tasks.count()) == ("Anders", 2, 3)
    late = client.post(page, form_of(begins_in=begins_in, version="1", title="Te laat", once="b"))
    assert ("Een collega veranderde dit bord" in text_of(late), "Te laat" in text_of(late)) == (True, True)
    make.sorting(board, "residents")
    refused = client.post(page, form_of(begins_in=begins_in, version="2", once="c"))
    assert "Er is al iemand die sorteerde" in text_of(refused)
    opened = client.get(page, follow=True)
    assert (opened.redirect_chain[0][0], "Er is al iemand die sorteerde" in text_of(opened)) == (board.get_absolute_url(), True)


def test_a_task_taken_off_stays_with_its_reason_and_counts_no_more(cast, client_of):
    board = make.board(cast, tasks=2)
    task = board.tasks.select_related("line").first()
    page = address("withdraw_task", board.public_id, task.line.public_id)
    assert "reason" in client_of(cast.officer).post(page, {"reason": "", "once": "a"}).context["form"].errors
    assert client_of(cast.officer).post(page, {"reason": "Dit mag alleen de provincie.", "once": "b"}).status_code == 302
    shown = client_of(cast.visitor).get(board.get_absolute_url())
    assert [one.task.pk for one in shown.context["results"]] == [board.tasks.last().pk]
    assert "Dit mag alleen de provincie." in text_of(shown)
    with pytest.raises(Refused):
        actions.withdraw_task(task=board.tasks.last(), by=cast.officer, reason="Ook weg.")


def test_a_board_closes_early_with_a_reason(cast, client_of):
    board = make.board(cast)
    page = address("close_board", board.public_id)
    assert client_of(cast.officer).post(page, {"reason": "De avond is geweest.", "once": "a"}).status_code == 302
    assert "De avond is geweest." in text_of(client_of(cast.visitor).get(board.get_absolute_url()))
    board.refresh_from_db()
    assert (board.is_open, board.is_counting, board.result_on) == (False, True, None)
    assert client_of(cast.officer).get(page).status_code == 403


def test_nobody_sees_a_vote_before_the_result_also_not_an_officer(cast, client_of):
    for state in ("open", "counting"):
        board = make.board(cast, state=state)
        make.sorted_table(cast, board, (41, 42, 43))
        for person in (cast.visitor, cast.resident, cast.officer, cast.administrator, cast.operator):
            page = client_of(person).get(board.get_absolute_url())
            assert [(one.rows, one.bars, one.finding) for one in page.context["results"]] == [([], [], "")] * 2
            assert not any(f">{number}<" in text_of(page) for number in (41, 42, 43))
        typed = text_of(client_of(cast.officer).get(address("enter_table", board.public_id)))
        assert not any(f">{number}<" in typed for number in (41, 42, 43))


def test_the_result_comes_when_the_officer_shows_it_or_by_itself_after_a_week(cast, client_of, move_clock):
    first, second = (make.board(cast, days=5) for _one in range(2))
    move_clock(days=4)
    client_of(cast.officer).post(address("publish_result", first.public_id), {"once": "a"})
    assert [Board.objects.get(pk=one.pk).is_counted for one in (first, second)] == [True, False]
    move_clock(days=5)
    assert Board.objects.counted().count() == 1
    move_clock(days=1)
    assert (Board.objects.counted().count(), Board.objects.get(pk=second.pk).is_counted) == (2, True)
    with pytest.raises(Refused):
        actions.publish_result(board=make.board(cast), by=cast.officer)


def test_the_result_says_per_group_what_was_chosen_and_where_they_do_not_agree(cast, client_of):
    board = make.board(cast, state="counted", tasks=1)
    make.sorted_table(cast, board, (12, 3, 1))
    make.sorted_table(cast, board, (1, 2, 9), group="municipality")
    make.sorted_table(cast, board, (0, 4, 0), group="entrepreneurs")
    page = client_of(cast.visitor).get(board.get_absolute_url())
    result = page.context["results"][0]
    assert result.finding == (
        "De groepen zijn het niet eens. Bewoners kozen het vaakst: bewoners. Mensen van de gemeente kozen het vaakst: gemeente."
    )
    assert result.rows == [["Bewoners", "12", "3", "1", "0"], ["Mensen van de gemeente", "1", "2", "9", "0"]]
    assert page.context["hidden"] == [
        "Ondernemers: 4 mensen sorteerden. Met minder dan tien ziet u wat ieder koos. Daarom staan die stemmen hier niet."
    ]
    assert page.context["channels"] == [("aan tafel", "32")]


def test_who_follows_with_an_account_or_an_address_hears_of_it_once(cast, client_of):
    board = make.board(cast, state="counting")
    page = address("follow_board", board.public_id)
    for _time in range(2):
        answer = client_of(cast.visitor).post(page, {"email": "Buur@Example.nl", "once": "a"})
        assert (answer.cookies, "U hoort het van ons" in text_of(answer)) == ({}, True)
        client_of(cast.resident).post(page, {"once": "a"})
    found = BoardFollower.objects.order_by("email").values_list("user", "email")
    assert list(found) == [(cast.resident.pk, ""), (None, "buur@example.nl")]
    assert "email" in client_of(cast.visitor).post(page, {"email": "geen adres", "once": "a"}).context["form"].errors


def test_followers_get_a_message_when_the_votes_are_there(cast, commit):
    board = make.board(cast, state="counting")
    actions.follow_board(board=board, by=None, email="buur@example.nl")
    actions.follow_board(board=board, by=cast.resident)
    with commit():
        actions.publish_result(board=board, by=cast.officer)
    title = "De stemmen van een sorteerbord zijn er"
    assert list(Mail.objects.order_by("to").values_list("to", "subject")) == [
        ("buur@example.nl", title),
        ("resident@example.nl", title),
    ]
    assert list(Notice.objects.values_list("person", "url")) == [(cast.resident.pk, board.get_absolute_url())]


def test_when_the_day_comes_by_itself_who_asked_is_told_once(cast, commit, move_clock):
    board = make.board(cast, days=5)
    actions.follow_board(board=board, by=None, email="buur@example.nl")
    move_clock(days=(board.result_on - clock.today()).days - 1)
    assert let_results_come() == 0
    move_clock(days=1)
    with commit():
        assert [let_results_come() for _time in range(3)] == [1, 0, 0]
    assert list(Mail.objects.values_list("to", "subject")) == [("buur@example.nl", "De stemmen van een sorteerbord zijn er")]
    told = Event.objects.get(name="inventory.result_published")
    assert (told.is_public, told.actor_id, Board.objects.get().result_at is None) == (True, None, False)


def test_a_result_that_was_shown_or_chosen_on_or_waits_for_an_officer_does_not_come_by_itself(cast):
    shown = make.board(cast, state="counting")
    actions.publish_result(board=shown, by=cast.officer)
    make.board(cast, state="decided")
    make.board(cast, state="counted", closed_at=clock.now(), closed_because="De avond is geweest.")
    assert let_results_come() == 0


def test_only_who_keeps_the_inventory_keeps_its_boards(cast, client_of):
    board, over = make.board(cast), make.board(cast, state="counted")
    pages = [
        address("make_board"),
        address("edit_board", board.public_id),
        address("close_board", board.public_id),
        address("withdraw_task", board.public_id, board.tasks.first().line.public_id),
        address("choose_sort", over.public_id, over.tasks.first().line.public_id),
    ]
    for person, code in ((cast.officer, 200), (cast.buyer, 200), (cast.community_worker, 403), (cast.resident, 403)):
        assert [client_of(person).get(page).status_code for page in pages] == [code] * len(pages)
    assert [client_of(cast.stranger).get(page).status_code for page in pages] == [403] * len(pages)
    assert client_of(cast.officer).get(address("show_board", "bestaatniet")).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_take_as_many_statements_for_more(cast, client_of, statements, count):
    for state in ("open", "counting", "counted", "decided"):
        for _one in range(count):
            board = make.board(cast, state=state, tasks=4 * count)
            for _table in range(count):
                make.sorted_table(cast, board, (6, 3, 2))
        make.line_question(cast, board.tasks.first().line, answer="Zo.", published=True)
    for person, most in ((cast.visitor, 8), (cast.officer, 12)):
        client = client_of(person)
        for page in (board.get_absolute_url(), address("list_boards"), board.tasks.first().line.get_absolute_url()):
            client.get(page)
            with statements() as sent:
                client.get(page, headers={"Cache-Control": "no-cache"})
            assert len(sent) <= most, page
    with statements() as sent:
        client_of(cast.visitor).get(address("sort_tasks", Board.objects.open().first().public_id))
    assert len(sent) <= 4


def test_what_waits_stands_in_my_work_until_the_choices_are_public(cast, client_of, statements):
    client = client_of(cast.officer)
    make.board(cast), make.board(cast, state="decided")
    assert "sorteerbord" not in text_of(client.get("/mijn/"))
    make.board(cast, state="counting"), make.board(cast, state="counted")
    page = text_of(client.get("/mijn/"))
    said = ("1 sorteerbord wacht op uw keuze", "1 sorteerbord: voer het papier in en laat daarna de stemmen zien")
    assert [words in page for words in said] == [True, True]
    with statements() as sent:
        client.get("/mijn/")
    assert len(sent) <= 10
    assert "sorteerbord" not in text_of(client_of(cast.resident).get("/mijn/"))


def test_one_board_that_waits_is_opened_from_my_work_and_more_in_their_list(cast):
    def leads_to() -> str:
        cast.fresh()
        return next(task.url for task in own_tasks(cast.contract_manager) if "wacht" in task.title)

    first = make.board(cast, state="counted")
    assert leads_to() == first.get_absolute_url()
    make.board(cast, state="counted")
    assert leads_to() == reverse("inventory:list_boards", args=["zwolle"])


def test_a_board_is_late_from_the_day_on_which_its_votes_can_be_seen(cast, move_clock):
    board = make.board(cast, state="counting")

    def waits() -> tuple[str, int]:
        cast.fresh()
        return next(
            (task.verb, task.days_late) for task in own_tasks(cast.contract_manager) if task.url == board.get_absolute_url()
        )

    assert (waits(), board.is_counting) == (("Voer in", 0), True)
    move_clock(days=(board.result_on - clock.today()).days)
    assert waits() == ("Kies", 0)
    move_clock(days=3)
    assert waits() == ("Kies", 3)


def test_the_page_of_a_municipality_names_boards_and_budgets_only_where_there_are_some(cast, client_of):
    address, words = (
        reverse("portal:show_municipality", args=["zwolle"]),
        ("Zeg wie welke taak oppakt", "Verdeel het geld van uw buurt"),
    )

    def named(person) -> list[bool]:
        page = client_of(person).get(address).content.decode()
        return [one in page for one in words]

    assert (named(cast.visitor), named(cast.officer)) == ([False, False], [False, True])
    make.board(cast)
    make.budget(cast, state="draft")
    assert named(cast.visitor) == [True, False]
    make.budget(cast)
    cache.clear()
    assert named(cast.visitor) == [True, True]
