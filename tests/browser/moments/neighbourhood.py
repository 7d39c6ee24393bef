"""Who is there, what begins, plans, the inventory with its board, and the budget."""

import secrets

from django.test import Client
from django.urls import reverse

from events import clock
from initiatives.actions import answer_plan, hide_words, restore_words
from initiatives.models import Plan, PlanOutcome
from inventory import actions
from tenders.actions import publish_answers
from tenders.steps import Step
from tests import make
from tests.browser.shown import keep
from tests.make.initiatives import WORDS
from tests.stages import things


def together(cast, album):
    """Parties that ask each other, met, and agree; an empty market and an empty map; who may not be seen yet."""
    made = things(cast, "1")
    waiting, met_one = made["waiting introduction"], made["introduction"]
    album.see(cast.rival, "coalitions:show_introduction", waiting.public_id, about="asked")
    album.see(cast.rival, "coalitions:answer_introduction", waiting.public_id, about="nothing chosen", data={"answer": ""})
    album.see(cast.entrepreneur, "coalitions:show_introduction", waiting.public_id, about="waiting")
    album.see(cast.rival, "coalitions:show_listing", waiting.asker.public_id, about="asked")
    album.see(cast.entrepreneur, "coalitions:show_listing", waiting.asked.public_id, about="waiting")
    album.see(cast.entrepreneur, "coalitions:show_introduction", met_one.public_id, about="both yes")
    album.see(cast.entrepreneur, "coalitions:place_listing", cast.municipality.slug, about="nothing filled in", data={"party": ""})
    album.see(cast.entrepreneur, "coalitions:sign_terms", made["coalition"].public_id, about="to sign")
    album.see(cast.entrepreneur, "coalitions:show_coalition", made["coalition"].public_id, about="to sign")
    album.see(
        cast.entrepreneur, "coalitions:write_terms", made["coalition"].public_id, about="nothing filled in", data={"after": 1}
    )
    album.see(cast.resident, "coalitions:my_coalitions", about="without a party")
    album.see(cast.visitor, "coalitions:show_market", cast.other_municipality.slug, about="empty")
    album.see(cast.visitor, "portal:show_map", make.tender(cast).slug, about="empty")
    lonely = make.listing(cast, make.party(), offers=("money",), seeks=("money",))
    album.see(lonely.placed_by, "coalitions:list_matches", lonely.public_id, about="nobody")


def begun(cast, album):
    """Something that was just begun, joined, opened with its code, that stopped or whose words are hidden."""
    code, visitor = "k7wp-93bd-xm2h", cast.visitor
    place = cast.municipality.slug
    words = {"name": "Geveltuinen", "sentence": "Wij maken van stoepen tuinen.", "once": secrets.token_urlsafe(16)}
    album.see(visitor, "initiatives:begin_initiative", place, about="sent", data=words)
    album.see(visitor, "initiatives:begin_initiative", place, about="nothing filled in", data={"once": "x"})
    initiative = make.initiative(cast.municipality, code=code, seeks="Een schep.", phone="06 12345678")
    update = make.update(initiative, count=2)
    make.update(initiative, count=100)
    make.update(initiative, text="Weg ermee.", hidden_at=clock.now(), hidden_because="Dit kwetst iemand.")
    make.photo(initiative, update)
    joined = {"first_name": "Ria", "once": secrets.token_urlsafe(16)}
    album.see(visitor, "initiatives:join_initiative", initiative.public_id, about="sent", data=joined)
    album.see(visitor, "portal:follow_code", about="of an initiative", data={"code": code})
    album.see(visitor, "initiatives:tend_initiative", initiative.public_id, about="wrong code", data={"code": "fout"})
    for verb in ("tell_update", "change_initiative", "help_initiative", "stop_initiative"):
        album.see(visitor, f"initiatives:{verb}", initiative.public_id, about="with the code", data={"code": code})
    own = make.joining(initiative, code="2222-3333-4444")
    album.see(visitor, "portal:follow_code", about="of a name", data={"code": "2222-3333-4444"})
    taken = [initiative.public_id, own.public_id]
    album.see(visitor, "initiatives:take_name_off", *taken, about="with the code", data={"code": "2222-3333-4444"})
    make.initiative_word(cast, make.tender(cast), initiative, word="replaced")
    album.see(visitor, "golden_thread:follow_initiative", initiative.public_id, about="grown")
    stopped = make.initiative(cast.municipality, stopped_at=clock.now(), stopped_because="Ik verhuis.")
    album.see(visitor, "golden_thread:follow_initiative", stopped.public_id, about="stopped")
    hidden = make.initiative(cast.municipality, hidden_at=clock.now(), hidden_because="Privé.")
    album.see(visitor, "golden_thread:follow_initiative", hidden.public_id, about="hidden")
    album.see(cast.community_worker, "initiatives:restore_words", hidden.public_id, "tekst", hidden.public_id, about="the words")
    shown = [initiative.public_id, "foto", initiative.photos.get().public_id]
    album.see(cast.community_worker, "initiatives:hide_words", *shown, about="a photo")
    _put_back(cast, album, initiative)


