"""Putting together and taking apart: nothing is lost, each keeps its writer, its page and its place."""

import pytest
from django.urls import reverse

from dialogues import actions
from dialogues.models import Contribution, FindingSource, Merging, Outcome, Response, Support
from dialogues.report import content_of
from events import clock
from events.models import Event
from golden_thread.followers import people_on_thread
from tenders.dates import day
from tenders.gates import Gate, missing
from tenders.models import Tender
from tenders.refusal import Changed, Refused
from tests import make


@pytest.fixture
def tender(cast):
    made = make.tender(cast)
    make.dialogue(made)
    return made


def thread(client, contribution):
    return client.get(contribution.get_absolute_url())


def waits(tender) -> list[int]:
    return list(Contribution.objects.unanswered().filter(tender=tender).order_by("number").values_list("number", flat=True))


def test_taken_out_of_a_finding_it_waits_for_an_answer_of_its_own_again(cast, client_of, tender):
    said, other = make.contribution(tender, author=cast.resident), make.contribution(tender)
    finding = make.finding(cast, tender, [said, other])
    actions.respond_to_finding(finding=finding, by=cast.officer, outcome=Outcome.TAKEN_OVER, reason="Dit nemen wij over.")
    assert waits(tender) == []
    page = reverse("dialogues:take_from_finding", args=[tender.slug, finding.public_id, said.number])
    client = client_of(cast.officer)
    assert "Dat antwoord geldt er niet meer voor." in client.get(page).content.decode()
    assert list(client.post(page, {"reason": " ", "once": "a"}).context["form"].errors) == ["reason"]
    client.post(page, {"reason": "Dit gaat over het weekend.", "once": "b"})
    assert (waits(tender), Response.objects.count()) == ([said.number], 2)  # the answer stays, and holds no more
    html = thread(client_of(cast.visitor), said).content.decode()
    assert ("Er is nog geen antwoord" in html, "Dit gaat over het weekend." in html) == (True, True)
    finding_page = client_of(cast.visitor).get(reverse("dialogues:show_finding", args=[tender.slug, finding.public_id]))
    assert [row.number for row in finding_page.context["rows"]] == [other.number]
    assert "Dit gaat over het weekend." in finding_page.content.decode()
    assert [item.sentence for item in missing(Tender.objects.get(pk=tender.pk), Gate.LEAVE_DIALOGUE)]
    actions.respond(contribution=said, by=cast.officer, outcome=Outcome.NOT, reason="Nee, want.", version=1)
    assert waits(tender) == []
    given = Response.objects.get(contribution=said)
    assert (given.outcome, given.finding, given.changes.get().reason) == ("not", None, "Dit nemen wij over.")


def test_an_answer_of_its_own_stays_when_it_leaves_a_finding(cast, tender):
    said = make.contribution(tender)
    make.response(cast, said, outcome=Outcome.NOT)
    finding = make.finding(cast, tender, [said])
    actions.take_from_finding(finding=finding, contribution=said, by=cast.officer, reason="Iets anders.")
    assert (waits(tender), Contribution.objects.get(pk=said.pk).answer.outcome) == ([], "not")


def test_in_and_out_and_in_again_keeps_every_row(cast, client_of, tender):
    said = make.contribution(tender)
    finding = make.finding(cast, tender, [make.contribution(tender)])
    page = reverse("dialogues:add_to_finding", args=[tender.slug, finding.public_id])
    for time in range(2):
        client_of(cast.officer).post(page, {"contributions": [said.number], "once": f"in{time}"})
        actions.take_from_finding(finding=finding, contribution=said, by=cast.officer, reason=f"Keer {time}")
    client_of(cast.officer).post(page, {"contributions": [said.number], "once": "last"})
    rows = FindingSource.objects.filter(finding=finding, contribution=said)
    assert list(rows.values_list("ended_because", flat=True)) == ["Keer 0", "Keer 1", ""]
    with pytest.raises(Changed):
        other = make.contribution(tender)
        actions.take_from_finding(finding=finding, contribution=other, by=cast.officer, reason="Weg.")


