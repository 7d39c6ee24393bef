"""Paper: blank forms with a code to tear off, and a stack of filled-in ones that is typed in."""

import datetime as dt
import io
import re
import threading

import pikepdf
import pytest
from django.db import connection, connections
from django.urls import reverse

from dialogues import actions
from dialogues.conditions import flags_decided
from dialogues.models import Contribution, Dialogue, Sheet, Stack
from events import clock
from events.models import Event
from tenders import dates
from tenders.codes import hash_code
from tenders.models import InvolvementRole
from tests import make

FORM = {"sheet": "", "text": "Een bank om op te zitten.", "kind": "need", "theme": "", "original_language": "", "original_text": ""}
FORM |= {"name_choice": "name", "shown_name": "Gerda", "email": "", "once": "abc"}
HTMX = {"HX-Request": "true"}


@pytest.fixture
def tender(cast):
    made = make.tender(cast)
    make.dialogue(made)
    return made


def url(page: str, tender, *args) -> str:
    return reverse(f"dialogues:{page}", args=[tender.slug, *args])


def typed(client, stack, *, headers=None, **changes):
    return client.post(url("type_form", stack.tender, stack.public_id), FORM | changes, headers=headers or {})


# Printing


def test_forms_are_numbered_and_of_their_codes_only_hashes_are_kept(cast, client_of, tender):
    meeting = make.meeting(tender)
    form = {"number": "3", "question": "Wat mist u?", "meeting": meeting.pk, "once": "p"}
    response = client_of(cast.community_worker).post(url("print_sheets", tender), form)
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert "no-store" in response["Cache-Control"]
    assert len(pikepdf.open(io.BytesIO(response.content)).pages) == 3
    rows = list(Sheet.objects.values_list("number", "meeting", "printed_by", "contribution"))
    assert rows == [(number, meeting.pk, cast.community_worker.pk, None) for number in (1, 2, 3)]
    assert Event.objects.get(name="dialogues.sheets_printed").data == {"sheets": 3}


def test_the_same_form_sent_again_is_the_same_paper_and_another_one_counts_on(cast, client_of, tender):
    client, form = client_of(cast.officer), {"number": "2", "question": "Wat mist u?", "once": "p"}
    first, again = (client.post(url("print_sheets", tender), form).content for _time in range(2))
    assert first == again
    client.post(url("print_sheets", tender), form | {"once": "q"})
    assert list(Sheet.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


@pytest.mark.parametrize(("number", "sentence"), [("51", "Print er hoogstens 50 tegelijk."), ("0", "Print er ten minste één.")])
def test_nobody_prints_none_or_a_thousand(cast, client_of, tender, number, sentence):
    form = {"number": number, "question": "Wat mist u in de buurt?", "once": "p"}
    response = client_of(cast.officer).post(url("print_sheets", tender), form)
    assert response.context["form"].errors == {"number": [sentence]}
    assert "Wat mist u in de buurt?" in response.content.decode()
    assert Sheet.objects.count() == 0


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (" ", "Schrijf de vraag die bovenaan staat."),
        (
            "ماذا تحتاج",
            "Het formulier kan deze letters niet laten zien: ماذتحج. Stel de vraag in het Nederlands; antwoorden mag in elke taal.",
        ),
        ("x" * 161, None),
    ],
)
def test_a_question_that_paper_cannot_show_is_refused(cast, client_of, tender, question, sentence):
    response = client_of(cast.officer).post(url("print_sheets", tender), {"number": "2", "question": question, "once": "p"})
    errors = response.context["form"].errors
    assert list(errors) == ["question"]
    assert sentence in (None, *errors["question"])
    assert Sheet.objects.count() == 0


def test_the_code_on_the_slip_leads_to_what_was_typed_in(cast, client_of, tender):
    make.sheets(cast, tender, codes=["ppr4-fr7m-ndr2", "bbbb-bbbb-bbbb"])
    stack = make.stack(cast, tender)
    response = typed(client_of(cast.officer), stack, sheet="1")
    made = Contribution.objects.get()
    assert Sheet.objects.get(number=1).contribution == made
    assert "De code voor wie het schreef" not in response.content.decode()
    found = client_of(cast.visitor).post(reverse("portal:follow_code"), {"code": "PPR4 fr7m ndr2"})
    assert found.headers["Location"] == made.get_absolute_url()


