"""A tender on its way through the six steps, by the actions that the pages carry out; every gate is the real one."""

import datetime as dt

from django.utils import timezone

from accounts.models import RoleKind
from bids import actions as bids
from bids.actions.opening import FIRST, SECOND
from bids.models import Bid, BidPart, OpenedBid, Round
from calls import actions as calls
from calls.actions import CriterionDraft
from calls.models import Call, CallVersion, FrozenClause, Section
from calls.standing import standing_of
from calls.tasks import render_call
from contracts import actions as contracts
from contracts.models import Contract, ContractForm, FundingModel
from dialogues import actions as dialogues
from dialogues.models import NameChoice, Outcome, RuleKind
from documents.models import Document
from evaluation import actions as evaluation
from evaluation.models import Capacity, DecisionKind, Seat
from events import clock
from events.ids import new_code
from events.models import Event
from monitoring import actions as monitoring
from monitoring.models import Voice
from tenders.law.answers import Answers, Initiative, Nature, ObjectType
from tenders.law.timetable import moments_of, propose
from tenders.models import InvolvementRole, Lot, Tender
from tenders.routes import Route
from tenders.steps import Step

ANSWERS = {
    Route.SMALL_GRANT: Answers(
        total_value=500_000, nature=Nature.ACTIVITY, initiative=Initiative.RESIDENTS, invite_and_select=False
    ),
    Route.BUILDING: Answers(object_type=ObjectType.PROPERTY),
    Route.BUILDING_ONE: Answers(object_type=ObjectType.PROPERTY, only_one_party=True),
    Route.SUBSIDY_TENDER: Answers(total_value=164_000_000, nature=Nature.ACTIVITY, scarce=True),
    Route.SAS: Answers(total_value=164_000_000),
}
_SECTIONS = (Section.CHALLENGE, Section.OUTCOME, Section.MONEY, Section.PARTICIPANTS, Section.ASSESSMENT)
_REASON = "Zo past het bij wat de mensen vroegen."