@pytest.mark.parametrize("how", ["taken out", "hidden"])
def test_a_finding_from_which_the_last_went_is_named_nowhere_and_the_pages_stay(cast, client_of, tender, how):
    alone, said = make.contribution(tender), make.contribution(tender)
    emptied = make.finding(cast, tender, [alone], title="Het moet stiller.")
    make.finding(cast, tender, [said], title="Het moet groener.")
    conclusion = make.conclusion(cast, tender)
    if how == "taken out":
        actions.take_from_finding(finding=emptied, contribution=alone, by=cast.officer, reason="Iets anders.")
    else:
        make.hiding(cast, alone)
    visitor = client_of(cast.visitor)
    for name in ("show_dialogue", "show_conclusion"):
        page = visitor.get(reverse(f"dialogues:{name}", args=[tender.slug]))
        html = page.content.decode()
        assert (page.status_code, "Het moet groener." in html, "Het moet stiller." in html) == (200, True, False), name
    assert [one["title"] for one in content_of(conclusion)["findings"]] == ["Het moet groener."]
    own = visitor.get(reverse("dialogues:show_finding", args=[tender.slug, emptied.public_id]))
    assert (own.status_code, "Het moet stiller." in own.content.decode()) == (200, True)


def test_any_contribution_of_a_large_dialogue_can_be_added_to_a_finding(cast, client_of, tender):
    oldest, second, hidden = (make.contribution(tender, text=text) for text in ("Een lasplek.", "Een naaiplek.", "Rot op."))
    make.hiding(cast, hidden)
    finding = make.finding(cast, tender, [make.contribution(tender)])
    for number in range(30):
        make.contribution(tender, text=f"Iets anders {number}.")
    page, client = reverse("dialogues:add_to_finding", args=[tender.slug, finding.public_id]), client_of(cast.officer)

    def offered(**asked):
        fields = client.get(page, asked).context["form"].fields
        return [number for number, _text in fields["contributions"].choices] if "contributions" in fields else None

    assert (len(offered()), oldest.number in offered()) == (25, False)
    assert offered(page=2)[-2:] == [second.number, oldest.number]
    assert (offered(zoek="naaiplek"), offered(zoek=str(oldest.number))) == ([second.number], [oldest.number])
    assert offered(zoek="Rot op") is None  # only the field for numbers is left
    wrong = client.post(page, {"numbers": f"{oldest.number}, {hidden.number} en 999", "once": "a"}).context["form"]
    said = f"Dit kan er niet bij: {hidden.number}, en, 999. Deze inbreng is er niet, is verborgen of staat er al in."
    assert wrong.errors == {"numbers": [said]}
    found = client.post(page + "?zoek=naaiplek", {"contributions": [second.number], "numbers": f"{oldest.number}", "once": "b"})
    assert found.status_code == 302
    assert set(finding.sources.values_list("contribution", flat=True)) >= {oldest.pk, second.pk}
    assert offered(zoek="lasplek") is None


def test_what_was_chosen_stays_when_other_rows_come_on_the_page(cast, client_of, tender):
    said = make.contribution(tender)
    finding = make.finding(cast, tender, [make.contribution(tender)])
    for _more in range(25):
        make.contribution(tender)
    page = reverse("dialogues:add_to_finding", args=[tender.slug, finding.public_id])
    answer = client_of(cast.officer).post(page, {"contributions": [said.number], "numbers": "999", "once": "a"})
    assert answer.context["form"].fields["contributions"].choices[0][0] == said.number
    assert answer.content.decode().count(" checked") == 1


def test_a_finding_can_begin_with_contributions_of_more_pages_than_one(cast, client_of, tender):
    first, second = make.contribution(tender), make.contribution(tender)
    page = reverse("dialogues:make_finding", args=[tender.slug]) + f"?inbreng={first.number}"
    form = {"title": "Mensen willen maken.", "contributions": [first.number], "numbers": f"{second.number} {first.number}"}
    assert client_of(cast.officer).post(page, form | {"once": "a"}).status_code == 302
    assert list(FindingSource.objects.values_list("contribution", flat=True)) == [first.pk, second.pk]