def test_a_form_that_was_printed_for_a_meeting_was_said_there_only_when_the_officer_says_so(cast, client_of, tender):
    meeting, other = make.meeting(tender), make.meeting(tender)
    make.sheets(cast, tender, codes=("ppr4-fr7m-ndr2", "k7wp-93bd-xm2h"), meeting=meeting)
    typed(client_of(cast.officer), make.stack(cast, tender), sheet="1", text="Een bank.")
    typed(client_of(cast.officer), make.stack(cast, tender, meeting=other), sheet="2", text="Een lamp.", once="b")
    assert list(Contribution.objects.order_by("number").values_list("meeting", flat=True)) == [None, other.pk]


def test_a_copied_form_is_refused_with_the_number_that_it_has(cast, client_of, tender):
    make.sheets(cast, tender)
    client, stack = client_of(cast.officer), make.stack(cast, tender)
    typed(client, stack, sheet="1")
    response = typed(client, stack, sheet="1", text="Iets anders.", once="b")
    (sentence,) = response.context["form"].errors["sheet"]
    assert sentence.startswith("Dit formulier is al ingetypt: het is nummer 1. Hebt u een kopie?")
    assert "Iets anders." in response.content.decode()
    assert Contribution.objects.count() == 1


def test_a_form_of_another_tender_is_not_known_here(cast, client_of, tender):
    make.sheets(cast, make.tender(cast))
    response = typed(client_of(cast.officer), make.stack(cast, tender), sheet="1")
    assert response.context["form"].errors["sheet"] == [
        "Een formulier met dit nummer is voor dit traject niet geprint. Kijk nog eens."
    ]


def test_at_the_desk_a_printed_form_keeps_its_code_too(cast, client_of, tender):
    make.sheets(cast, tender)
    form = FORM | {"sheet": "1", "channel": "desk", "meeting": "", "said_on": clock.today().isoformat()}
    page = client_of(cast.officer).post(url("enter_contribution", tender), form).content.decode()
    assert "De code op het strookje van het formulier leidt ernaartoe." in page
    assert "mw-code" not in page
    assert Contribution.objects.get().code_hash == hash_code("ppr4-fr7m-ndr2")


# Typing in a stack


def test_a_stack_begins_with_what_its_forms_have_in_common(cast, client_of, tender):
    meeting, day = make.meeting(tender), clock.today() - dt.timedelta(days=1)
    form = {"channel": "meeting", "meeting": meeting.pk, "said_on": day.isoformat(), "once": "s"}
    make.involve(tender, InvolvementRole.GUIDE, person=cast.guide)
    response = client_of(cast.guide).post(url("begin_stack", tender), form)
    stack = Stack.objects.get()
    assert response.headers["Location"] == url("type_form", tender, stack.public_id)
    typed(client_of(cast.guide), stack)
    made = Contribution.objects.get()
    assert (made.channel, made.meeting, made.said_on, made.entered_by, made.stack) == ("meeting", meeting, day, cast.guide, stack)


def test_twenty_forms_are_typed_in_one_after_another_without_reloading(cast, client_of, tender):
    client, stack = client_of(cast.officer), make.stack(cast, tender)
    for number in range(1, 21):
        page = typed(client, stack, headers=HTMX, text=f"Formulier {number} van de stapel", once=f"t{number}").content.decode()
        assert "<html" not in page
        assert f"Bewaard als nummer {number}." in page
        assert 'id="formulier"' in page
        assert 'hx-swap-oob="true"' in page
    assert "20 formulieren ingetypt" in page
    assert 'value="Formulier' not in page  # the next form is empty
    assert [row.number for row in stack.forms.order_by("number")] == list(range(1, 21))


def test_without_a_number_the_code_is_shown_once_to_hand_over(cast, client_of, tender):
    page = typed(client_of(cast.officer), make.stack(cast, tender)).content.decode()
    code = re.search(r"[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}", page)[0]
    assert hash_code(code) == Contribution.objects.get().code_hash


