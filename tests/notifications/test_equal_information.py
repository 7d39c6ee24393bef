"""Equal information: an answer reaches all parties at one moment and none earlier, and who comes later finds everything."""

import pytest
from django.urls import reverse

from bids import actions as bids
from bids.models import BidPartner
from coalitions import actions as coalitions
from dialogues import actions as dialogues
from events import clock
from notifications.actions import follow_tender
from notifications.equal import ANSWERS
from notifications.models import Mail, Notice
from tenders import actions
from tenders.models import InvolvementRole, Question
from tenders.refusal import Changed
from tenders.steps import Step
from tests import make

ANSWER = "Het plafond is hetzelfde voor iedereen."
LIVE, LATE = "Vragen zijn beantwoord, voor iedereen", "Er zijn al vragen beantwoord"


@pytest.fixture
def tender(cast):
    made = make.tender(cast, step=Step.SELECTION)
    make.dialogue(made)
    return made


@pytest.fixture
def around(cast, tender) -> dict:
    """One person for each way to be a party of this tender, by how."""
    bid = make.bid(cast, make.round(cast, tender), party=cast.party)
    BidPartner.objects.create(bid=bid, party=cast.partner_party, confirmed_at=clock.now())
    invited, map_party, ally, guest_party = (make.party() for _one in range(4))
    make.involve(tender, InvolvementRole.INVITED, party=invited, lot=tender.lots.get())
    seeker = make.listing(cast, cast.rival_party, tender=tender)
    make.coalition(make.introduction(seeker, make.listing(cast, ally, tender=tender), answer="yes"))
    make.stakeholder(cast, tender, party=map_party)
    meeting = make.meeting(tender)
    make.registration(meeting, person=cast.neighbour)
    make.registration(meeting, name="Van de bond", email="bond@example.nl", party=guest_party)
    follow_tender(tender=tender, by=cast.council_member)
    members = {"invited": invited, "on the map": map_party, "ally": ally, "colleague of a guest": guest_party}
    return {
        "maker of a sealed bid": cast.entrepreneur,
        "partner in it": cast.partner,
        "seeks partners": cast.rival,
        "registered for a meeting": cast.neighbour,
        "follower": cast.council_member,
        "who asked": cast.resident,
        **{how: party.memberships.get().user for how, party in members.items()},
    }


def ask_and_answer(cast, tender, *, text="Wat is het plafond?", answer=ANSWER) -> Question:
    question = actions.ask_question(tender=tender, by=cast.resident, text=text, about="Er is € 410.000 per jaar.")
    return actions.answer_question(question=question, by=cast.officer, answer=answer)


def publish(cast, tender, commit) -> None:
    with commit():
        actions.publish_answers(tender=tender, by=cast.officer)


def pages(tender) -> list[str]:
    """Every page on which an answer could stand."""
    of_tender = (
        "portal:show_tender tenders:list_questions tenders:ask_question dialogues:show_dialogue dialogues:export_meetings "
        "calls:show_call bids:list_rounds portal:show_map golden_thread:show_threads notifications:follow_tender"
    )
    alone = "portal:home portal:list_tenders portal:take_part portal:my_work notifications:list_notices coalitions:my_coalitions"
    return [*(reverse(name, args=[tender.slug]) for name in of_tender.split()), *(reverse(name) for name in alone.split())]


def told(title: str) -> set[str]:
    return set(Notice.objects.filter(title=title).values_list("person__email", flat=True))


def test_before_the_moment_no_page_no_mail_and_no_notice_says_the_answer(cast, client_of, commit, tender, around):
    visitor = client_of(cast.visitor)
    etags = {path: visitor.get(path).headers.get("ETag") for path in pages(tender)}
    with commit():
        question = ask_and_answer(cast, tender)
    for how, person in {**around, "visitor": cast.visitor, "mandate": cast.mandate}.items():
        client = client_of(person)
        assert [path for path in pages(tender) if ANSWER in client.get(path).content.decode()] == [], how
        rows = Question.objects.visible_to(person).for_list()
        assert {row.public_answer for row in rows} <= {""}, how
    assert {path: visitor.get(path).headers.get("ETag") for path in pages(tender)} == etags
    mails = "".join(f"{mail.subject}{mail.text}{mail.html}" for mail in Mail.objects.all())
    assert (ANSWER in mails, Notice.objects.filter(kind=ANSWERS).exists(), question.published_at) == (False, False, None)


def test_all_parties_hear_it_at_one_moment_by_the_same_notice(cast, client_of, commit, tender, around):
    etag = client_of(cast.visitor).get(reverse("tenders:list_questions", args=[tender.slug])).headers["ETag"]
    ask_and_answer(cast, tender)
    ask_and_answer(cast, tender, text="En volgend jaar?")
    publish(cast, tender, commit)
    notices = Notice.objects.filter(kind=ANSWERS)
    assert told(LIVE) == {person.email for person in around.values()}
    assert notices.count() == len(around)
    published = set(Question.objects.values_list("published_at", flat=True))
    assert (set(notices.values_list("at", flat=True)), len(published)) == (published, 1)
    assert len(set(notices.values_list("title", "url"))) == 1
    mails = Mail.objects.filter(subject__startswith=LIVE)
    assert set(mails.values_list("to", flat=True)) == told(LIVE) | {"bond@example.nl"}
    for how, person in {**around, "visitor": cast.visitor}.items():
        page = client_of(person).get(reverse("tenders:list_questions", args=[tender.slug])).content.decode()
        assert (page.count(ANSWER), "Over: Er is € 410.000 per jaar." in page) == (2, True), how
    assert client_of(cast.visitor).get(reverse("tenders:list_questions", args=[tender.slug])).headers["ETag"] != etag


