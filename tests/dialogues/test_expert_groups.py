"""Theme groups: people from every side, a guide who keeps out of the content, and what the council decided."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from dialogues import actions
from dialogues.groups_page import standing_of
from dialogues.models import CouncilOutcome, Expert, ExpertGroup, Goal, Interest, NetworkQuestion, Overlap, Proposal
from dialogues.sums import Sum, Worth, doubtful, sum_of
from events import clock
from events.models import Event
from notifications import talkers
from tenders.models import InvolvementRole
from tenders.refusal import Changed, Refused
from tests import make

_FORM = {"title": "Deel de hal.", "text": "Twee clubs delen een hal.", "amount": "40.000", "budget_item": ""}


@pytest.fixture
def tender(cast):
    tender = make.tender(cast)
    make.dialogue(tender)
    make.involve(tender, InvolvementRole.GUIDE, person=cast.guide)
    return tender


@pytest.fixture
def group(cast, tender):
    return make.group(tender, experts=[cast.resident], guide=cast.guide)


def address(page: str, tender, *more) -> str:
    return reverse(f"dialogues:{page}", args=[tender.slug, *more])


def text_of(answer) -> str:
    return answer.content.decode()


# The sums


def test_what_is_counted_double_is_taken_off_once():
    worths = [Worth(1, 1, 60, 7), Worth(2, 2, 50, 7), Worth(3, 2, 10, None)]
    assert sum_of(worths, {(1, 2): 20}, 150) == Sum(total=120, double=20, counted=100, gap=50)


def test_an_overlap_with_a_proposal_that_does_not_count_takes_nothing_off():
    assert sum_of([Worth(1, 1, 60, 7)], {(1, 2): 20}, 50) == Sum(total=60, double=0, counted=60, gap=0)


def test_proposals_of_two_themes_on_one_post_are_doubtful_and_of_one_theme_are_not():
    worths = [Worth(1, 1, 60, 7), Worth(2, 2, 50, 7), Worth(3, 2, 10, 7), Worth(4, 3, 10, None)]
    assert doubtful(worths, set()) == [(1, 2), (1, 3)]
    assert doubtful(worths, {(1, 2)}) == [(1, 3)]


def test_who_sets_the_first_goal_loses_nothing_when_a_colleague_was_first(cast, client_of, tender):
    here = address("set_goal", tender)
    both = [client_of(one) for one in (cast.buyer, cast.officer)]
    seen = [one.get(here).context["form"]["version"].value() for one in both]  # both see an empty form
    said = [{"kind": "save", "amount": 100 * place, "source": "De raad", "version": was} for place, was in enumerate(seen, start=1)]
    assert both[0].post(here, said[0]).status_code == 302
    answer = both[1].post(here, said[1])
    assert Goal.objects.get().amount == 100_00
    assert ("€ 100" in text_of(answer).replace("\xa0", " "), answer.context["form"]["amount"].value()) == (True, "200")
    assert both[1].post(here, said[1] | {"version": answer.context["form"]["version"].value()}).status_code == 302
    assert Goal.objects.get().amount == 200_00


def test_the_council_decides_what_counts(cast, tender, group):
    make.goal(tender, amount=100_000_00)
    for title, outcome, amount in (
        ("Hal", CouncilOutcome.ADOPTED, None),
        ("Zaal", CouncilOutcome.PARTLY, 10_000_00),
        ("Bad", CouncilOutcome.REFUSED, None),
        ("Veld", CouncilOutcome.LATER, None),
    ):
        proposal = make.proposal(cast, group, title=title, amount=40_000_00)
        actions.record_council_decision(
            proposal=proposal, by=cast.clerk, outcome=outcome, reason="Zo.", decided_on=clock.today(), amount=amount
        )
    make.proposal(cast, group, title="Open", amount=5_000_00)
    make.proposal(cast, group, title="Concept", handed_in=False)
    assert standing_of(tender).sum == Sum(total=95_000_00, double=0, counted=95_000_00, gap=5_000_00)


def test_a_later_decision_stands_beside_the_earlier_and_counts(cast, tender, group):
    proposal = make.proposal(cast, group)
    for outcome in (CouncilOutcome.LATER, CouncilOutcome.ADOPTED):
        said = {"outcome": outcome, "reason": "Zo.", "decided_on": clock.today(), "version": proposal.decisions.count()}
        actions.record_council_decision(proposal=proposal, by=cast.clerk, **said)
    assert [one.outcome for one in proposal.decisions.all()] == ["adopted", "later"]
    assert standing_of(tender).sum.counted == proposal.amount


# The guide


@pytest.mark.parametrize("page", ["write_proposal"])
def test_the_guide_can_not_write_in_a_group_by_page_nor_by_hand(cast, client_of, tender, group, page):
    client = client_of(cast.guide)
    assert client.get(address(page, tender, group.public_id)).status_code == 403
    assert client.post(address(page, tender, group.public_id), _FORM).status_code == 403
    assert not Proposal.objects.exists()


@pytest.mark.parametrize("page", ["edit_proposal", "hand_in_proposal", "withdraw_proposal"])
def test_the_guide_reads_a_draft_and_can_not_touch_it(cast, client_of, tender, group, page):
    draft = make.proposal(cast, group, handed_in=False)
    client = client_of(cast.guide)
    assert client.get(draft.get_absolute_url()).status_code == 200
    assert client.post(address(page, tender, draft.number), _FORM | {"version": 1, "reason": "Zo."}).status_code == 403
    draft.refresh_from_db()
    assert (draft.title, draft.handed_in_at, draft.withdrawn_at) == ("Deel de sporthal.", None, None)


@pytest.mark.parametrize(
    "page", ["set_goal", "add_budget_item", "form_group", "edit_group", "settle_overlap", "record_council_decision"]
)
def test_the_guide_sets_no_goal_and_settles_no_sum(cast, client_of, tender, group, page):
    first, second = make.proposal(cast, group), make.proposal(cast, make.group(tender, theme="Cultuur"))
    more = {
        "edit_group": [group.public_id],
        "settle_overlap": [first.number, second.number],
        "record_council_decision": [first.number],
    }
    assert client_of(cast.guide).post(address(page, tender, *more.get(page, [])), {"amount": "1"}).status_code == 403
    assert (Goal.objects.count(), Overlap.objects.count(), first.decisions.count()) == (0, 0, 0)


def test_the_guide_invites_people_and_lets_them_go(cast, client_of, tender, group):
    form = {"name": "Bert Buurman", "interest": "target_group", "organisation": "", "email": cast.neighbour.email}
    client_of(cast.guide).post(address("invite_expert", tender, group.public_id), form)
    expert = Expert.objects.get(person=cast.neighbour)
    cast.fresh()
    assert client_of(cast.neighbour).get(address("write_proposal", tender, group.public_id)).status_code == 200
    client_of(cast.guide).post(address("end_seat", tender, group.public_id, expert.public_id), {"reason": "Verhuisd."})
    expert.refresh_from_db()
    cast.fresh()
    assert (expert.ended_because, expert.ended_at is None) == ("Verhuisd.", False)
    assert client_of(cast.neighbour).get(address("write_proposal", tender, group.public_id)).status_code == 403


def test_the_guide_of_the_tender_gets_no_seat(cast, group):
    with pytest.raises(ValidationError):
        actions.invite_expert(group=group, by=cast.officer, name="Gijs", interest=Interest.OUTSIDE, email=cast.guide.email)
    assert not Expert.objects.filter(person=cast.guide).exists()


# Proposals


def test_a_draft_is_for_the_group_and_is_public_once_handed_in(cast, client_of, tender, group):
    client = client_of(cast.resident)
    client.post(address("write_proposal", tender, group.public_id), _FORM)
    draft = Proposal.objects.get()
    assert (draft.number, draft.amount, draft.by) == (1, 40_000_00, cast.resident)
    assert client_of(cast.neighbour).get(draft.get_absolute_url()).status_code == 404
    assert client_of(cast.visitor).get(draft.get_absolute_url()).status_code in (302, 404)
    assert "Deel de hal." not in text_of(client_of(cast.visitor).get(address("list_groups", tender)))
    client.post(address("hand_in_proposal", tender, 1), {"once": "a"})
    assert client_of(cast.visitor).get(draft.get_absolute_url()).status_code == 200
    assert "Deel de hal." in text_of(client_of(cast.visitor).get(address("list_groups", tender)))


def test_who_writes_a_draft_anew_keeps_what_it_was(cast, tender, group):
    draft = make.proposal(cast, group, handed_in=False)
    actions.edit_proposal(proposal=draft, by=cast.resident, version=1, title="Anders.", text="Nieuw.", amount=1_00)
    was = draft.changes.get()
    assert (was.title, was.amount, draft.title, draft.version) == ("Deel de sporthal.", 40_000_00, "Anders.", 2)
    with pytest.raises(Changed):
        actions.edit_proposal(proposal=draft, by=cast.officer, version=1, title="Weer anders.", text="x", amount=2_00)


def test_what_was_handed_in_stands(cast, tender, group):
    proposal = make.proposal(cast, group)
    with pytest.raises(Changed):
        actions.edit_proposal(proposal=proposal, by=cast.resident, version=1, title="Anders.", text="x", amount=1)
    actions.withdraw_proposal(proposal=proposal, by=cast.resident, reason="Het kan niet.")
    assert standing_of(tender).proposals == []


def test_who_records_what_a_colleague_just_recorded_reads_that_first(cast, client_of, tender, group):
    proposal = make.proposal(cast, group)
    said = {"outcome": CouncilOutcome.LATER, "reason": "Eerst de cijfers.", "decided_on": clock.today()}
    actions.record_council_decision(proposal=proposal, by=cast.officer, **said)
    form = {"outcome": "adopted", "amount": "", "decided_on": clock.today().isoformat(), "reason": "De raad wil het zo."}
    answer = client_of(cast.clerk).post(address("record_council_decision", tender, proposal.number), form | {"version": "0"})
    assert (answer.status_code, proposal.decisions.count()) == (200, 1)
    for words in ("Eerst de cijfers.", "De raad wil het zo.", "Een collega legde net voor u een besluit vast."):
        assert words in text_of(answer)
    client_of(cast.clerk).post(address("record_council_decision", tender, proposal.number), form | {"version": "1"})
    assert [one.outcome for one in proposal.decisions.all()] == ["adopted", "later"]


def test_a_proposal_on_which_the_council_decided_can_not_be_withdrawn(cast, group):
    proposal = make.proposal(cast, group)
    actions.record_council_decision(
        proposal=proposal, by=cast.clerk, outcome=CouncilOutcome.REFUSED, reason="Nee.", decided_on=clock.today()
    )
    with pytest.raises(Refused):
        actions.withdraw_proposal(proposal=proposal, by=cast.resident, reason="Toch niet.")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"outcome": "partly"}, "amount"),
        ({"outcome": "adopted", "amount": "40.001"}, "amount"),
        ({"outcome": "adopted", "decided_on": "2099-01-01"}, "decided_on"),
        ({"outcome": "adopted", "amount": "-3"}, "amount"),
        ({"outcome": ""}, "outcome"),
    ],
)
def test_a_wrong_decision_is_said_beside_the_field_and_the_words_stay(cast, client_of, tender, group, values, field):
    proposal = make.proposal(cast, group)
    form = {"outcome": "adopted", "amount": "", "decided_on": clock.today().isoformat(), "reason": "De raad wil het zo."} | values
    answer = client_of(cast.clerk).post(address("record_council_decision", tender, proposal.number), form)
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, [field])
    assert "De raad wil het zo." in text_of(answer)


@pytest.mark.parametrize("amount", ["-5", "veel", "9" * 14])
def test_an_amount_that_is_none_is_said_beside_it_and_the_words_stay(cast, client_of, tender, group, amount):
    answer = client_of(cast.resident).post(address("write_proposal", tender, group.public_id), _FORM | {"amount": amount})
    assert list(answer.context["form"].errors) == ["amount"]
    assert "Twee clubs delen een hal." in text_of(answer)


# Counted double


def test_two_themes_on_one_post_are_shown_until_somebody_says_for_how_much(cast, client_of, tender, group):
    make.goal(tender, amount=200_000_00)
    item = make.budget_item(tender)
    first = make.proposal(cast, group, budget_item=item)
    second = make.proposal(cast, make.group(tender, theme="Cultuur"), title="Deel de zaal.", amount=30_000_00, budget_item=item)
    assert "Misschien dubbel geteld" in text_of(client_of(cast.visitor).get(address("list_groups", tender)))
    page = address("settle_overlap", tender, second.number, first.number)
    answer = client_of(cast.officer).post(page, {"amount": "30.001", "reason": "Zelfde hal."})
    assert list(answer.context["form"].errors) == ["amount"]
    client_of(cast.officer).post(page, {"amount": "10.000", "reason": "Zelfde hal."})
    standing = standing_of(tender)
    assert (standing.doubts, standing.sum.counted, standing.sum.gap) == ([], 60_000_00, 140_000_00)
    client_of(cast.officer).post(page, {"amount": "0", "reason": "Toch niet."})
    assert standing_of(tender).sum.counted == 70_000_00
    assert Overlap.objects.count() == 2


# Who sits in it


def test_a_name_is_shown_only_to_whom_its_owner_and_the_team(cast, client_of, tender, group):
    shown = {
        name: cast.resident.name in text_of(client_of(getattr(cast, name)).get(group.get_absolute_url()))
        for name in ("visitor", "neighbour", "officer", "guide")
    }
    assert shown == {"visitor": False, "neighbour": False, "officer": True, "guide": True}
    page = address("edit_own_seat", tender, group.public_id, group.experts.get().public_id)
    client_of(cast.resident).post(page, {"is_shown": "on"})
    assert cast.resident.name in text_of(client_of(cast.visitor).get(group.get_absolute_url()))
    assert client_of(cast.officer).get(page).status_code == 403


def test_the_interests_that_nobody_sits_for_are_named(cast, client_of, tender, group):
    page = text_of(client_of(cast.visitor).get(group.get_absolute_url()))
    assert "Hier zit nog niemand voor" in page
    for interest in (Interest.TARGET_GROUP, Interest.ORGANISATIONS, Interest.ENTREPRENEURS):
        make.expert(group, name="Iemand", interest=interest)
    assert "Hier zit nog niemand voor" not in text_of(client_of(cast.visitor).get(group.get_absolute_url()))


def test_one_theme_has_one_group(cast, client_of, tender, group):
    with pytest.raises(Refused):
        actions.form_group(tender=tender, by=cast.officer, theme=group.theme, assignment="Nog een keer.")
    assert ExpertGroup.objects.count() == 1


def test_only_a_guide_of_the_tender_guides_a_group(cast, group):
    with pytest.raises(Refused):
        actions.edit_group(group=group, by=cast.officer, version=1, assignment="Wat kan anders?", guide=cast.lawyer)


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_of_all_groups_asks_as_many_statements_however_many_there_are(
    cast, client_of, tender, django_assert_num_queries, many
):
    item = make.budget_item(tender)
    for number in range(many):
        group = make.group(tender, theme=f"Thema {number}", experts=[cast.resident])
        make.proposal(cast, group, budget_item=item)
        make.proposal(cast, group, budget_item=item)
    client = client_of(cast.visitor)
    with django_assert_num_queries(8):
        client.get(address("list_groups", tender))


# The network that stays


def test_who_agreed_is_asked_again_and_nobody_else_reads_it(cast, client_of, group):
    group.experts.update(is_reachable=True)
    make.expert(group, person=cast.neighbour)
    form = {"theme": group.theme_id, "text": "Wilt u meelezen?", "phone": "Marloes, 14 038"}
    client_of(cast.officer).post(reverse("dialogues:ask_network", args=["zwolle"]), form)
    question = NetworkQuestion.objects.get()
    event = Event.objects.get(name="dialogues.network_asked")
    assert list(talkers.network(event)) == [cast.resident]
    page = reverse("dialogues:show_network_question", args=["zwolle", question.public_id])
    seen = {name: client_of(getattr(cast, name)).get(page).status_code for name in ("resident", "neighbour", "stranger", "officer")}
    assert seen == {"resident": 200, "neighbour": 404, "stranger": 404, "officer": 200}


def test_nobody_is_asked_about_a_theme_of_which_nobody_agreed(cast, group):
    with pytest.raises(Refused):
        actions.ask_network(municipality=cast.municipality, by=cast.officer, theme=group.theme, text="Hallo?", phone="14 038")


def test_proposals_come_twenty_five_on_a_page_and_the_sum_counts_all(cast, tender, group, client_of):
    make.goal(tender)
    for n in range(26):
        make.proposal(cast, group, title=f"Voorstel nummer {n} erbij", amount=1_000_00)
    first, second = (text_of(client_of(cast.visitor).get(address("list_groups", tender), {"page": page})) for page in (1, 2))
    assert [page.count("erbij</a>") for page in (first, second)] == [25, 1]
    assert ["26.000" in page for page in (first, second)] == [True, True]
