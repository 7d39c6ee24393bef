"""What the page of step 6 shows: every indicator with its standing, the stories, the moments of reflection and the lessons."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from contracts.models import Contract
from events import clock
from monitoring.models import Indicator, Lesson, Reflection, ReflectionVoice, Voice
from monitoring.standing import Standing, summary

STORIES = 6


@dataclass(frozen=True)
class Overview:
    standings: list[Standing]
    reflections: list[Reflection]
    lessons: list[Lesson]

    @property
    def stories(self) -> list[tuple[Standing, object]]:
        """The newest stories over all indicators, with the indicator that each belongs to; the last one stands in its card."""
        found = [(one, story) for one in self.standings for story in one.stories if story != one.last]
        return sorted(found, key=lambda pair: pair[1].measured_on, reverse=True)[:STORIES]

    @property
    def several_lots(self) -> bool:
        return len({one.indicator.contract.lot_id for one in self.standings}) > 1

    @property
    def next_talk(self):
        """The first coming moment of reflection."""
        coming = [one.held_on for one in self.reflections if one.closed_at is None and one.held_on >= clock.today()]
        return min(coming, default=None)

    @property
    def summary(self) -> list[str]:
        return summary(self.standings, self.next_talk)


def overview(contracts, tender=None) -> Overview:
    """The indicators of these contracts (a queryset that the reader may see), and what the tender learnt; four statements."""
    indicators = Indicator.objects.filter(contract__in=contracts).for_list().order_by("contract__lot__number", "id")
    standings = [Standing(indicator, indicator.current) for indicator in indicators]
    if tender is None:
        return Overview(standings, [], [])
    return Overview(standings, reflections_of(tender), list(Lesson.objects.filter(tender=tender).select_related("reflection")))


def reflections_of(tender) -> list[Reflection]:
    """The moments of reflection, each with `groups`: [(group, has it spoken)]."""
    said = ReflectionVoice.objects.filter(reflection=OuterRef("pk"))
    marks = {f"{voice.value}_spoke": Exists(said.filter(voice=voice)) for voice in Voice}
    found = list(Reflection.objects.filter(tender=tender).annotate(**marks))
    for reflection in found:
        reflection.groups = [(voice, getattr(reflection, f"{voice.value}_spoke")) for voice in Voice]
    return found


def contracts_shown(user, tender):
    """The tender's contracts that this person may see."""
    return Contract.objects.visible_to(user).filter(tender=tender)