def test_a_form_with_an_error_keeps_everything_and_the_focus_is_on_the_errors(cast, client_of, tender):
    changes = {"text": "", "shown_name": "Gerda van beneden", "original_text": "Nog iets"}
    page = typed(client_of(cast.officer), make.stack(cast, tender), headers=HTMX, **changes).content.decode()
    assert "data-focus" in page
    assert "Gerda van beneden" in page
    assert "Nog iets" in page
    assert "0 formulieren ingetypt" in page


def test_a_double_click_is_one_form(cast, client_of, tender):
    client, stack = client_of(cast.officer), make.stack(cast, tender)
    pages = [typed(client, stack, headers=HTMX).content.decode() for _time in range(2)]
    assert Contribution.objects.count() == 1
    assert all("Bewaard als nummer 1." in page for page in pages)


def test_who_was_signed_out_keeps_what_is_typed_and_hears_it(cast, client_of, tender):
    response = typed(client_of(cast.visitor), make.stack(cast, tender), headers=HTMX)
    assert (response.headers["HX-Retarget"], response.headers["HX-Reswap"]) == ("#melding", "innerHTML")
    assert "Niet bewaard: u was niet meer ingelogd." in response.content.decode()
    assert Contribution.objects.count() == 0


def test_without_javascript_a_signed_out_person_gets_the_words_back(cast, client_of, tender):
    stack = make.stack(cast, tender)
    here = {"Origin": "http://testserver"}
    response = client_of(cast.visitor).post(url("type_form", tender, stack.public_id), FORM, headers=here)
    assert response.status_code == 403
    assert FORM["text"] in response.content.decode()
    assert Contribution.objects.count() == 0


# Taking back


def back(client, stack, number, **more):
    return client.post(url("take_back_form", stack.tender, stack.public_id, number), FORM, **more)


def test_a_mistake_keeps_its_number_and_nobody_sees_its_words(cast, client_of, tender):
    client, stack = client_of(cast.officer), make.stack(cast, tender)
    typed(client, stack, text="Ik heet eigenlijk Truus.")
    page = back(client, stack, 1).content.decode()
    made = Contribution.objects.get()
    assert (made.number, made.hidden_because) == (1, "Bij vergissing ingetypt")
    assert None not in (made.withdrawn_at, made.hidden_at)
    assert "Nummer 1 is teruggenomen." in page
    assert FORM["text"] in page  # what stood half typed in the form
    event = Event.objects.get(name="dialogues.form_taken_back")
    assert (event.thing_id, event.actor_id, event.is_public) == (made.pk, cast.officer.pk, True)
    visitor = client_of(cast.visitor)
    assert "Truus" not in visitor.get(url("show_dialogue", tender)).content.decode()
    place = visitor.get(made.get_absolute_url()).content.decode()
    assert ("Truus" in place, "Bij vergissing ingetypt. De plek blijft." in place) == (False, True)
    typed(client, stack, text="Opnieuw.", once="b")
    assert list(Contribution.objects.order_by("number").values_list("number", "text")) == [
        (1, "Ik heet eigenlijk Truus."),
        (2, "Opnieuw."),
    ]


def test_a_mistake_is_called_taken_back_counts_not_as_hidden_and_is_no_matter_for_an_appeal(cast, client_of, tender):
    client, stack = client_of(cast.officer), make.stack(cast, tender)
    typed(client, stack, text="Dubbel.")
    typed(client, stack, text="Een bank.", once="b")
    back(client, stack, 1)
    make.hiding(cast, make.contribution(tender))
    visitor, made = client_of(cast.visitor), Contribution.objects.get(number=1)
    shown = " ".join(visitor.get(url("show_dialogue", tender)).content.decode().split())
    assert ("Teruggenomen" in shown, shown.count("Hebt u dit geschreven?")) == (True, 1)
    assert ("2 keer inbreng." in shown, "1 ervan is verborgen." in shown, "1 inbreng is verborgen" in shown) == (True,) * 3
    place = visitor.get(made.get_absolute_url()).content.decode()
    assert ("Inbreng 1 is teruggenomen" in place, "Hebt u dit geschreven?" in place) == (True, False)
    assert visitor.get(url("appeal_hiding", tender, 1)).status_code == 302
    threads = visitor.get(reverse("golden_thread:show_threads", args=[tender.slug]))
    assert (threads.context["hidden"], "Inbreng 1 is teruggenomen" in threads.content.decode()) == (1, True)


