"""Who could stand on the map of a tender: read from what is public around it. The team puts them there, and asks them."""

from typing import NamedTuple

from django.db.models import BigIntegerField, Count, Exists, F, Q, TextField, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models.party import PartyKind
from coalitions.models import Listing, Stakeholder, StakeholderKind
from coalitions.rows import labels, listed
from dialogues.models import Contribution
from initiatives.models import Initiative, Plan
from inventory.models import MayStop
from tenders.models import Lot, Tender

_MOST = 25  # a list to look through, and no register
_KINDS = {
    PartyKind.RESIDENTS: StakeholderKind.RESIDENTS,
    PartyKind.SOCIAL_ENTREPRENEUR: StakeholderKind.SMALL_ENTREPRENEURS,
    PartyKind.HOUSING: StakeholderKind.HOUSING,
    PartyKind.VOLUNTEERS: StakeholderKind.VOLUNTEERS,
}


# How one knows of somebody, in the order in which they are shown.
_KNOWN, _STOPS, _PLAN, _SPOKE, _BEGUN = "0", "1", "2", "3", "4"


class Suggestion(NamedTuple):
    """What the form of a new party on the map begins with, and how one knows of it. `party` is the name of its page here."""

    name: str
    kind: StakeholderKind
    role: str
    party: str
    why: str

    @property
    def kind_label(self) -> str:
        return str(self.kind.label)


def could_stand_here(tender: Tender) -> list[Suggestion]:
    """Who is not on the map and was not taken off it. Two statements, whatever there is; nothing that a party keeps back."""
    read = sorted(_of(tender), key=lambda row: row[0])
    known = [row for row in read if row[0] == _KNOWN]
    parties = {party for _how, party, *_rest in known if party}
    names = {name.casefold() for _how, _party, name, *_rest in known}
    has_residents = any(kind == StakeholderKind.RESIDENTS and not removed for *_rest, kind, _kvk, removed in known)
    rows = {}
    for party, one in [*map(_around, read[len(known) :]), *_listed(tender)]:
        again = one.name == _residents() and has_residents
        if party not in parties and one.name.casefold() not in names and not again:
            rows.setdefault(one.name.casefold(), one)
    return list(rows.values())[:_MOST]


def _residents() -> str:
    """Residents are there as a group, never by name."""
    return _("Residents who brought something in")


def _listed(tender: Tender):
    """Parties that say with their name what they offer and seek: for this tender, or here for any."""
    lots = Lot.objects.filter(tender=tender, area__isnull=False)
    here = Q(areas=None) | Q(areas__in=lots.values("area")) | ~Exists(lots)
    here &= Q(tender=None, municipality__in=tender.municipality_ids())
    rows = Listing.objects.standing().filter(Q(tender=tender) | here, nameless=False).select_related("party")
    for one in rows.distinct()[:_MOST]:
        party = one.party
        offers = _("Offers %(things)s.") % {"things": listed(labels(one.offers))}
        why = _("Seeks partners in the list of who seeks whom.")
        yield party.pk, Suggestion(party.name, _kind(party.kind), offers[:200], party.kvk_number or party.name, why)


def _around(row: tuple) -> tuple[int | None, Suggestion]:
    """Of what `_of` read: the party, and what is suggested."""
    how, party, name, kind, number, words = row
    address = (number or name) if party else ""
    if how == _STOPS:
        why = _("Does it now, and was told that this may stop.")
        return party, Suggestion(name, StakeholderKind.INCUMBENTS, words[:200], address, why)
    if how == _PLAN:
        role = _("Sent a plan: %(title)s.") % {"title": words}
        return party, Suggestion(name, _kind(kind), role[:200], address, _("Sent a plan for this tender."))
    if how == _SPOKE:
        count = int(words)
        said = ngettext("Brought something in, %(n)d time.", "Brought something in, %(n)d times.", count) % {"n": count}
        return None, Suggestion(_residents(), StakeholderKind.RESIDENTS, said, "", _("In the dialogue of this tender."))
    return None, Suggestion(name, StakeholderKind.RESIDENTS, words[:200], "", _("People just began this here."))


def _of(tender: Tender):
    """(how one knows of it, party or None, name, kind and KvK number of the party, words), as one statement: who is on the map or
    was taken off it, who was told that its contract may stop, parties with a plan that touches the tender, that people brought
    something in, and what people just began in its area.
    """
    here = Stakeholder.objects.filter(tender=tender).annotate(named=F("name"), words=Coalesce("removed_because", Value("")))
    stops = MayStop.objects.standing().filter(tender=tender, told_on__isnull=False).exclude(party=None, told_name="")
    stops = stops.annotate(named=Coalesce("party__name", "told_name"), words=F("line__title"))
    plans = Plan.objects.standing().touching(tender.pk).filter(party__isnull=False)
    plans = plans.annotate(named=F("party__name"), words=Cast("title", TextField()))
    begun = Initiative.objects.going_on().filter(area__in=Lot.objects.filter(tender=tender, area__isnull=False).values("area"))
    begun = begun.annotate(named=F("name"), words=F("sentence"))
    spoke = Contribution.objects.filter(tender=tender, hidden_at=None, withdrawn_at=None).order_by().values("tender")
    spoke = spoke.annotate(named=Value(""), words=Cast(Count("pk"), TextField()))
    nobody, rows = Cast(Value(None), BigIntegerField()), []
    for how, found, path in (
        (_KNOWN, here, "party"),
        (_STOPS, stops, "party"),
        (_PLAN, plans, "party"),
        (_SPOKE, spoke, ""),
        (_BEGUN, begun, ""),
    ):
        about = {
            "known_by": Value(how),
            "of_party": F(path) if path else nobody,
            "sort_of": F("kind") if how == _KNOWN else Coalesce(f"{path}__kind", Value("")) if path else Value(""),
            "kvk": Coalesce(f"{path}__kvk_number", Value("")) if path else Value(""),
        }
        texts = {"called": Cast("named", TextField()), "in_words": Cast("words", TextField())}
        rows.append(
            found.order_by().annotate(**about, **texts).values_list("known_by", "of_party", "called", "sort_of", "kvk", "in_words")
        )
    return rows[0].union(*rows[1:], all=True)


def _kind(kind: str) -> StakeholderKind:
    return _KINDS.get(kind, StakeholderKind.OTHER)
