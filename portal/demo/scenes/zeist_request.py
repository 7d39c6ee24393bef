"""What came after the council: everybody got an answer, and the request takes over what the groups proposed."""

from calls import actions as calls
from calls.models import Section
from dialogues import actions
from dialogues.models import Contribution, Dialogue, Ending, Outcome, Proposal
from events import clock
from portal.demo.scenes.dialogue import ago
from portal.demo.world import World
from tenders import lifecycle
from tenders.actions import set_frame
from tenders.models.frame import FrameKind
from tenders.steps import Step

_ENDING = "De raad nam zes van de negen voorstellen over, één daarvan voor een deel. Nu schrijven wij samen op hoe het gaat."
_NO = "De raad nam dit niet over: de fietsroute naar de school wordt te donker."
_LATER = "Eerst praten wij met de jongeren zelf. In het najaar leest u hier hoe het gaat."
# what was said: outcome and answer; whatever is not here was taken over in a proposal
_ANSWERS = {
    "lamp": (Outcome.NOT, _NO),
    "weg": (Outcome.LATER, _LATER),
    "balie": (Outcome.PARTLY, "De drie balies worden er één. Over de zaal beslist de raad later."),
}
_YES = "De themagroep maakte er een voorstel van, en de raad nam het over."
_ROOM = "Wij lazen dit op de avond van de acht groepen. De groepen namen het mee in hun voorstel."
_SHORT = "Bewoners en clubs nemen velden, bermen en een hal over. De gemeente betaalt wat daarvoor nodig is."
# title, part of the request, text, proposals that it comes from: title and what of it stands in it
_CLAUSES = (
    (
        "Wie het veld gebruikt, zorgt voor het veld",
        Section.OUTCOME,
        "Vijf velden zien er het hele jaar goed uit, en de clubs doen dat zelf.\n\n"
        "- De gemeente geeft één maaier en onderhoudt die.\n- Wie het veld overneemt, krijgt les in maaien.",
        (("Leden maaien de velden zelf.", "De leden maaien, met een maaier die zij delen."),),
    ),
    (
        "Het groen mag wilder",
        Section.OUTCOME,
        "In de bermen bloeit van april tot september iets. Bewoners houden de hoeken bij de oversteek vrij.",
        (("Bermen mogen bloeien.", "Twee keer maaien is genoeg; de hoeken blijven vrij."),),
    ),
    (
        "Eén bladzijde en één gesprek",
        Section.AGREEMENT,
        "Wie meedoet, legt uit wat er gebeurde op één bladzijde en in één gesprek per jaar.",
        (("Eén formulier voor alle verenigingen.", "Wat voor verenigingen geldt, geldt hier ook."),),
    ),
)


def play(world: World) -> None:
    with world.at(ago(26)):
        _answer(world)
    with world.at(ago(22)):
        _conclude(world)
    with world.at(ago(15)):
        _write(world)


def _answer(world: World) -> None:
    hilde, keys = world.person("hilde"), {pk: key for key, pk in world.notes["zeist_said"].items()}
    waiting = Contribution.objects.filter(tender=world.tenders["zeist"]).unanswered().select_related("tender__municipality")
    for said in waiting.order_by("number"):
        usual = _YES if said.pk in keys else _ROOM
        outcome, reason = _ANSWERS.get(keys.get(said.pk), (Outcome.TAKEN_OVER, usual))
        actions.respond(contribution=said, by=hilde, outcome=outcome, reason=reason)


def _conclude(world: World) -> None:
    hilde = world.person("hilde")
    budget = {"lowest": 80_000_000, "highest": 120_000_000, "decided_on": clock.today()}
    set_frame(tender=world.tender("zeist"), by=hilde, kind=FrameKind.BUDGET, text="Voor velden en groen, per jaar.", **budget)
    dialogue = Dialogue.objects.get(tender=world.tenders["zeist"])
    actions.close_dialogue(dialogue=dialogue, by=hilde)
    actions.conclude_dialogue(dialogue=dialogue, by=hilde, ending=Ending.REQUEST, reason=_ENDING)
    lifecycle.advance(world.tender("zeist"), leaving=Step.DIALOGUE, by=world.person("hilde"), reason=_ENDING)


def _write(world: World) -> None:
    hilde = world.person("hilde")
    calls.edit_call(tender=world.tender("zeist"), by=hilde, version=1, short_version=_SHORT)
    for title, section, text, proposals in _CLAUSES:
        clause = calls.add_clause(tender=world.tender("zeist"), by=hilde, section=section, title=title, text=text)
        for name, why in proposals:
            proposal = Proposal.objects.get(tender=world.tenders["zeist"], title=name)
            calls.link_proposal(clause=clause, by=hilde, proposal=proposal, reason=why)
