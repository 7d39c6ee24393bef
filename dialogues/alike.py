"""Which other contributions look like one: those that say the most of its long words, in one statement."""

import re

from django.db.models import Case, Exists, Q, When

from dialogues.models import COUNTS, Contribution
from tenders.search import long_words_of, said_some

_LETTERS, _WORDS, _MOST = 5, 8, 6
_NUMBER = re.compile(r"[0-9]{1,9}")
# Long, and yet everybody says them about everything; without accents.
_EVERYDAY_WORDS = """
    alleen alles allemaal altijd ander andere anderen anders beide beiden belangrijk beter betere bewoners bijna
    bijvoorbeeld blijft blijven boven daarbij daardoor daarmee daarna daarom daarover daarvoor denken dezelfde dingen
    doordat echter eerst eerste eigen eigenlijk elkaar enige enkel enkele ergens gedaan geeft gekregen gemaakt gemeente
    genoeg geven geweest gewoon geworden goede graag hadden hebben heeft helemaal hetzelfde hierbij hierdoor hierover
    hiervoor hoeveel hoewel iedere iedereen iemand inwoners komen kregen krijgen krijgt kunnen laatste laten liever maakt
    maken meeste meestal mensen minder misschien moeten mogelijk mogen nadat natuurlijk nergens niemand niets nieuwe nodig
    onder ongeveer onszelf overal sinds sommige staan staat steeds tegen terug terwijl tijdens totdat tussen
    vaker vanaf vanuit verder verschillende vinden vindt volgens vooral voordat waarbij waardoor waarin waarom waarover
    wanneer waren weinig welke werden weten wilde willen worden wordt zeggen zeker zelfs zichzelf zoals zodat zonder
    zouden zullen
"""
_EVERYDAY = frozenset(_EVERYDAY_WORDS.split())


def alike_to(contribution: Contribution, *, chosen: str = "") -> list[Contribution]:
    """Up to six with which it may be put together: those that say the most of its words first, then the newest.

    `chosen` is what somebody chose on an earlier list: it stays on the list for as long as it may be chosen.
    """
    texts = f"{contribution.text} {contribution.original_text}"
    words = long_words_of(texts, letters=_LETTERS, most=_WORDS, without=_EVERYDAY)
    if not words or contribution.withdrawn_at or contribution.hidden_at or contribution.merged_into_id:
        return []
    kept = Q(number=int(chosen)) if _NUMBER.fullmatch(chosen) else Q()
    along = Contribution.objects.filter(merged_into=contribution.pk)
    others = Contribution.objects.filter(~Exists(along), tender=contribution.tender_id, **COUNTS).exclude(pk=contribution.pk)
    first = [Case(When(kept, then=0), default=1)] if kept else []
    listed = said_some(others, words, "text", "original_text", or_else=kept).order_by(*first, "-words_said", "-number")[:_MOST]
    return sorted(listed, key=lambda one: (-one.words_said, -one.number))