def test_after_taking_back_the_printed_form_is_typed_again_under_the_same_code(cast, client_of, tender):
    make.sheets(cast, tender)
    client, stack = client_of(cast.officer), make.stack(cast, tender)
    typed(client, stack, sheet="1", text="Verkeerd gelezen.")
    back(client, stack, 1, headers=HTMX)
    typed(client, stack, sheet="1", text="Goed gelezen.", once="b")
    second = Contribution.objects.get(number=2)
    assert Sheet.objects.get().contribution == second
    found = client_of(cast.visitor).post(reverse("portal:follow_code"), {"code": "ppr4-fr7m-ndr2"})
    assert found.headers["Location"] == second.get_absolute_url()


def test_taking_back_twice_changes_nothing(cast, client_of, tender):
    client, stack = client_of(cast.officer), make.stack(cast, tender)
    typed(client, stack)
    for _time in range(2):
        back(client, stack, 1)
    assert Event.objects.filter(name="dialogues.form_taken_back").count() == 1


@pytest.mark.parametrize("reason", ["answered", "over", "of another stack"])
def test_what_was_answered_or_is_of_another_sitting_stays(cast, client_of, tender, move_clock, reason):
    client, stack = client_of(cast.officer), make.stack(cast, tender)
    typed(client, stack)
    if reason == "answered":
        make.response(cast, Contribution.objects.get())
    if reason == "over":
        move_clock(hours=13)
    page = back(client, make.stack(cast, tender) if reason == "of another stack" else stack, 1)
    assert "Dit kon niet worden teruggenomen." in page.content.decode()
    assert Contribution.objects.get().withdrawn_at is None


def test_what_went_along_with_a_form_that_is_taken_back_waits_for_an_answer_of_its_own_again(cast, client_of, tender):
    client, stack = client_of(cast.officer), make.stack(cast, tender)
    typed(client, stack)
    along = make.contribution(tender, text="Ik ook.")
    actions.merge_contribution(contribution=along, into=Contribution.objects.get(number=1), by=cast.buyer, reason="Hetzelfde.")
    back(client, stack, 1)
    assert list(Contribution.objects.unanswered().values_list("number", flat=True)) == [along.number]
    merging = along.mergings.get()
    assert (merging.ended_by, merging.ended_because) == (
        cast.officer,
        "De inbreng waar deze bij hoorde, was bij vergissing ingetypt en is teruggenomen.",
    )


def test_who_reported_a_form_that_is_taken_back_hears_what_happened_and_nothing_waits(cast, client_of, tender):
    client, stack = client_of(cast.officer), make.stack(cast, tender)
    typed(client, stack)
    flag = make.flag(Contribution.objects.get(), person=cast.resident)
    back(client, stack, 1)
    flag.refresh_from_db()
    assert (flag.outcome, flag.decided_by, flag.reason) == (
        "hidden",
        cast.officer,
        "Dit was bij vergissing ingetypt en is teruggenomen. Niemand kan de woorden nog lezen.",
    )
    assert flags_decided(tender)
    assert Event.objects.filter(name="dialogues.flag_decided").count() == 1


def test_an_anonymous_form_says_only_the_day_also_when_it_is_taken_back(cast, client_of, tender):
    client, stack = client_of(cast.officer), make.stack(cast, tender)
    typed(client, stack, name_choice="anonymous", shown_name="")
    back(client, stack, 1)
    made, midnight = Contribution.objects.get(), clock.beginning_of(clock.today())
    assert (made.entered_at, made.withdrawn_at, made.hidden_at) == (None, midnight, midnight)
    events = Event.objects.filter(name__in=["dialogues.contribution_entered", "dialogues.form_taken_back"])
    assert {(event.at, event.thing_kind) for event in events} == {(midnight, "tenders.tender")}