def _put_back(cast, album, initiative):
    """What was told, a photo and a plan, hidden; and the page on which they stand again."""
    code = "8888-7777-6666"
    update, photo, plan = initiative.updates.first(), initiative.photos.get(), make.plan(cast.municipality, code=code)
    for kind, thing in (("bericht", update), ("foto", photo)):
        hide_words(thing=thing, by=cast.officer, reason="Privé.")
        album.see(cast.visitor, "golden_thread:follow_initiative", initiative.public_id, about=f"{kind} hidden")
        album.see(cast.community_worker, "initiatives:tend_initiative", initiative.public_id, about=f"{kind} hidden")
        album.see(cast.community_worker, "initiatives:restore_words", initiative.public_id, kind, thing.public_id, about=kind)
        restore_words(thing=thing, by=cast.officer, reason="Het mag.")
    album.see(cast.officer, "initiatives:hide_plan", plan.public_id, about="the plan")
    hide_words(thing=plan, by=cast.officer, reason="Privé.")
    album.see(cast.officer, "golden_thread:follow_plan", plan.public_id, about="hidden")
    album.see(cast.visitor, "golden_thread:follow_plan", plan.public_id, about="hidden, for everybody")
    album.see(cast.visitor, "portal:follow_code", about="of a plan that is hidden", data={"code": code})
    late = {"reason": "Dit kwetst iemand.", "once": secrets.token_urlsafe(16)}
    album.see(cast.officer, "initiatives:hide_plan", plan.public_id, about="somebody was before you", data=late)
    album.see(cast.officer, "initiatives:restore_plan", plan.public_id, about="the plan")
    restore_words(thing=plan, by=cast.officer, reason="Het mag.")
    restore_words(thing=hide_words(thing=plan, by=cast.officer, reason="Toch privé."), by=cast.officer, reason="Het mag nu.")
    album.see(cast.visitor, "golden_thread:follow_initiative", initiative.public_id, about="put back")
    album.see(cast.visitor, "golden_thread:follow_plan", plan.public_id, about="put back")


def planned(cast, album):
    """A plan that came in, is late, was answered where parties bid, and was taken back."""
    code, place = "5555-6666-7777", cast.municipality.slug
    words = {"what": "Wij koken.", "problem": "Ouderen eten alleen.", "title": "Samen eten", "makers": "Buren"}
    album.see(cast.visitor, "initiatives:file_plan", place, about="sent", data={**words, "once": secrets.token_urlsafe(16)})
    album.see(cast.visitor, "initiatives:file_plan", place, about="nothing filled in", data={"once": "x"})
    asked = {"text": "Klopt dit cijfer?", "once": secrets.token_urlsafe(16)}
    album.see(cast.visitor, "tenders:ask_question", make.tender(cast).slug, about="asked by a visitor", data=asked)
    late = make.plan(cast.municipality, answer_in=-3, code=code)
    album.see(cast.visitor, "golden_thread:follow_plan", late.public_id, about="late")
    album.see(cast.visitor, "portal:follow_code", about="of a plan", data={"code": code})
    album.see(cast.visitor, "initiatives:withdraw_plan", late.public_id, about="with the code", data={"code": code})
    bidding = make.plan(cast.municipality, about=make.tender(cast, step=Step.SELECTION))
    album.see(cast.officer, "initiatives:answer_plan", bidding.public_id, about="where parties bid")
    make.knowledge(cast, bidding, published=False)
    album.see(cast.officer, "initiatives:record_knowledge", bidding.public_id, about="not public yet")
    _answered(cast, album, bidding)
    back = make.plan(cast.municipality, withdrawn_at=clock.now(), withdrawn_because="Wij verhuizen.")
    album.see(cast.visitor, "golden_thread:follow_plan", back.public_id, about="taken back")
    refused = make.plan(cast.municipality)
    make.plan_answer(cast, refused, outcome="no")
    album.see(cast.visitor, "golden_thread:follow_plan", refused.public_id, about="refused")
    closed = make.period(cast, closed_at=clock.now(), closed_because="Het blijft open.", must_know="Kijken kan op zondag.")
    album.see(cast.visitor, "initiatives:show_period", closed.public_id, about="closed")