def test_a_finding_answered_again_answers_who_was_taken_out_and_put_back(cast, tender):
    said = make.contribution(tender)
    finding = make.finding(cast, tender, [said])
    actions.respond_to_finding(finding=finding, by=cast.officer, outcome=Outcome.LATER, reason="Later.")
    actions.take_from_finding(finding=finding, contribution=said, by=cast.officer, reason="Iets anders.")
    actions.add_to_finding(finding=finding, by=cast.officer, contributions=[said])
    actions.respond_to_finding(finding=finding, by=cast.officer, outcome=Outcome.PARTLY, reason="Deels.")
    answer = Contribution.objects.get(pk=said.pk).answer
    assert (answer.outcome, answer.finding, answer.version) == ("partly", finding, 2)


def test_what_a_clause_came_from_stays_on_its_thread_when_the_answer_holds_no_more(cast, client_of):
    said = make.thread(cast)
    finding = make.finding(cast, said.tender, [said])
    Response.objects.filter(contribution=said).update(finding=finding)
    type(said.tender).objects.filter(pk=said.tender_id).update(completed_at=None)
    actions.take_from_finding(finding=finding, contribution=said, by=cast.officer, reason="Iets anders.")
    kinds = [knot.kind for knot in thread(client_of(cast.visitor), said).context["knots"]]
    assert ("waiting" in kinds, "in_request" in kinds) == (True, True)


def test_put_together_the_answer_to_one_is_the_answer_to_both(cast, client_of, commit, tender):
    into, said = make.contribution(tender, text="Een plek om te lassen."), make.contribution(tender, author=cast.resident)
    page = reverse("dialogues:merge_contribution", args=[tender.slug, said.number])
    client = client_of(cast.officer)
    wrong = client.post(page, {"into": "999", "reason": "Zelfde vraag.", "once": "a"})
    assert wrong.context["form"].errors["into"] == ["Er is geen inbreng met dit nummer om mee samen te voegen."]
    assert "Zelfde vraag." in wrong.content.decode()
    client.post(page, {"into": into.number, "reason": "Zelfde vraag.", "once": "b"})
    assert waits(tender) == [into.number]
    with commit():
        actions.respond(contribution=into, by=cast.officer, outcome=Outcome.TAKEN_OVER, reason="Dit nemen wij over.")
    html = thread(client_of(cast.visitor), said).content.decode()
    assert ("Dit nemen wij over." in html, "Ria" in html) == (True, True)
    event = Event.objects.get(name="dialogues.responded")
    assert [who for who, _said in people_on_thread(event)] == [cast.resident]
    row = Merging.objects.get()
    assert (row.contribution, row.into, row.reason, row.by) == (said, into, "Zelfde vraag.", cast.officer)


def test_taken_apart_each_has_its_own_state_and_followers_again(cast, client_of, tender):
    into, said = make.contribution(tender), make.contribution(tender, author=cast.resident)
    make.merging(cast, said, into)
    make.response(cast, into)
    page = reverse("dialogues:unmerge_contribution", args=[tender.slug, said.number])
    client_of(cast.officer).post(page, {"reason": "Het gaat over iets anders.", "once": "a"})
    assert waits(tender) == [said.number]
    event = Event.objects.create(
        name="dialogues.responded", at=said.entered_at, thing_kind="x", thing_id=into.response.pk, tender_id=tender.pk, data={}
    )
    assert people_on_thread(event) == []
    html = thread(client_of(cast.visitor), said).content.decode()
    assert ("Het gaat over iets anders." in html, f">inbreng {into.number}</a>" in html) == (True, True)
    assert Merging.objects.get().ended_by == cast.officer