# Who


def test_paper_is_for_the_team_and_a_stack_for_who_began_it(cast, client_of, tender):
    stack = make.stack(cast, tender)
    people = (cast.officer, cast.community_worker, cast.resident, cast.entrepreneur, cast.stranger)
    assert [client_of(one).get(url("print_sheets", tender)).status_code for one in people] == [200, 200, 403, 403, 403]
    assert [client_of(one).get(url("begin_stack", tender)).status_code for one in people] == [200, 200, 403, 403, 403]
    page = url("type_form", tender, stack.public_id)
    assert [client_of(one).get(page).status_code for one in people] == [200, 404, 404, 404, 404]


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_takes_as_many_statements_for_one_form_as_for_three(cast, client_of, statements, tender, many):
    client, stack = client_of(cast.officer), make.stack(cast, tender)
    for number in range(many):
        typed(client, stack, text=f"Tekst {number}", once=f"t{number}")
    page = url("type_form", tender, stack.public_id)
    client.get(page)
    with statements() as sent:
        client.get(page)
    assert len(sent) == 7


def test_two_who_type_the_same_printed_form_get_one_contribution(cast, tender):
    make.sheets(cast, tender)
    words = {"text": "Een bank.", "name_choice": "anonymous", "sheet": 1}
    made = [actions.type_form(stack=make.stack(cast, tender), by=cast.officer, code=code, **words) for code in ("a", "b")]
    assert made[0] == made[1]


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_at_the_same_moment_a_printed_form_is_typed_once_and_forms_are_numbered_once(cast):
    tender = make.tender(cast)
    make.dialogue(tender)
    make.sheets(cast, tender)
    stacks = [make.stack(cast, tender) for _one in range(4)]
    together = threading.Barrier(8)

    def work(place: int) -> None:
        together.wait()
        words = {"text": "Een bank.", "name_choice": "anonymous", "sheet": 1}
        if place < 4:
            actions.type_form(stack=stacks[place], by=cast.officer, code=f"code-{place}", **words)
        else:
            actions.print_sheets(tender=tender, by=cast.officer, codes=[f"{place}-{number}" for number in range(5)])
        connections.close_all()

    threads = [threading.Thread(target=work, args=[place]) for place in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Contribution.objects.count() == 1
    assert list(Sheet.objects.values_list("number", flat=True)) == list(range(1, 22))


@pytest.mark.parametrize("name_choice", ["name", "anonymous"])
def test_the_team_reads_in_its_list_who_took_a_form_back_and_why(cast, client_of, tender, name_choice):
    client, stack = client_of(cast.buyer), make.stack(cast, tender, by=cast.buyer)
    typed(client, stack, text="Ik heet eigenlijk Truus.", name_choice=name_choice)
    back(client, stack, 1)
    page = client_of(cast.officer).get(url("list_contributions", tender) + "?staat=alle").content.decode()
    assert f"Teruggenomen door {cast.buyer.name} op {dates.day(clock.today())}" in page
    assert ("Bij vergissing ingetypt." in page, "Truus" in page) == (True, False)
    for address in (url("show_dialogue", tender), Contribution.objects.get().get_absolute_url()):
        assert cast.buyer.name not in client_of(cast.visitor).get(address).content.decode()


def test_of_a_conversation_that_closed_no_new_forms_are_printed_and_the_page_says_since_when(cast, client_of, tender):
    Dialogue.objects.filter(tender=tender).update(closes_on=clock.today() - dt.timedelta(days=2))
    form = {"number": "3", "question": "Wat mist u?", "once": "p"}
    page = client_of(cast.officer).post(url("print_sheets", tender), form).content.decode()
    closed = dates.day(clock.today() - dt.timedelta(days=2))
    assert (f"Het gesprek sloot op {closed}. Daarom zijn er geen nieuwe formulieren." in page, Sheet.objects.exists()) == (
        True,
        False,
    )
