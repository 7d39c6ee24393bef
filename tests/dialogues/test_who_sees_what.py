"""Who reads the whole database, the logs and every export: can they find who said something without a name, or when?

Ria is signed in all the time, from an address and a browser that would be recognised. She says three things: under her name,
under a pseudonym, and without a name. Then somebody looks everywhere.
"""

import datetime as dt
import logging
import re
from dataclasses import dataclass

import pytest
from django.core.cache import caches
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from dialogues.models import Contribution
from events import clock
from tests import make
from tests.dialogues.dumps import changed, lines_of_database, lines_of_postgres, table_of

ADDRESS, BROWSER = "203.0.113.77", "Herkenbare-Browser/7.7"
# Each at a minute of its own, in summer, so that Amsterdam and UTC differ by two hours.
MOMENTS = {"name": "09:41:17", "pseudonym": "11:52:23", "anonymous": "13:37:43"}
WORDS = {
    "name": "Onder mijn naam durf ik dit.",
    "pseudonym": "Onder een schuilnaam durf ik dit.",
    "anonymous": "Dit durf ik alleen zonder naam.",
}


@dataclass
class Left:
    """What one contribution left behind: rows, log lines, what is in the cache, and what only its author has."""

    rows: list[str]
    logged: list[str]
    cached: set[str]
    code: str
    token: str


@pytest.fixture
def tender(cast):
    made = make.tender(cast)
    make.dialogue(made, closes_in=400)
    return made


@pytest.fixture
def said(cast, client_of, tender, move_clock, commit, caplog):
    """What Ria's three contributions left behind, by the choice of her name."""
    caplog.set_level(logging.DEBUG)
    ria, left = client_of(cast.resident), {}
    summer = (clock.today() + dt.timedelta(days=300)).replace(month=7, day=14)
    make_room_in(tender, until=summer + dt.timedelta(days=30))
    for choice, moment in MOMENTS.items():
        move_clock(to=timezone.make_aware(dt.datetime.combine(summer, dt.time.fromisoformat(moment))))
        caplog.clear()
        before, cached = lines_of_database(), in_the_cache()
        token = f"token-{choice}"
        form = {"text": WORDS[choice], "theme": "", "name_choice": choice, "shown_name": "Vogelvrij", "once": token}
        page = "contribute_without_name" if choice == "anonymous" else "contribute"
        with commit():
            response = ria.post(
                reverse(f"dialogues:{page}", args=[tender.slug]), form, REMOTE_ADDR=ADDRESS, headers={"User-Agent": BROWSER}
            )
        code = re.search(r'<p class="mw-code mw-large">([^<]+)</p>', response.content.decode())[1]
        assert response.cookies == {}
        rows = changed(before, lines_of_database())
        left[choice] = Left(rows, [record.getMessage() for record in caplog.records], in_the_cache() - cached, code, token)
    return left


def make_room_in(tender, *, until):
    from dialogues.models import Dialogue

    Dialogue.objects.filter(tender=tender).update(closes_on=until)


def tender_grounds(tender):
    from dialogues.models import Ground

    return Ground.objects.filter(dialogue__tender=tender)


def in_the_cache() -> set[str]:
    return set(getattr(caches["default"], "_cache", {}))


def traces_of(person, session: str) -> list[str]:
    return [person.name, person.email, person.public_id, session, ADDRESS, BROWSER]


def test_the_dump_shows_what_is_there_so_that_nothing_can_be_overlooked(cast, said):
    """Of the one with a name all is found: the moment, the person, the words. So looking works."""
    rows = "\n".join(said["name"].rows)
    assert WORDS["name"] in rows
    assert "07:41:" in rows  # UTC
    assert Contribution.objects.get(name_choice="name").author == cast.resident


def test_without_a_name_two_rows_come_and_no_other_row_changes(said):
    assert sorted(table_of(row) for row in said["anonymous"].rows) == ["dialogues_contribution", "events_event"]


def test_no_row_of_it_says_who_from_where_or_when(cast, client_of, said):
    session = client_of(cast.resident).cookies["sessionid"].value
    rows = "\n".join(said["anonymous"].rows)
    for trace in [*traces_of(cast.resident, session), said["anonymous"].code, said["anonymous"].token, "Vogelvrij"]:
        assert trace not in rows
    for moment in ("13:37", "11:37", "37:43"):  # Amsterdam, UTC, and without the hour
        assert moment not in rows


