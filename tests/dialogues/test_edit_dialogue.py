"""Writing a dialogue: the dot, the rules, facts and open questions."""

import datetime as dt

import pytest
from django.urls import reverse

from config.gates import CONDITIONS
from dialogues import actions
from dialogues.models import Dialogue, Fact, OpenQuestion, RuleKind
from events import clock
from events.models import Event
from tenders.gates import Gate
from tenders.refusal import Changed, Refused
from tests import make


def form_of(dialogue=None, **changes) -> dict:
    """What a browser sends: every field, as it stands or empty."""
    data = {"version": dialogue.version if dialogue else 1, "dot": dialogue.dot if dialogue else "", "closes_on": "", "reason": ""}
    for kind in RuleKind:
        data |= {str(kind): "", f"{kind}_known_on": ""}
    if dialogue:
        data["closes_on"] = dialogue.closes_on.isoformat()
        for rule in dialogue.rules.all():
            data |= {str(rule.kind): rule.text, f"{rule.kind}_known_on": rule.known_on.isoformat() if rule.known_on else ""}
    return data | changes


def edit(client, tender, data):
    return client.post(reverse("dialogues:edit_dialogue", args=[tender.slug]), data)


def in_days(days: int) -> str:
    return (clock.today() + dt.timedelta(days=days)).isoformat()


def test_a_tender_that_begins_has_a_page_to_write_its_dialogue_on(cast, client_of):
    tender = make.tender(cast, published=False)
    page = client_of(cast.officer).get(reverse("dialogues:edit_dialogue", args=[tender.slug]))
    assert (page.status_code, list(page.context["facts"]), list(page.context["questions"])) == (200, [], [])


def test_the_first_save_makes_the_dialogue_with_its_rules(cast, client_of):
    tender = make.tender(cast, published=False)
    data = form_of(dot="Iedereen doet mee.", closes_on=in_days(30), fixed="Het begint in mei.", pay_known_on=in_days(5))
    assert edit(client_of(cast.officer), tender, data).status_code == 302
    dialogue = Dialogue.objects.get(tender=tender)
    assert (dialogue.dot, dialogue.closes_on, dialogue.version) == ("Iedereen doet mee.", clock.today() + dt.timedelta(days=30), 2)
    assert list(dialogue.rules.order_by("kind").values_list("kind", "text", "known_on")) == [
        ("fixed", "Het begint in mei.", None),
        ("pay", "", clock.today() + dt.timedelta(days=5)),
    ]
    assert list(Event.objects.values_list("name", "is_public")) == [("dialogues.dialogue_edited", False)]


def test_a_rule_that_is_emptied_is_gone_and_one_that_changes_is_changed(cast):
    tender = make.tender(cast, published=False)
    dialogue = make.dialogue(tender, published=False)
    rules = {RuleKind.FIXED: ("Nieuw.", None), RuleKind.PAY: ("  ", None)}
    actions.edit_dialogue(tender=tender, by=cast.officer, version=1, dot=dialogue.dot, closes_on=dialogue.closes_on, rules=rules)
    assert list(dialogue.rules.values_list("kind", "text")) == [("fixed", "Nieuw.")]


def test_a_changed_dot_of_a_public_dialogue_keeps_what_it_was_when_and_why(cast, client_of):
    tender = make.tender(cast)
    dialogue = make.dialogue(tender)
    data = form_of(dialogue, dot="Iedereen maakt iets.", reason="Dat hoorden wij aan tafel.")
    assert edit(client_of(cast.officer), tender, data).status_code == 302
    change = dialogue.dot_changes.get()
    assert (change.before, change.after, change.reason, change.by) == (
        "Iedereen doet overdag iets waar hij trots op is.",
        "Iedereen maakt iets.",
        "Dat hoorden wij aan tafel.",
        cast.officer,
    )
    assert Event.objects.get(name="dialogues.dot_changed").is_public


