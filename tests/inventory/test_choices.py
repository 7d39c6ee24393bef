"""What the municipality chooses for a task: always with a reason, and against most residents with one more."""

import pytest
from django.urls import reverse

from events import clock
from events.models import Event
from inventory import actions
from inventory.models import BoardChoice, BoardTask, Sort, TaskTender
from tenders.refusal import Changed, Refused
from tests import make


@pytest.fixture
def board(cast):
    board = make.board(cast, state="counted")
    make.sorted_table(cast, board, (12, 3, 1))
    make.sorted_table(cast, board, (1, 2, 9), group="municipality")
    return board


def page_of(task) -> str:
    return reverse("inventory:choose_sort", args=["zwolle", task.board.public_id, task.line.public_id])


def choose(cast, task, sort=Sort.RESIDENTS, *, version=0, **more) -> BoardChoice:
    return actions.choose_sort(task=task, by=cast.officer, version=version, sort=sort, reason="Dit past het beste.", **more)


def test_a_choice_with_most_residents_needs_one_reason(cast, client_of, board):
    task = board.tasks.select_related("line", "board").first()
    client = client_of(cast.officer)
    answer = client.post(page_of(task), {"version": "0", "sort": "residents", "reason": "", "once": "a"})
    assert list(answer.context["form"].errors) == ["reason"]
    client.post(page_of(task), {"version": "0", "sort": "residents", "reason": "De buurt doet het al.", "once": "b"})
    made = BoardChoice.objects.get()
    assert (made.sort, made.reason, made.against_because, made.published_at) == ("residents", "De buurt doet het al.", "", None)


def test_a_choice_against_most_residents_is_refused_without_saying_what_weighs_heavier(cast, client_of, board):
    task = board.tasks.select_related("line", "board").first()
    form = {"version": "0", "sort": "municipality", "reason": "Wij doen het.", "against_because": " ", "once": "a"}
    answer = client_of(cast.officer).post(page_of(task), form)
    said = "De meeste bewoners kozen “Bewoners”. Zeg wat zwaarder weegt dan dat."
    assert (answer.context["form"].errors, BoardChoice.objects.count()) == ({"against_because": [said]}, 0)
    assert "Wij doen het." in answer.content.decode()
    client_of(cast.officer).post(page_of(task), form | {"against_because": "De wet vraagt het.", "once": "b"})
    assert BoardChoice.objects.get().against_because == "De wet vraagt het."


def test_of_too_few_residents_nobody_learns_what_most_chose(cast):
    board = make.board(cast, state="counted")
    make.sorted_table(cast, board, (8, 0, 0))
    assert choose(cast, board.tasks.first(), Sort.MUNICIPALITY).against_because == ""


def test_nobody_but_who_keeps_the_board_sees_a_choice_before_all_are_public(cast, client_of, board):
    choose(cast, board.tasks.first())
    url = board.get_absolute_url()
    for person, seen in ((cast.visitor, False), (cast.community_worker, False), (cast.officer, True)):
        assert ("Dit past het beste." in client_of(person).get(url).content.decode()) is seen
    assert "Dit past het beste." not in client_of(cast.officer).get(board.tasks.first().line.get_absolute_url()).content.decode()


def test_choices_become_public_together_and_only_when_each_task_has_one(cast, client_of, board):
    first, second = board.tasks.select_related("line")
    choose(cast, first)
    url = reverse("inventory:publish_choices", args=["zwolle", board.public_id])
    answer = client_of(cast.officer).post(url, {"once": "a"}, follow=True)
    assert f"Deze taak heeft nog geen keuze: {second.line.title}." in answer.content.decode()
    choose(cast, first, version=1, sort=Sort.TOGETHER, against_because="Samen gaat sneller.")
    choose(cast, second)
    client_of(cast.officer).post(url, {"once": "b"})
    page = client_of(cast.visitor).get(board.get_absolute_url())
    chosen = [(one.choice.sort, len(one.earlier)) for one in page.context["results"]]
    assert chosen == [("together", 0), ("residents", 0)]  # what was only a draft stays one
    assert "De meeste bewoners kozen iets anders. Dit weegt zwaarder:" in page.content.decode()
    assert Event.objects.get(name="inventory.choices_published").is_public


