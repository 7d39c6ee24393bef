"""Zeist: eight themes, each with its group and its guide, one goal in euros, and a council that decides on each proposal."""

import datetime as dt

from areas.models import Theme
from dialogues import actions
from dialogues.models import BudgetItem, Contribution, Dialogue, ExpertGroup, NameChoice, Proposal
from events import clock
from events.ids import new_code
from notifications.actions import follow_tender
from portal.demo.scenes import zeist_request as request
from portal.demo.scenes import zeist_texts as texts
from portal.demo.scenes.dialogue import ago
from portal.demo.world import World
from tenders.actions import appoint_guide, start_tender
from tenders.routes import Route


def play(world: World) -> None:
    with world.at(ago(150)):
        _start(world)
    with world.at(ago(140)):
        _form_groups(world)
    _listen(world)
    with world.at(ago(120, "20:00")):
        _ask_the_room(world)
    with world.at(ago(90)):
        _propose(world)
    with world.at(ago(60)):
        _hold_beside_each_other(world)
    with world.at(ago(30)):
        _decide(world)
    request.play(world)


def _start(world: World) -> None:
    hilde = world.person("hilde")
    world.tenders["zeist"] = start_tender(
        municipality=world.municipalities["zeist"],
        by=hilde,
        title="Zeist kiest samen",
        summary="Er moet geld af. Acht groepen van bewoners, organisaties en ondernemers zoeken hoe.",
        route=Route.SUBSIDY_TENDER,
        reason="De begroting sluit niet. Wie het weet, zit niet alleen op het gemeentehuis.",
        contact_person=hilde.name,
        contact_phone="14 030",
    )
    for key in ("maarten", "ellen"):
        appoint_guide(tender=world.tender("zeist"), person=world.person(key), by=hilde)
    rules = {kind: (text, None) for kind, text in texts.RULES.items()}
    until = clock.today() + dt.timedelta(days=200)
    actions.edit_dialogue(tender=world.tender("zeist"), by=hilde, version=1, dot=texts.DOT, closes_on=until, rules=rules)
    actions.add_fact(tender=world.tender("zeist"), by=hilde, text=texts.FACT, source="Voorjaarsnota")
    actions.add_open_question(tender=world.tender("zeist"), by=hilde, text=texts.QUESTION)
    actions.publish_dialogue(tender=world.tender("zeist"), by=hilde)
    follow_tender(tender=world.tender("zeist"), by=world.person("barend"))


def _form_groups(world: World) -> None:
    hilde, tender = world.person("hilde"), world.tender("zeist")
    begins = clock.now() + dt.timedelta(days=20, hours=9)
    meeting = {"title": "Avond van de acht groepen", "place": "Gemeentehuis, Het Rond 1", "capacity": 120, "kind": "working_day"}
    when = {"begins_at": begins, "ends_at": begins + dt.timedelta(hours=3)}
    world.notes["zeist_meeting"] = actions.plan_meeting(tender=tender, by=world.person("ellen"), **meeting, **when)
    amount, source = texts.GOAL
    actions.set_goal(tender=tender, by=hilde, version=0, kind="save", amount=amount, source=source)
    for name, cents in texts.POSTS.items():
        actions.add_budget_item(tender=tender, by=hilde, name=name, amount=cents, source="Begroting, programma 6")
    for index, (theme, (assignment, interests)) in enumerate(texts.GROUPS.items()):
        guide = world.person(("maarten", "ellen")[index % 2])
        about = Theme.objects.get(municipality=tender.municipality, name=theme)
        group = actions.form_group(tender=tender, by=hilde, theme=about, assignment=assignment, guide=guide)
        for interest in interests:
            name, organisation = texts.PEOPLE[interest]
            actions.invite_expert(group=group, by=guide, name=name, interest=interest, organisation=organisation)
        corrie = world.person("corrie")
        seat = {"name": corrie.name, "interest": interests[0], "email": corrie.email}
        own = actions.invite_expert(group=group, by=guide, **seat)
        actions.edit_own_seat(expert=own, by=corrie, is_shown=True, is_reachable=True)
        if theme in texts.MISSING:
            why = {"assignment": assignment, "guide": guide, "missing_because": texts.MISSING[theme]}
            actions.edit_group(group=group, by=hilde, version=group.version, **why)


def _listen(world: World) -> None:
    """On the website and on paper, about the eight themes."""
    said = world.notes["zeist_said"] = {}
    for days, (key, (theme, name, text)) in enumerate(texts.SAID.items()):
        with world.at(ago(138 - days, "20:15")):
            dialogue = Dialogue.objects.select_related("tender__municipality").get(tender=world.tenders["zeist"])
            about = Theme.objects.get(municipality=dialogue.tender.municipality, name=theme)
            choice = NameChoice.NAME if name else NameChoice.ANONYMOUS
            by = world.person("corrie") if name == world.people["corrie"].name else None
            code = texts.CODE if key == "veld" else new_code()
            words = {"text": text, "theme": about, "name_choice": choice, "shown_name": name}
            said[key] = actions.contribute(dialogue=dialogue, by=by, code=code, **words).pk
    world.notes.setdefault("codes", {})["zeist"] = texts.CODE


def _ask_the_room(world: World) -> None:
    ellen = world.person("ellen")
    live = actions.open_live(meeting=world.notes["zeist_meeting"], by=ellen, question=texts.ASKED_OF_THE_ROOM)
    themes = {one.name: one for one in Theme.objects.filter(municipality=live.tender.municipality)}
    for name, text, theme, hands in texts.FROM_THE_ROOM:
        message = actions.send_in(live=live, code=new_code(), text=text, shown_name=name, theme=themes.get(theme))
        for phone in range(hands):
            actions.support_message(message=message, phone=f"telefoon {phone}")
        if chosen := themes.get(texts.THEMES_OF_THE_ROOM.get(text)):
            actions.choose_theme(contribution=message.contribution, by=world.person("hilde"), theme=chosen, version=0)
    actions.close_live(live=live, by=ellen)


def _propose(world: World) -> None:
    for theme, title, text, cents, post, _decision in texts.PROPOSALS:
        group = ExpertGroup.objects.for_page().get(tender=world.tenders["zeist"], theme__name=theme)
        item = BudgetItem.objects.get(tender=world.tenders["zeist"], name=post)
        words = {"title": title, "text": text, "amount": cents, "budget_item": item}
        corrie = world.person("corrie")
        proposal = actions.write_proposal(group=group, by=corrie, **words)
        for key, why in texts.RESTS_ON.get(title, ()):
            said = Contribution.objects.get(pk=world.notes["zeist_said"][key])
            actions.link_contribution(proposal=proposal, contribution=said, by=corrie, reason=why)
        actions.hand_in_proposal(proposal=proposal, by=corrie)


def _hold_beside_each_other(world: World) -> None:
    for one, other, cents, reason in texts.OVERLAPS:
        pair = {"first": _proposal(world, one), "second": _proposal(world, other)}
        actions.settle_overlap(by=world.person("hilde"), amount=cents, reason=reason, **pair)


def _decide(world: World) -> None:
    clerk = world.person("tineke")
    for _theme, title, _text, _cents, _post, decision in texts.PROPOSALS:
        if decision:
            outcome, amount, reason = decision
            said = {"outcome": outcome, "amount": amount, "reason": reason, "decided_on": clock.today()}
            actions.record_council_decision(proposal=_proposal(world, title), by=clerk, **said)


def _proposal(world: World, title: str) -> Proposal:
    return Proposal.objects.for_page().get(tender=world.tenders["zeist"], title=title)