def test_a_changed_dot_of_a_public_dialogue_asks_why_and_keeps_what_was_typed(cast, client_of):
    tender = make.tender(cast)
    dialogue = make.dialogue(tender)
    response = edit(client_of(cast.officer), tender, form_of(dialogue, dot="Iedereen maakt iets."))
    assert response.status_code == 200
    page = response.content.decode()
    assert "Zeg waarom u de stip op de horizon verandert. Iedereen kan het lezen." in page
    assert "Iedereen maakt iets." in page
    assert Dialogue.objects.get(pk=dialogue.pk).dot == dialogue.dot
    assert dialogue.dot_changes.count() == 0


@pytest.mark.parametrize("field", ["closes_on", *map(str, RuleKind)])
def test_what_publishing_asked_for_is_not_emptied_while_the_dialogue_is_public(cast, client_of, field):
    tender = make.tender(cast)
    dialogue = make.dialogue(tender)
    response = edit(client_of(cast.officer), tender, form_of(dialogue, **{field: ""}))
    (condition,) = [row.fact for row in CONDITIONS if row.gate == Gate.PUBLISH_TENDER and row.fact.page.endswith(f"#id_{field}")]
    assert response.context["form"].errors == {field: [str(condition.sentence)]}
    assert dialogue.rules.count() == len(RuleKind)


def test_what_publishing_asked_for_may_become_a_day_on_which_it_is_said(cast, client_of):
    tender = make.tender(cast)
    dialogue = make.dialogue(tender)
    assert edit(client_of(cast.officer), tender, form_of(dialogue, pay="", pay_known_on=in_days(5))).status_code == 302


def test_a_promised_day_that_went_by_holds_up_no_other_change(cast, client_of, move_clock):
    tender = make.tender(cast)
    dialogue = make.dialogue(tender)
    dialogue.rules.filter(kind=RuleKind.PAY).update(text="", known_on=clock.today())
    move_clock(days=2)
    assert edit(client_of(cast.officer), tender, form_of(dialogue, fixed="Het begint in mei.")).status_code == 302


def test_an_unpublished_dot_may_change_without_a_reason(cast):
    tender = make.tender(cast, published=False)
    make.dialogue(tender, published=False)
    dialogue = actions.edit_dialogue(tender=tender, by=cast.officer, version=1, dot="Anders.", closes_on=None, rules={})
    assert dialogue.dot == "Anders."
    assert dialogue.dot_changes.count() == 0


@pytest.mark.parametrize("field", ["closes_on", "pay_known_on"])
def test_a_new_day_must_still_be_to_come(cast, client_of, field):
    tender = make.tender(cast)
    dialogue = make.dialogue(tender)
    response = edit(client_of(cast.officer), tender, form_of(dialogue, **{field: in_days(-1)}))
    assert response.status_code == 200
    assert response.context["form"].errors[field] == ["Deze dag is voorbij. Kies een dag die nog komt."]


def test_a_day_that_stood_there_may_be_over(cast, client_of, move_clock):
    tender = make.tender(cast)
    dialogue = make.dialogue(tender)
    closes_on = dialogue.closes_on.isoformat()
    move_clock(days=60)
    assert edit(client_of(cast.officer), tender, form_of(dialogue, closes_on=closes_on, fixed="Ja.")).status_code == 302


def test_who_saves_second_sees_what_the_first_saved_and_loses_nothing(cast, client_of):
    tender = make.tender(cast)
    dialogue = make.dialogue(tender)
    first = form_of(dialogue, fixed="Van de een.")
    assert edit(client_of(cast.officer), tender, first).status_code == 302
    client, second = client_of(cast.buyer), form_of(dialogue, fixed="Van de ander.")
    response = edit(client, tender, second)
    page = response.content.decode()
    assert response.status_code == 200
    assert "Iemand anders bewaarde dit terwijl u schreef." in page
    assert "Van de een." in page
    assert "Van de ander." in page
    # Who sends it again has seen the difference.
    assert 'name="version" value="2"' in page
    assert edit(client, tender, second | {"version": 2}).status_code == 302
    assert dialogue.rules.get(kind="fixed").text == "Van de ander."