def test_nothing_points_from_it_to_a_person_nor_from_a_person_to_it(cast, said):
    made = Contribution.objects.get(name_choice="anonymous")
    assert {
        field.name: getattr(made, field.attname)
        for field in made._meta.fields
        if field.is_relation and getattr(made, field.attname) is not None
    } == {"tender": made.tender_id}
    pointing = [
        relation.related_model._meta.label
        for relation in made._meta.get_fields(include_hidden=True)
        if relation.auto_created and relation.is_relation and not relation.concrete
        if relation.related_model._default_manager.filter(**{relation.field.name: made.pk}).exists()
    ]
    assert pointing == []


def test_its_event_names_nobody_and_says_only_the_day(said, tender):
    from events.models import Event

    event = Event.objects.filter(name="dialogues.contributed").order_by("pk").last()
    day = clock.beginning_of(clock.day_of(clock.now()))
    assert (event.actor_id, event.thing_kind, event.thing_id, event.data) == (None, "tenders.tender", tender.pk, {})
    assert event.at == day


def test_who_is_behind_a_pseudonym_stands_nowhere_in_the_clear(cast, client_of, said):
    session = client_of(cast.resident).cookies["sessionid"].value
    rows = said["pseudonym"].rows
    assert sorted(table_of(row) for row in rows) == ["dialogues_contribution", "dialogues_pseudonym", "events_event"]
    for trace in [*traces_of(cast.resident, session), said["pseudonym"].code, said["pseudonym"].token]:
        assert trace not in "\n".join(rows)
    made = Contribution.objects.get(name_choice="pseudonym")
    assert (made.author, made.email, made.entered_by) == (None, "", None)


def test_no_line_of_the_log_says_what_was_said_by_whom_or_from_where(cast, client_of, said):
    session = client_of(cast.resident).cookies["sessionid"].value
    for choice in ("pseudonym", "anonymous"):
        logged = "\n".join(said[choice].logged)
        for trace in [*traces_of(cast.resident, session), said[choice].code, said[choice].token, WORDS[choice]]:
            assert trace not in logged


def test_nothing_of_it_stays_in_the_cache(said):
    assert [said[choice].cached for choice in MOMENTS] == [set(), set(), set()]


def test_no_code_is_in_the_database_however_it_is_written(said):
    everything = "\n".join(lines_of_database())
    for left in said.values():
        for written in (left.code, left.code.replace("-", ""), left.code.upper()):
            assert written not in everything


def test_its_slip_leaves_nothing_behind(cast, client_of, said, caplog):
    ria = client_of(cast.resident)
    before = lines_of_database()
    caplog.clear()
    slip = ria.post(reverse("portal:print_slip"), {"code": said["anonymous"].code}, REMOTE_ADDR=ADDRESS)
    assert slip["Content-Type"] == "application/pdf"
    assert "no-store" in slip["Cache-Control"]
    assert changed(before, lines_of_database()) == []
    assert said["anonymous"].code not in "\n".join(record.getMessage() for record in caplog.records)


def test_no_page_and_no_export_says_when_or_who(cast, client_of, said, tender):
    """Everything that somebody can take along: the pages of visitors and of the team, the log of the municipality, calendars."""
    made = Contribution.objects.get(name_choice="anonymous")
    looked_at = [
        (cast.visitor, reverse("dialogues:show_dialogue", args=[tender.slug])),
        (cast.visitor, made.get_absolute_url()),
        (cast.visitor, reverse("golden_thread:show_threads", args=[tender.slug])),
        (cast.visitor, reverse("dialogues:export_meetings", args=[tender.slug])),
        (cast.officer, reverse("dialogues:list_contributions", args=[tender.slug]) + "?staat=alle"),
        (cast.officer, reverse("dialogues:respond", args=[tender.slug, made.number])),
    ]
    log = client_of(cast.administrator).get(reverse("portal:view_log", args=[cast.municipality.slug])).content.decode()
    assert "13.37" not in log
    assert log.count(cast.resident.name) == 1  # what she said under her name
    for person, address in looked_at:
        response = client_of(person).get(address)
        assert response.status_code == 200, address
        for trace in ("13:37", "13.37", "11:37", "11.37", cast.resident.name, cast.resident.email):
            assert trace not in response.content.decode(), (address, trace)