def _comes(how: str, cast, tender):
    """Somebody comes to the tender in one way; the person who must hear of the earlier answers."""
    if how == "follows":
        return follow_tender(tender=tender, by=cast.rival) and cast.rival
    if how == "registers":
        return dialogues.register(meeting=make.meeting(tender), by=cast.rival) and cast.rival
    if how == "seeks partners":
        contact = {"name": "R", "email": "r@example.nl", "phone": ""}
        said = {"offers": ["place"], "offers_text": "Plek.", "seeks": ["hands"], "seeks_text": "Handen.", "nameless": True}
        listing = {"municipality": tender.municipality, "tender": tender, "party": cast.rival_party, "contact": contact}
        return coalitions.place_listing(by=cast.rival, **listing, **said) and cast.rival
    if how == "begins a bid":
        return bids.begin_bid(round_=make.round(cast, tender), party=cast.rival_party, by=cast.rival) and cast.rival
    if how == "is put on the map":
        said = {"name": "Welzijn", "kind": "incumbents", "role": "Doet het nu.", "strengths": ""}
        return coalitions.add_stakeholder(tender=tender, by=cast.officer, party="Welzijn Groot", **said) and cast.rival
    return actions.involve(tender=tender, role=InvolvementRole.CO_AUTHOR, by=cast.officer, person=cast.rival) and cast.rival


WAYS = ("follows", "registers", "seeks partners", "begins a bid", "is put on the map", "gets a role")


@pytest.mark.parametrize("how", WAYS)
def test_who_comes_later_finds_everything_and_hears_once_where(cast, client_of, commit, tender, how):
    ask_and_answer(cast, tender)
    publish(cast, tender, commit)
    with commit():
        person = _comes(how, cast, tender)
    notices = Notice.objects.filter(person=person, kind=ANSWERS)
    assert list(notices.values_list("title", "url")) == [(LATE, reverse("tenders:list_questions", args=[tender.slug]))]
    assert ANSWER in client_of(person).get(notices.get().url).content.decode()
    mailed = Mail.objects.filter(to=person.email, subject__startswith=LATE).count()
    assert mailed == (0 if how == "begins a bid" else 1)


def test_who_comes_in_every_way_hears_it_once_and_new_answers_once_more(cast, commit, tender):
    ask_and_answer(cast, tender)
    publish(cast, tender, commit)
    for how in WAYS:
        with commit():
            _comes(how, cast, tender)
    mine = Notice.objects.filter(person=cast.rival, kind=ANSWERS)
    assert list(mine.values_list("title", flat=True)) == [LATE]
    ask_and_answer(cast, tender, text="En de tuin?", answer="Die hoort erbij.")
    publish(cast, tender, commit)
    assert list(mine.order_by("id").values_list("title", flat=True)) == [LATE, LIVE]
    with commit():
        _comes("registers", cast, tender)
    assert mine.count() == 2


def test_a_guest_without_an_account_gets_a_mail_that_says_where(cast, commit, tender):
    ask_and_answer(cast, tender)
    publish(cast, tender, commit)
    with commit():
        dialogues.register(meeting=make.meeting(tender), by=None, name="Bep", email="bep@example.nl", code="k7wp-93bd-xm2h")
    [mail] = Mail.objects.filter(to="bep@example.nl").exclude(subject__startswith="Wij hebben uw aanmelding")
    assert (mail.subject, reverse("tenders:list_questions", args=[tender.slug]) in mail.text) == (f"{LATE}: {tender.title}", True)


def test_where_nothing_was_answered_yet_nobody_hears_anything(cast, commit, tender):
    actions.ask_question(tender=tender, by=cast.resident, text="Wat is het plafond?")
    for how in WAYS:
        with commit():
            _comes(how, cast, tender)
    assert not Notice.objects.filter(kind=ANSWERS).exists()


def test_a_published_answer_stays_as_it_was_read(cast, client_of, commit, tender):
    question = ask_and_answer(cast, tender)
    publish(cast, tender, commit)
    with pytest.raises(Changed):
        actions.answer_question(question=question, by=cast.buyer, answer="Iets anders.")
    question.refresh_from_db()
    assert question.answer == ANSWER


def test_two_colleagues_who_answer_do_not_overwrite_each_other(cast, client_of, tender):
    question = actions.ask_question(tender=tender, by=cast.resident, text="Wat is het plafond?")
    page = reverse("tenders:answer_question", args=[question.public_id])
    client_of(cast.officer).post(page, {"answer": "Eerst.", "version": 1, "once": "a"})
    late = client_of(cast.buyer).post(page, {"answer": "Later.", "version": 1, "once": "b"})
    question.refresh_from_db()
    assert (question.answer, "Een collega gaf antwoord" in late.content.decode(), "Later." in late.content.decode()) == (
        "Eerst.",
        True,
        True,
    )
    again = {"answer": "Samen.", "version": late.context["form"]["version"].value(), "once": "c"}
    assert client_of(cast.buyer).post(page, again).status_code == 302


def test_a_resident_asks_about_a_figure_from_the_figure_itself(cast, client_of, tender):
    page = client_of(cast.resident).get(reverse("dialogues:show_dialogue", args=[tender.slug])).content.decode()
    ask = f"{reverse('tenders:ask_question', args=[tender.slug])}?over=Feit%201"
    assert ask in page
    client = client_of(cast.resident)
    assert 'value="Feit 1"' in client.get(ask).content.decode()
    client.post(ask, {"about": "Feit 1", "text": "Klopt dit?", "once": "a"})
    assert list(Question.objects.values_list("about", "text", "asked_by")) == [("Feit 1", "Klopt dit?", cast.resident.pk)]
