"""How an indicator stands, in words: pure functions of its numbers, so that page, thread and letter say the same."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from monitoring.models import Indicator, Measurement
from tenders.charts import number
from tenders.dates import day, short_month


@dataclass(frozen=True)
class Standing:
    """An indicator with its measurements in order, and what they say."""

    indicator: Indicator
    measurements: list[Measurement]

    @property
    def last(self) -> Measurement | None:
        return self.measurements[-1] if self.measurements else None

    @property
    def first_value(self) -> int | None:
        """Where it began: the baseline, or else the first measurement."""
        if self.indicator.baseline is not None:
            return self.indicator.baseline
        return self.measurements[0].value if self.measurements else None

    @property
    def points(self) -> list[tuple[str, int]]:
        """(label, value) for the chart, the baseline first."""
        points = [] if self.indicator.baseline is None else [(_("start"), self.indicator.baseline)]
        return points + [(month(one.measured_on), one.value) for one in self.measurements if one.value is not None]

    @property
    def has_chart(self) -> bool:
        return len(self.points) > 1

    @property
    def as_agreed(self) -> bool | None:
        """Whether the last value is at the target or better; None without a measurement or without a target."""
        target = self.indicator.target
        if self.last is None or self.last.value is None or target is None:
            return None
        return self.last.value <= target if self.indicator.lower_is_better else self.last.value >= target

    @property
    def status(self) -> tuple[str, str, str]:
        """(kind, word, sign) of the status."""
        if self.last is None:
            return "klaar", _("Not measured yet"), "dot"
        if self.as_agreed is None:
            return "bezig", _("We follow this"), ""
        return ("goed", _("On course"), "") if self.as_agreed else ("wacht", _("We talk about this"), "warning")

    @property
    def finding(self) -> str:
        """The whole finding in one or two sentences, also for who cannot see the chart."""
        if self.last is None:
            return _("This was not measured yet.")
        if self.last.value is None:
            return _("The last story is of %(day)s.") % {"day": day(self.last.measured_on)}
        words = {"now": number(self.last.value), "unit": self.indicator.unit, "first": number(self.first_value)}
        if len(self.points) > 1:
            return _("Now %(now)s %(unit)s. At the start %(first)s.") % words
        return _("Now %(now)s %(unit)s.") % words

    @property
    def compared(self) -> str:
        """How the last value stands to what was agreed, in one sentence; empty without both."""
        if self.as_agreed is None:
            return ""
        words = {"target": number(self.indicator.target)}
        if self.last.value == self.indicator.target:
            return _("Exactly as agreed: %(target)s.") % words
        if self.as_agreed:
            return _("Better than agreed. Agreed is %(target)s.") % words
        return _("Not yet as agreed. Agreed is %(target)s.") % words

    @property
    def stories(self) -> list[Measurement]:
        """Those with a story, the newest first."""
        return [one for one in reversed(self.measurements) if one.story]


def month(value) -> str:
    """'mrt 2025'."""
    return f"{short_month(value)} {value.year}"


def summary(standings: list[Standing], next_talk=None) -> list[str]:
    """The whole in at most four sentences: how many go as agreed, what grew most, what does not, and when we talk about it."""
    judged = [one for one in standings if one.as_agreed is not None]
    good, behind = [one for one in judged if one.as_agreed], [one for one in judged if not one.as_agreed]
    if not any(one.last for one in standings):
        return [_("Nothing was measured yet. What is measured stands below.")] if standings else []
    sentences = []
    if judged:
        count = ngettext(
            "%(good)d of the %(all)d thing that we count goes as agreed.",
            "%(good)d of the %(all)d things that we count go as agreed.",
            len(judged),
        )
        sentences.append(count % {"good": len(good), "all": len(judged)})
    for one in good[:1]:
        if one.first_value != one.last.value:
            sentences.append(
                _("“%(name)s” went from %(first)s to %(now)s.")
                % {"name": one.indicator.name, "first": number(one.first_value), "now": number(one.last.value)}
            )
    if behind:
        names = _(" and ").join(f"“{one.indicator.name}”" for one in behind[:2])
        sentences.append(
            ngettext("Not yet as agreed: %(names)s.", "Not yet as agreed, among others: %(names)s.", max(1, len(behind) - 1))
            % {"names": names}
        )
        if next_talk:
            sentences.append(_("We talk about that on %(day)s.") % {"day": day(next_talk)})
    return sentences