def _answered(cast, album, bidding):
    """A yes that holds while a no waits for all bidders, and the yes as an earlier answer when that is out."""
    album.see(cast.visitor, "golden_thread:follow_plan", bidding.public_id, about="while parties hand in")
    code = "7777-8888-9999"
    plan = make.plan(cast.municipality, about=bidding.tender, code=code)
    first = make.plan_answer(cast, plan, next_step="Wij bellen u.")
    words = {**WORDS, "reason": "Het gaat naar alle partijen.", "changed_because": "Er kwam een uitvraag."}
    answer_plan(plan=plan, by=cast.officer, outcome=PlanOutcome.NO, seen=first.public_id, **words)
    album.see(cast.officer, "golden_thread:follow_plan", plan.public_id, about="a new answer is ready")
    album.see(cast.officer, "tenders:list_questions", bidding.tender.slug, about="an answer is ready")
    album.see(cast.officer, "initiatives:answer_plan", plan.public_id, about="a no only", data={**words, "outcome": "yes"})
    publish_answers(tender=bidding.tender, by=cast.officer)
    album.see(cast.visitor, "golden_thread:follow_plan", plan.public_id, about="answered twice")
    album.see(cast.visitor, "portal:follow_code", about="of a plan that was answered", data={"code": code})


def divided(cast, album):
    """A neighbourhood budget: what is wrong, what is saved, what was taken back, and each way in which it ends."""
    made, code = things(cast, "1"), "6666-7777-8888"
    budget, once = made["budget"], {"once": secrets.token_urlsafe(16)}
    over = {"entry_1": "20000", "entry_2": "20000", **once}
    album.see(cast.visitor, "budgets:divide", budget.public_id, about="too much", data=over)
    album.see(cast.visitor, "budgets:divide", budget.public_id, about="sent", data={"entry_1": "500", **once})
    make.division(budget, 500, code=code)
    album.see(cast.visitor, "portal:follow_code", about="of a division", data={"code": code})
    album.see(cast.visitor, "budgets:change_division", budget.public_id, about="with the code", data={"code": code})
    for state in ("coming", "typing"):  # in good time for neither of the two
        path = reverse("budgets:divide", args=[make.budget(cast, state=state).public_id])
        album.pages.append(keep(f"budgets:divide {state}", path, Client().post(path, {"entry_1": "500", "once": "x"})))
    stack = made["budget stack"]
    typed = {"entry_1": "500", "once": secrets.token_urlsafe(16)}
    album.see(cast.officer, "budgets:type_form", budget.public_id, stack.public_id, about="saved", data=typed)
    album.see(cast.officer, "budgets:take_back_form", budget.public_id, stack.public_id, 1, about="taken back", data=typed)
    _aside(cast, album, budget, stack, {**over, "once": secrets.token_urlsafe(16)})
    taken = make.budget(cast)
    Plan.objects.filter(pk=taken.entries.get(number=1).plan_id).update(withdrawn_at=clock.now(), withdrawn_because="Wij verhuizen.")
    album.see(cast.visitor, "budgets:show_budget", taken.public_id, about="with a plan taken back")
    make.form_aside(make.budget_stack(cast, made["counted budget"]), 20_000, 20_000)
    for name in ("draft budget", "counted budget", "decided budget"):
        album.see(cast.officer, "budgets:show_budget", made[name].public_id, about=name)
    plan = made["decided budget"].entries.get(number=1).plan
    album.see(cast.visitor, "golden_thread:follow_plan", plan.public_id, about="on a neighbourhood budget")
    counted = made["counted budget"].public_id
    clash = {"amount_1": "1", "amount_2": "2", "version": "0", "once": secrets.token_urlsafe(16)}
    album.see(cast.officer, "budgets:draft_decision", counted, about="overtaken", data=clash)
    draft = made["draft budget"]
    stale = {"version": "0", "title": "Geld", "ceiling": "30.000", "step": "50", "weight": "", "once": secrets.token_urlsafe(16)}
    album.see(cast.officer, "budgets:edit_budget", draft.public_id, about="overtaken", data=stale)
    _few(cast, album)
    album.see(cast.visitor, "budgets:list_budgets", "deventer", about="empty")