class Way:
    """One tender and its cast; `go(step)` does all the work of a step and leaves it."""

    def __init__(self, cast, tender, move_clock, *, judged_before: bool = False):
        self.cast, self._pk, self._move, self._judged_before = cast, tender.pk, move_clock, judged_before
        self.traits = tender.traits

    @property
    def tender(self):
        self.cast.fresh()
        return Tender.objects.for_page().get(pk=self._pk)

    @property
    def lot(self) -> Lot:
        return Lot.objects.select_related("tender__municipality").get(tender=self._pk)

    def work(self, step: Step) -> None:
        """All that must be there before the step can be left."""
        if self.traits.competition or step >= Step.PROCEDURE:
            {
                Step.DIALOGUE: self._talk,
                Step.REQUEST: self._write,
                Step.PROCEDURE: self._choose_the_route,
                Step.SELECTION: self._select,
                Step.CONTRACT: self._contract,
                Step.MONITORING: self._measure,
            }[step]()

    def _talk(self) -> None:
        officer, words = self.cast.officer, "Dat leest u hier."
        kinds = [kind for kind in RuleKind if self.traits.public_money or kind != RuleKind.MONEY]
        dialogues.edit_dialogue(
            tender=self.tender,
            by=officer,
            version=1,
            dot="Iedereen doet overdag iets waar hij trots op is.",
            closes_on=clock.today() + dt.timedelta(days=30),
            rules=dict.fromkeys(kinds, (words, None)),
        )
        dialogue = dialogues.publish_dialogue(tender=self.tender, by=officer)
        said = dialogues.contribute(
            dialogue=dialogue,
            by=self.cast.resident,
            code=new_code(),
            text="Ik kan lassen.",
            name_choice=NameChoice.NAME,
            shown_name="Ria",
        )
        dialogues.respond(contribution=said, by=officer, outcome=Outcome.TAKEN_OVER, reason=_REASON)

    def _write(self) -> None:
        officer = self.cast.officer
        calls.edit_call(tender=self.tender, by=officer, version=Call().version, short_version="Wij zoeken een plek om te maken.")
        for section in _SECTIONS:
            clause = calls.add_clause(tender=self.tender, by=officer, section=section, title=section.name, text="Drie jaar lang.")
            if section == Section.OUTCOME:
                outcome = clause
        draft = CriterionDraft(name="Het werkt", question="Werkt het?", weight=10_000, asked="Beschrijf een week.")
        calls.set_criteria(tender=self.tender, by=officer, version=self._version(), criteria=[draft])
        calls.set_scale(
            tender=self.tender,
            by=officer,
            version=self._version(),
            grades=[("Voldoende", 6, ""), ("Goed", 8, "")],
            lowest_mark=None,
            committee_rules="",
            residents_minority_reason="",
        )
        calls.propose_indicator(
            tender=self.tender, by=officer, clause=outcome, version=self._version(), name="Mensen die komen", unit="van elke 100"
        )
        calls.adopt_call(tender=self.tender, by=officer, reason=_REASON)

    def _version(self) -> int:
        return Call.objects.get(tender=self._pk).version

    def _choose_the_route(self) -> None:
        tender, answers = self.tender, ANSWERS[Route(self.traits.code)]
        calls.ask_guide(tender=tender, by=self.cast.officer, answers=answers)
        calls.choose_route(tender=tender, by=self.cast.officer, route=Route(self.traits.code), answers=answers, reason=_REASON)
        people = {
            RoleKind.POLICY_OFFICER: self.cast.officer,
            RoleKind.PROCUREMENT_OFFICER: self.cast.buyer,
            RoleKind.LEGAL_ADVISER: self.cast.lawyer,
        }
        choice = standing_of(self.tender).choice
        for kind in choice.needed:
            calls.sign_choice(tender=self.tender, by=people[kind], kind=kind, reason=_REASON, seen=choice.content_sha256)
        if self.traits.call:
            plan = propose(self.traits.code, clock.today(), consortia=True)
            given = {name: getattr(plan, name) for name in moments_of(self.traits.code) if name != "term_ends"}
            calls.set_timetable(tender=self.tender, by=self.cast.officer, version=self._version(), moments=given)
            calls.prepare_publication(tender=self.tender, by=self.cast.officer)
            render_call(Event.objects.filter(name="calls.publication_prepared").latest("pk").pk)
            calls.publish_call(tender=self.tender, by=self.cast.officer)

    def _select(self) -> None:
        if self.traits.competition and not self._judged_before:
            self._bid()
            self._judge()
            self._decide(kind=DecisionKind.AWARD)
        else:
            self._decide(kind=DecisionKind.DIRECT, party=self.cast.party)
        self._move(to=timezone.make_aware(dt.datetime.combine(clock.today() + dt.timedelta(days=60), dt.time(9))))

    def _bid(self) -> None:
        version = CallVersion.objects.published().get(tender=self._pk, for_bids=True)
        if not Round.objects.filter(lot__tender=self._pk).exists():
            bids.open_rounds(tender=self.tender, call_version=version, by=self.cast.officer)
        round_ = Round.objects.for_page().get(lot__tender=self._pk)
        for person, party in ((self.cast.entrepreneur, self.cast.party), (self.cast.rival, self.cast.rival_party)):
            bid = bids.begin_bid(round_=round_, party=party, by=person)
            typed = {"summary": {"title": f"Plan van {party}", "summary": "Wij maken iets."}, "criterion-1": {"text": "Elke dag."}}
            if self.traits.public_money:
                typed["budget"] = {"what_1": "Begeleiders", "amount_1": "380.000", "note": ""}
            for key, words in typed.items():
                row = BidPart.objects.get(bid=bid, key=key)
                fresh = Bid.objects.for_page().get(pk=bid.pk)
                bids.write_bid(bid=fresh, key=key, typed=words, version=row.version, by=person)
            bids.submit_bid(bid=Bid.objects.for_page().get(pk=bid.pk), by=person)
        self._move(to=round_.deadline + dt.timedelta(days=1))
        openers = ((self.cast.officer, RoleKind.POLICY_OFFICER, FIRST), (self.cast.buyer, RoleKind.PROCUREMENT_OFFICER, SECOND))
        for person, kind, turn in openers:
            bids.open_bids(round_=Round.objects.for_page().get(pk=round_.pk), by=person, kind=kind, turn=turn)

    def _judge(self) -> None:
        capacities = ((self.cast.assessor, Capacity.RESIDENT), (self.cast.other_assessor, Capacity.TARGET_GROUP))
        for person, capacity in capacities:
            seat = evaluation.appoint_member(lot=self.lot, person=person, capacity=capacity, by=self.cast.officer)
            evaluation.declare_impartial(seat=Seat.objects.for_page().get(pk=seat.pk), by=person)
        role = InvolvementRole.SECRETARY
        evaluation.appoint_lead(lot=self.lot, person=self.cast.secretary, role=role, by=self.cast.officer)
        opened = list(OpenedBid.objects.for_page().filter(bid__round__lot=self.lot).order_by("letter"))
        for person, _capacity in capacities:
            for bid in opened:
                criterion = bid.bid.round.call_version.criteria.get()
                seat = Seat.objects.for_page().get(person=person)
                grade = criterion.version.grades.get(points=8 if bid.bid.party == self.cast.party else 6)
                evaluation.score_bid(seat=seat, opened_bid=bid, criterion=criterion, by=person, grade=grade, reason=_REASON)
            evaluation.finish_scores(seat=Seat.objects.for_page().get(person=person), by=person)
        for bid in opened:
            criterion = bid.bid.round.call_version.criteria.get()
            grade = criterion.version.grades.get(points=8 if bid.bid.party == self.cast.party else 6)
            evaluation.record_consensus(
                lot=self.lot, opened_bid=bid, criterion=criterion, grade=grade, reason=_REASON, by=self.cast.secretary
            )

    def _decide(self, **what) -> None:
        money = {"amount": 38_000_000} if self.traits.public_money else {}
        basis = {"legal_basis": "Nadere regels, artikel 7"} if self.traits.track == "subsidy" else {}
        decision = evaluation.make_decision(lot=self.lot, by=self.cast.officer, reason=_REASON, **what, **money, **basis)
        for result in decision.results.filter(chosen=False).select_related("decision__lot__tender"):
            evaluation.write_advantages(result=result, by=self.cast.officer, text="De ander laat mensen zelf beslissen.")
        decision = evaluation.prepare_decision(decision=decision, by=self.cast.officer, send_on=clock.today())
        _rendered()
        decision = evaluation.approve_decision(decision=decision, by=self.cast.mandate, content_sha256=decision.content_sha256)
        evaluation.send_decision(decision=decision, by=self.cast.officer)

    def _contract(self) -> None:
        officer, track = self.cast.officer, self.traits.track
        facts = {"title": "De plek", "form_reason": "Dat is helder.", "begins_on": clock.today()}
        facts |= {"ends_on": clock.today() + dt.timedelta(days=4 * 366)}
        facts["form"] = ContractForm.SUBSIDY if track == "subsidy" else ContractForm.RELATIONAL
        if self.traits.public_money:
            facts |= {"funding_model": FundingModel.AVAILABILITY, "funding_reason": "Het is er elke dag.", "amount": 38_000_000}
        contract = contracts.draft_contract(lot=self.lot, by=officer, **facts)
        tie = {}
        if contract.decision.call_version:
            clause = FrozenClause.objects.get(version=contract.decision.call_version, section=Section.OUTCOME)
            tie = {"clause": clause, "reason": "Zo staat het er."}
        contracts.write_agreement(contract=contract, by=officer, title="Open", text="De plek is elke dag open.", **tie)
        self.offer_and_sign(Contract.objects.for_page().get(pk=contract.pk))

    def offer_and_sign(self, contract) -> None:
        """Offered by the officer, signed by both sides."""
        contract = contracts.offer_contract(contract=contract, by=self.cast.officer, version=contract.version)
        for person, signer in ((self.cast.mandate, "municipality"), (self.cast.entrepreneur, self.cast.party.public_id)):
            person.forget_roles()
            fresh = Contract.objects.for_page().get(pk=contract.pk)
            contracts.sign_contract(contract=fresh, by=person, signer=signer, content_sha256=fresh.content_sha256)

    def _measure(self) -> None:
        contract = Contract.objects.for_page().get(tender=self._pk)
        entrepreneur = self.cast.entrepreneur
        if self.traits.competition:
            indicator = monitoring.set_indicator(
                contract=contract,
                by=self.cast.officer,
                agreement=contract.agreements.get(),
                name="Mensen die komen",
                unit="van elke 100",
                baseline=20,
                target=60,
            )
            entrepreneur.forget_roles()
            monitoring.report_measurement(indicator=indicator, by=entrepreneur, measured_on=clock.today(), value=63)
        talk = monitoring.hold_reflection(tender=self.tender, by=self.cast.officer, title="Hoe ging het?", held_on=clock.today())
        monitoring.speak(reflection=talk, by=entrepreneur, voice=Voice.PROVIDER, text="Er staat een boom.")
        monitoring.speak(reflection=talk, by=self.cast.officer, voice=Voice.MUNICIPALITY, text="Wij zagen het.")
        talk = monitoring.close_reflection(reflection=talk, by=self.cast.officer, conclusion="Volgend jaar weer.")
        about = {"text": "Begin buiten.", "situation": "Een nieuwe plek.", "step": Step.MONITORING}
        monitoring.draw_lesson(tender=self.tender, by=self.cast.officer, reflection=talk, **about)


def _rendered() -> None:
    Document.objects.filter(rendered_at=None).update(rendered_at=clock.now())