@pytest.mark.parametrize("choice", ["anonymous", "pseudonym"])
def test_a_report_and_a_question_to_look_again_without_a_name_say_only_on_which_day(cast, client_of, tender, move_clock, choice):
    named, nameless = (
        make.contribution(tender, name_choice=one, code=f"{one[:4]}-bbbb-cccc", **more)
        for one, more in (("name", {}), (choice, {"shown_name": ""}))
    )
    flagged, ground = make.contribution(tender), tender_grounds(tender).first()
    for one in (named, nameless):
        make.hiding(cast, one)
    summer = (clock.today() + dt.timedelta(days=300)).replace(month=7, day=14)
    move_clock(to=timezone.make_aware(dt.datetime.combine(summer, dt.time(13, 37, 43))))
    ria, visitor, before = client_of(cast.resident), client_of(cast.visitor), lines_of_database()
    report = {"ground": ground.public_id, "text": "Dit gaat over mijn buurman.", "once": "r"}
    again = {"code": f"{choice[:4]}-bbbb-cccc", "text": "Ik bedoelde mijn hond.", "once": "a"}
    addresses = [reverse("dialogues:flag_contribution", args=[tender.slug, flagged.number])]
    addresses.append(reverse("dialogues:appeal_hiding", args=[tender.slug, nameless.number]))
    for client, address, form in zip((visitor, ria), addresses, (report, again), strict=True):
        assert client.post(address, form, REMOTE_ADDR=ADDRESS, headers={"User-Agent": BROWSER}).status_code == 200
    rows = changed(before, lines_of_database())
    assert sorted(table_of(row) for row in rows) == ["dialogues_appeal", "dialogues_flag", "events_event", "events_event"]
    traces = [*traces_of(cast.resident, ria.cookies["sessionid"].value), "13:37", "11:37", "37:43"]
    assert [trace for trace in traces if trace in "\n".join(rows)] == []
    # Of who gave a name the moment is kept, and is found: so looking works.
    address = reverse("dialogues:appeal_hiding", args=[tender.slug, named.number])
    visitor.post(address, again | {"code": "name-bbbb-cccc"})
    assert "11:37" in "\n".join(changed(before, lines_of_database()))


def test_the_page_without_a_name_reads_no_session_whatever_the_browser_sends(cast, client_of, tender, statements):
    client = client_of(cast.resident)
    page = reverse("dialogues:contribute_without_name", args=[tender.slug])
    form = {"text": "Zonder sessie.", "theme": "", "once": "z"}
    with statements() as sent:
        shown = client.get(page)
        client.post(page, form)
    asked = " ".join(query["sql"] for query in sent)
    assert "django_session" not in asked
    assert "accounts_user" not in asked
    assert cast.resident.name not in shown.content.decode()
    assert shown.headers["Content-Security-Policy"].count("sandbox") == 1
    assert Contribution.objects.get().author is None


def test_who_sends_it_signed_in_all_the_same_is_asked_again_and_nothing_is_kept(cast, client_of, tender):
    ria = client_of(cast.resident)
    before = lines_of_database()
    form = {"text": "Toch liever zonder naam.", "theme": "", "name_choice": "anonymous", "shown_name": "Ria", "once": "n"}
    response = ria.post(reverse("dialogues:contribute", args=[tender.slug]), form)
    page = response.content.decode()
    assert "Er is nog niets bewaard." in page
    assert "Toch liever zonder naam." in page
    assert f'action="{reverse("dialogues:contribute_without_name", args=[tender.slug])}"' in page
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert changed(before, lines_of_database()) == []


def test_who_is_signed_in_chooses_a_name_or_a_pseudonym_and_finds_the_other_page(cast, client_of, tender):
    page = client_of(cast.resident).get(reverse("dialogues:show_dialogue", args=[tender.slug])).content.decode()
    assert re.findall(r'name="name_choice" value="(\w+)"', page) == ["name", "pseudonym"]
    assert reverse("dialogues:contribute_without_name", args=[tender.slug]) in page
    visitor = client_of(cast.visitor).get(reverse("dialogues:show_dialogue", args=[tender.slug])).content.decode()
    assert re.findall(r'name="name_choice" value="(\w+)"', visitor) == ["name", "pseudonym", "anonymous"]


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_a_dump_of_postgresql_says_no_more(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender)
    ria = client_of(cast.resident)
    before = lines_of_postgres(connection.settings_dict)
    form = {"text": WORDS["anonymous"], "theme": "", "once": "pg"}
    ria.post(reverse("dialogues:contribute_without_name", args=[tender.slug]), form, REMOTE_ADDR=ADDRESS)
    rows = changed(before, lines_of_postgres(connection.settings_dict))
    assert sorted(table_of(row) for row in rows) == ["dialogues_contribution", "events_event"]
    assert WORDS["anonymous"] in "\n".join(rows)
    session = ria.cookies["sessionid"].value
    for trace in traces_of(cast.resident, session):
        assert trace not in "\n".join(rows)
    midnight = clock.beginning_of(clock.today())
    moments = re.findall(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.\d]*", "\n".join(rows))
    assert set(moments) == {f"{midnight.astimezone(dt.UTC):%Y-%m-%d %H:%M:%S}"}