def _few(cast, album):
    """A budget that one person divided: what is not shown, to who decides neither, and what was decided."""
    budget = make.budget(cast, state="counted")
    make.division(budget, 12_350, 4_000)
    album.see(cast.visitor, "budgets:show_budget", budget.public_id, about="of few")
    album.see(cast.officer, "budgets:draft_decision", budget.public_id, about="of few")
    make.budget_decision(cast, budget, 3_000, 2_000)
    album.see(cast.visitor, "budgets:show_budget", budget.public_id, about="decided, of few")
    album.see(cast.visitor, "budgets:show_decision", budget.public_id, 1, about="of few")


def _aside(cast, album, budget, stack, over):
    """A form on paper that does not count: above the ceiling, without a reason, kept, and found back for each reason."""
    at = (budget.public_id, stack.public_id)
    album.see(cast.officer, "budgets:type_form", *at, about="above the ceiling", data=over)
    album.see(cast.officer, "budgets:set_form_aside", *at, about="no reason", data={**over, "kind": "otherwise"})
    album.see(cast.officer, "budgets:set_form_aside", *at, about="kept", data={**over, "kind": "too_much"})
    for kind, because in (("too_much", ""), ("unreadable", ""), ("otherwise", "Er zijn twee formulieren van deze hand.")):
        code = f"9999-8888-{kind[:4]}"
        make.form_aside(stack, 20_000, 20_000, kind=kind, because=because, code=code)
        album.see(cast.visitor, "portal:follow_code", about=f"of a form that does not count: {kind}", data={"code": code})


def counted(cast, album):
    """The inventory: an empty one, a list with mistakes, a line that ended, what a party without an account is told."""
    album.see(cast.visitor, "inventory:show_inventory", "zwolle", about="empty")
    wrong = make.csv_file("Waarvoor;Bedrag", "Dorpshuis;veel", "Sporthal;-5")
    album.see(cast.officer, "inventory:read_list", "zwolle", about="with mistakes", data={"kind": "money", "file": wrong})
    fine = make.csv_file("Aanbod;Wijk;Kosten;Datum", "Koffie;Horn;12;x")
    waiting, _checked = actions.read_list(municipality=cast.municipality, by=cast.officer, kind="supply", file=fine)
    album.see(cast.officer, "inventory:import_lines", "zwolle", waiting.public_id, about="with a new area")
    line = make.running(cast, party=None, ended_at=clock.now(), ended_because="Het loopt niet meer.")
    album.see(cast.visitor, "golden_thread:follow_line", "zwolle", line.public_id, about="ended")
    album.see(cast.resident, "inventory:ask_about_line", "zwolle", make.line(cast).public_id, about="empty", data={"text": ""})
    tender = make.tender(cast)
    row = make.may_stop(cast, tender, make.running(cast, party=None, party_name="Harmonie"), told=False)
    album.see(cast.officer, "inventory:tell_incumbent", tender.slug, row.public_id, about="without an account")
    _ends(cast, album)
    for name in ("show_calendar", "show_periods", "list_ends", "list_line_questions"):
        album.see(cast.officer, f"inventory:{name}", "deventer" if name == "show_calendar" else "zwolle", about="with little")


def _ends(cast, album):
    """What ends and was decided on, and what a party reads of work that may stop by a tender that is public, or not yet."""
    line = make.running(cast, title="Groen in Horn", ends_in=200)
    album.see(cast.officer, "inventory:judge_line", "zwolle", line.public_id, about="what ends")
    actions.judge_line(line=line, by=cast.officer, version=line.version, fitness="not_fit", reason="Het gaat goed zo.")
    album.see(cast.officer, "inventory:list_ends", "zwolle", about="decided")
    album.see(cast.visitor, "golden_thread:follow_line", "zwolle", line.public_id, about="decided")
    for about, tender in (("public", make.tender(cast)), ("not public", make.tender(cast, published_at=None))):
        row = make.may_stop(cast, tender)
        album.see(cast.entrepreneur, "inventory:show_may_stop", tender.slug, row.public_id, about=about)