def test_taken_apart_both_threads_keep_who_put_them_together_when_and_why(cast, client_of, tender):
    into, said = make.contribution(tender), make.contribution(tender)
    actions.merge_contribution(contribution=said, into=into, by=cast.officer, reason="Zelfde vraag.")
    actions.unmerge_contribution(contribution=said, by=cast.buyer, reason="Toch iets anders.")
    today, client = day(clock.today()), client_of(cast.visitor)
    for one, other in ((said, into), (into, said)):
        html = thread(client, one).content.decode()
        for words in ("Zelfde vraag.", "Toch iets anders.", cast.officer.name, cast.buyer.name, f"Van {today} tot {today}"):
            assert words in html, (one.number, words)
        assert f">inbreng {other.number}</a>" in html


def test_its_own_answer_from_before_comes_back(cast, tender):
    into, said = make.contribution(tender), make.contribution(tender)
    make.response(cast, said, outcome=Outcome.LATER)
    make.merging(cast, said, into)
    actions.unmerge_contribution(contribution=said, by=cast.officer, reason="Toch niet.")
    assert (waits(tender), Contribution.objects.get(pk=said.pk).answer.outcome) == ([into.number], "later")


def test_who_recognises_both_counts_once_and_stays_with_the_one_they_recognised(cast, client_of, tender):
    into, said = make.contribution(tender), make.contribution(tender)
    for contribution, person in ((into, cast.resident), (said, cast.resident), (said, cast.neighbour)):
        Support.objects.create(contribution=contribution, person=person)

    def supports(one) -> int:
        return Contribution.objects.for_list().get(pk=one.pk).supports

    assert (supports(into), supports(said)) == (1, 2)
    make.merging(cast, said, into)
    assert (supports(into), supports(said)) == (2, 2)
    actions.unmerge_contribution(contribution=said, by=cast.officer, reason="Toch niet.")
    assert (supports(into), supports(said)) == (1, 2)


def test_nothing_goes_round_in_a_circle_or_along_with_what_goes_along(cast, tender):
    first, second, third = (make.contribution(tender) for _one in range(3))
    make.merging(cast, second, first)
    hidden = make.contribution(tender)
    make.hiding(cast, hidden)
    elsewhere = make.contribution(make.tender(cast))
    for one, into in ((first, first), (first, second), (third, second), (third, hidden), (third, elsewhere), (first, third)):
        with pytest.raises(Refused):
            actions.merge_contribution(contribution=one, into=into, by=cast.officer, reason="Zelfde.")
    assert Merging.objects.count() == 1


def test_hiding_the_other_before_it_was_answered_lets_it_stand_alone(cast, tender):
    into, said = make.contribution(tender), make.contribution(tender)
    make.merging(cast, said, into)
    ground = into.tender and make.flag(into).ground
    actions.hide_contribution(contribution=into, by=cast.officer, ground=ground, explanation="Schelden mag niet.")
    assert (waits(tender), Merging.objects.get().ended_because) == ([said.number], "De inbreng waar deze bij hoorde, is verborgen.")


def test_only_officers_put_together_and_take_apart(cast, client_of, tender):
    make.involve(tender, "guide", person=cast.guide)
    into, said = make.contribution(tender, author=cast.resident), make.contribution(tender)
    make.merging(cast, said, into)
    finding = make.finding(cast, tender, [into])
    addresses = [
        reverse("dialogues:merge_contribution", args=[tender.slug, into.number]),
        reverse("dialogues:unmerge_contribution", args=[tender.slug, said.number]),
        reverse("dialogues:add_to_finding", args=[tender.slug, finding.public_id]),
        reverse("dialogues:take_from_finding", args=[tender.slug, finding.public_id, into.number]),
    ]
    for address in addresses:
        assert client_of(cast.officer).get(address).status_code == 200
        for person in (cast.guide, cast.resident, cast.neighbour, cast.entrepreneur, cast.stranger):
            assert client_of(person).post(address, {"reason": "x", "into": 1}).status_code == 403, (person, address)


def test_put_together_with_its_own_number_it_says_so(cast, client_of, tender):
    said = make.contribution(tender)
    page = reverse("dialogues:merge_contribution", args=[tender.slug, said.number])
    form = client_of(cast.officer).post(page, {"into": said.number, "reason": "Zelfde.", "once": "a"}).context["form"]
    assert form.errors["into"] == ["Dit is deze inbreng zelf. Typ het nummer van een andere."]