def test_a_stale_version_is_refused_below_the_page_too(cast):
    tender = make.tender(cast)
    dialogue = make.dialogue(tender)
    with pytest.raises(Changed):
        actions.edit_dialogue(tender=tender, by=cast.officer, version=7, dot=dialogue.dot, closes_on=None, rules={})


def test_text_that_is_too_long_is_refused_beside_its_field(cast, client_of):
    tender = make.tender(cast)
    dialogue = make.dialogue(tender)
    response = edit(client_of(cast.officer), tender, form_of(dialogue, fixed="x" * 3001))
    assert list(response.context["form"].errors) == ["fixed"]


def test_facts_are_added_changed_and_taken_from_the_page(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender, facts=0)
    client = client_of(cast.officer)
    client.post(reverse("dialogues:add_fact", args=[tender.slug]), {"text": "Er zijn er 140.", "source": "telling 2025"})
    fact = Fact.objects.get()
    assert (fact.text, fact.source) == ("Er zijn er 140.", "telling 2025")
    address = reverse("dialogues:edit_fact", args=[tender.slug, fact.public_id])
    client.post(address, {"text": "Er zijn er 150.", "source": "telling 2026", "version": 1})
    stale = client.post(address, {"text": "Er zijn er 160.", "source": "telling 2026", "version": 1})
    assert "Er zijn er 150." in stale.content.decode()
    assert Fact.objects.get().text == "Er zijn er 150."
    client.post(reverse("dialogues:remove_fact", args=[tender.slug, fact.public_id]))
    assert Fact.objects.get().removed_at is not None
    assert client.get(address).status_code == 404
    assert "Er zijn er 150." not in client.get(reverse("dialogues:show_dialogue", args=[tender.slug])).content.decode()
    assert list(Event.objects.order_by("id").values_list("name", "is_public")) == [
        ("dialogues.fact_added", True),
        ("dialogues.fact_edited", True),
        ("dialogues.fact_removed", True),
    ]


def test_a_fact_without_a_source_is_refused(cast, client_of):
    tender = make.tender(cast)
    response = client_of(cast.officer).post(reverse("dialogues:add_fact", args=[tender.slug]), {"text": "Veel.", "source": ""})
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["source"]
    assert "Veel." in response.content.decode()


def test_open_questions_are_added_changed_and_taken_from_the_page(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender, questions=0)
    client = client_of(cast.officer)
    client.post(reverse("dialogues:add_open_question", args=[tender.slug]), {"text": "Waar?"})
    question = OpenQuestion.objects.get()
    address = reverse("dialogues:edit_open_question", args=[tender.slug, question.public_id])
    client.post(address, {"text": "Waar en wanneer?", "version": 1})
    assert OpenQuestion.objects.get().text == "Waar en wanneer?"
    client.post(reverse("dialogues:remove_open_question", args=[tender.slug, question.public_id]))
    assert OpenQuestion.objects.get().removed_at is not None


def test_only_the_team_writes(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender)
    pages = ("edit_dialogue", "add_fact", "add_open_question")
    people = (cast.resident, cast.stranger, cast.guide, cast.administrator)
    found = {client_of(one).get(reverse(f"dialogues:{page}", args=[tender.slug])).status_code for one in people for page in pages}
    assert found == {403}
    assert client_of(cast.buyer).get(reverse("dialogues:edit_dialogue", args=[tender.slug])).status_code == 200


def test_nothing_is_written_in_a_tender_that_was_stopped(cast):
    tender = make.tender(cast, withdrawn_at=clock.now())
    with pytest.raises(Refused):
        actions.add_fact(tender=tender, by=cast.officer, text="Te laat", source="ik")
    assert Fact.objects.count() == 0


def test_the_page_to_write_on_takes_the_same_statements_with_one_and_three_facts(cast, client_of, statements):
    counts = []
    for many in (1, 3):
        tender = make.tender(cast)
        make.dialogue(tender, facts=many, questions=many)
        client, address = client_of(cast.officer), reverse("dialogues:edit_dialogue", args=[tender.slug])
        client.get(address)
        with statements() as sent:
            client.get(address)
        counts.append(len(sent))
    assert counts == [11, 11]