def sorted_out(cast, album):
    """Sorting boards: none, sorted on a telephone, found back, typed in with a mistake, too late, chosen against most residents."""
    album.see(cast.visitor, "inventory:list_boards", "deventer", about="empty")
    album.see(cast.officer, "inventory:list_boards", "zwolle", about="empty")
    make.line(cast)
    album.see(cast.officer, "inventory:make_board", "zwolle", about="with a mistake", data={"title": "", "once": "a"})
    board, over = make.board(cast), make.board(cast, state="counting", asks_municipality=False)
    at = ("zwolle", board.public_id)
    tasks = [f"taak-{task.line.public_id}" for task in board.tasks.select_related("line")]
    chosen = dict.fromkeys(tasks, "together") | {"group": "residents", "once": "b"}
    album.see(cast.visitor, "inventory:sort_tasks", *at, about="with a mistake", data={"group": "", "once": "a"})
    album.see(cast.visitor, "inventory:sort_tasks", *at, about="sent", data=chosen)
    make.sorting(board, "together", code="bd7k-hm4p-xr2t")
    make.sorting(over, "together", code="bd7k-hm4p-xr2u")
    for code in ("bd7k-hm4p-xr2t", "bd7k-hm4p-xr2u"):
        album.see(cast.visitor, "portal:follow_code", about=f"of a sorting {code[-1]}", data={"code": code})
    album.see(cast.visitor, "inventory:change_sorting", *at, about="a wrong code", data={"code": "x"})
    album.see(cast.visitor, "inventory:sort_tasks", "zwolle", over.public_id, about="too late", data=chosen)
    album.see(cast.visitor, "inventory:follow_board", *at, about="followed", data={"email": "buur@example.nl", "once": "a"})
    ours = make.board(cast, asks_municipality=False)
    album.see(cast.officer, "inventory:sort_tasks", "zwolle", ours.public_id, about="by who works there")
    votes = {f"{name}-residents": "9" for name in tasks} | {"people": "2", "label": "Tafel", "group": "residents", "once": "a"}
    album.see(cast.officer, "inventory:enter_table", *at, about="more votes than people", data=votes)
    album.see(cast.officer, "inventory:show_board", "zwolle", over.public_id, about="while it is counted")
    _chosen(cast, album)


def _chosen(cast, album):
    board = make.board(cast, state="decided", closed_at=clock.now(), closed_because="De avond is geweest.", result_at=clock.now())
    make.sorted_table(cast, board, (12, 1, 1))
    make.sorted_table(cast, board, (1, 2, 1), group="entrepreneurs")
    task = board.tasks.first()
    against = {"sort": "municipality", "against_because": "De wet vraagt het.", "changed_because": "De raad vroeg het."}
    make.board_choice(cast, task, published_at=clock.now(), **against)
    off = make.line(cast)
    board.tasks.create(line=off, place=9, withdrawn_at=clock.now(), withdrawn_because="Dit mag niet.")
    album.see(cast.officer, "inventory:show_board", "zwolle", board.public_id, about="chosen, changed, closed early")
    album.see(cast.visitor, "golden_thread:follow_line", "zwolle", task.line.public_id, about="with a choice")
    form = {"version": "0", "sort": "together", "reason": "Ja.", "once": "a", "against_because": "x", "changed_because": "y"}
    at = ("zwolle", board.public_id, task.line.public_id)
    album.see(cast.officer, "inventory:choose_sort", *at, about="chosen by another", data=form)
    other = make.board(cast)
    edited = {"title": "x", "reason": "y", "version": "0", "once": "a"}
    edited |= {"begins_on": other.begins_on.isoformat(), "ends_on": other.ends_on.isoformat()}
    album.see(cast.officer, "inventory:edit_board", "zwolle", other.public_id, about="overtaken", data=edited)


OCCASIONS = (counted, sorted_out, begun, planned, divided, together)
