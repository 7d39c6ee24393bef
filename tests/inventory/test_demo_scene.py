"""The scenes of the demo: boards of the Indische Buurt, Leudal's inventory, Arnhem's ambitions, and what may stop, there and
in Rotterdam.
"""

from calls.models import CallVersion
from inventory.counted import shown_of
from inventory.models import Board, BoardChoice, Friction, Line, LineKind, MayStop, Period, Sorting, TaskTender
from inventory.transition import transition_of
from notifications.models import Notice
from portal.demo.load import load
from portal.demo.scenes import friction, inventory, oost_board
from tenders.codes import hash_code


def test_the_boards_of_the_indische_buurt_play(db, client_of):
    world = load(with_stories=False)
    oost_board.play(world)
    first, waiting, now = Board.objects.order_by("begins_on")
    assert [board.area.name for board in (first, waiting, now)] == ["Indische Buurt"] * 3
    assert [(board.decided_at is not None, board.is_counted, board.is_open) for board in (first, waiting, now)] == [
        (True, True, False),
        (False, True, False),
        (False, False, True),
    ]
    shown = shown_of(first)
    assert [row.groups for row in shown.rows] == [("residents",), ("organisations", "entrepreneurs"), ("municipality",)]
    choices = BoardChoice.objects.filter(published_at__isnull=False)
    assert (choices.count(), choices.exclude(against_because="").count(), choices.exclude(changed_because="").count()) == (10, 3, 1)
    assert Sorting.objects.filter(code_hash=hash_code(oost_board.CODE), board=now).exists()
    assert "1 sorteerbord wacht op uw keuze" in client_of(world.person("sylke")).get("/mijn/").content.decode()


def test_the_scene_plays(db, client_of):
    world = load(with_stories=False)
    inventory.play(world)
    leudal, arnhem = world.municipalities["leudal"], world.municipalities["arnhem"]
    lines = Line.objects.filter(municipality=leudal)
    assert {kind: lines.filter(kind=kind).count() for kind in LineKind if lines.filter(kind=kind).exists()} == {
        "supply": 4,
        "money": 10,
        "task": 8,
        "building": 2,
        "contract": 4,
        "subsidy": 5,
    }
    assert set(lines.filter(kind=LineKind.TASK).values_list("fitness", flat=True)) == {"fit", "not_fit", "not_needed"}
    assert Line.objects.filter(municipality=arnhem, kind=LineKind.AMBITION).count() == 3
    tender = world.tenders["jongeren"]
    assert (TaskTender.objects.get().tender, Period.objects.open().count()) == (tender, 1)
    assert (MayStop.objects.filter(read_at__isnull=False).count(), Friction.objects.count()) == (3, 2)
    # Two of three told what it costs: a sum would show whose it is.
    assert (transition_of(tender)["told"], transition_of(tender)["sum"]) == (2, {})
    assert "Zeg wat stoppen van u vraagt" in client_of(world.person("tine")).get("/mijn/").content.decode()
    assert Notice.objects.count() == 0  # nobody runs the reactions while the demo is loaded


def test_rotterdam_publishes_its_request_with_the_sum_of_three_and_what_more_time_saves(db, client_of):
    world = load(with_stories=False)
    friction.play(world)
    version = CallVersion.objects.get(tender=world.tenders["opvoeden"], for_bids=True, published_at__isnull=False)
    told = version.content["transition"]
    assert [stop["notice_months"] for stop in told["stops"]] == [12, 9, 6]
    assert told["sum"] == {
        "costs": 340_700_000,
        "costs_with_time": 116_800_000,
        "staff": 727,
        "volunteers": 115,
        "clients": 6_480,
    }
    row = MayStop.objects.get(line__party=world.parties["gezinswijs"])
    seen = {key: client_of(world.person(key)).get(row.get_absolute_url()).status_code for key in ("ineke", "dunja", "wilma")}
    assert seen == {"ineke": 200, "dunja": 200, "wilma": 404}