def test_a_public_choice_changes_only_with_a_reason_and_the_earlier_stays(cast, client_of, board):
    for task in board.tasks.all():
        choose(cast, task)
    actions.publish_choices(board=board, by=cast.officer)
    task = board.tasks.select_related("line", "board").first()
    form = {"version": "1", "sort": "together", "reason": "Samen.", "against_because": "Sneller.", "once": "a"}
    answer = client_of(cast.officer).post(page_of(task), form)
    assert list(answer.context["form"].errors) == ["changed_because"]
    client_of(cast.officer).post(page_of(task), form | {"changed_because": "De buurt vroeg hulp.", "once": "b"})
    shown = client_of(cast.visitor).get(board.get_absolute_url())
    result = shown.context["results"][0]
    assert (result.choice.sort, [one.sort for one in result.earlier]) == ("together", ["residents"])
    assert all(words in shown.content.decode() for words in ("De buurt vroeg hulp.", "Dit past het beste."))
    assert Event.objects.get(name="inventory.choice_changed").is_public


def test_two_officers_do_not_overwrite_each_other(cast, client_of, board):
    task = board.tasks.select_related("line", "board").first()
    choose(cast, task)
    answer = client_of(cast.buyer).post(page_of(task), {"version": "0", "sort": "residents", "reason": "Ik ook.", "once": "a"})
    page = answer.content.decode()
    assert all(words in page for words in ("Een collega koos net voor u", "Dit past het beste.", "Ik ook."))
    with pytest.raises(Changed):
        choose(cast, task)


def test_nothing_is_chosen_before_the_result_or_for_a_task_that_is_off(cast, client_of, board):
    early = make.board(cast, state="counting")
    task = early.tasks.select_related("line", "board").first()
    assert client_of(cast.officer).get(page_of(task)).status_code == 403
    with pytest.raises(Refused):
        choose(cast, task)
    off = board.tasks.first()
    with pytest.raises(Refused):  # nobody takes a task off because of its votes
        actions.withdraw_task(task=off, by=cast.officer, reason="Niet meer.")
    board.tasks.filter(pk=off.pk).update(withdrawn_at=clock.now(), withdrawn_because="Niet meer.")
    with pytest.raises(Refused):
        choose(cast, off)


def test_what_follows_stands_with_the_choice_and_on_the_page_of_the_task(cast, client_of):
    board = make.board(cast, state="decided", tasks=3)
    alone, together, ours = board.tasks.select_related("line")
    make.board_choice(cast, together, sort=Sort.TOGETHER, published_at=board.decided_at)
    make.board_choice(cast, ours, sort=Sort.MUNICIPALITY, published_at=board.decided_at)
    begin = [[text for text, _url in one.links] for one in client_of(cast.officer).get(board.get_absolute_url()).context["results"]]
    assert begin == [["Vraag om plannen"], ["Begin hiermee een traject"], []]
    make.period(cast, line=alone.line, title="Wie doet de bermen?")
    tender = make.tender(cast, title="Samen de bermen")
    TaskTender.objects.create(line=together.line, tender=tender, started_by=cast.officer)
    visitor = client_of(cast.visitor)
    links = [[text for text, _url in one.links] for one in visitor.get(board.get_absolute_url()).context["results"]]
    assert links == [["Wie doet de bermen?"], ["Samen de bermen"], []]
    page = visitor.get(together.line.get_absolute_url()).content.decode()
    assert all(words in page for words in ("Wie pakt dit op?", board.title, "Samen de bermen"))
    assert "De gemeente doet dit zelf." in visitor.get(ours.line.get_absolute_url()).content.decode()


def test_a_tender_that_is_not_public_is_not_shown_to_a_visitor(cast, client_of):
    board = make.board(cast, state="decided", tasks=1)
    task = board.tasks.get()
    make.board_choice(cast, task, sort=Sort.TOGETHER, published_at=board.decided_at)
    TaskTender.objects.create(line=task.line, tender=make.tender(cast, published=False, title="Geheim"), started_by=cast.officer)
    assert "Geheim" in client_of(cast.officer).get(board.get_absolute_url()).content.decode()
    assert "Geheim" not in client_of(cast.visitor).get(board.get_absolute_url()).content.decode()


def test_the_page_of_a_task_shows_the_votes_of_the_newest_board_and_links_to_the_others(cast, client_of, board):
    task = board.tasks.select_related("line").first()
    open_board, older = make.board(cast), make.board(cast, state="decided", tasks=1, begins_in=-90, title="Vorig jaar")
    for other in (open_board, older):
        BoardTask.objects.create(board=other, line=task.line, place=9)
    taken = make.sorted_table(cast, board, (0, 0, 40), taken_back_at=clock.now())
    make.sorted_table(cast, open_board, (0, 0, 40))
    page = client_of(cast.visitor).get(task.line.get_absolute_url())
    result = page.context["result"]
    assert (result.task.board, taken.board) == (board, board)
    assert result.rows == [["Bewoners", "12", "3", "1", "0"], ["Mensen van de gemeente", "1", "2", "9", "0"]]
    assert (page.context["earlier_boards"], result.choice) == ([older], None)
    assert "De gemeente koos nog niet." in page.content.decode()
