"""The words of the track: neutral before the choice, then those of contract, subsidy or property (law notes, part F)."""

from django.utils.translation import gettext_lazy as _

from tenders.routes import Track

_NEUTRAL = {
    "call": _("request"),
    "bid": _("proposal"),
    "bids": _("proposals"),
    "to_bid": _("hand in a proposal"),
    "bidder": _("party"),
    "decision": _("decision"),
    "winner": _("chosen party"),
    "contract": _("agreement"),
    "closing": _("closing date"),
}
_WORDS = {
    Track.UNDECIDED: _NEUTRAL,
    Track.CONTRACT: {
        **_NEUTRAL,
        "bid": _("bid"),
        "bids": _("bids"),
        "to_bid": _("submit a bid"),
        "bidder": _("bidder"),
        "decision": _("award decision"),
        "winner": _("winning bidder"),
        "contract": _("contract"),
    },
    Track.SUBSIDY: {
        **_NEUTRAL,
        "call": _("subsidy call"),
        "bid": _("application"),
        "bids": _("applications"),
        "to_bid": _("apply"),
        "bidder": _("applicant"),
        "decision": _("subsidy decision"),
        "winner": _("applicant who receives the subsidy"),
        "contract": _("grant agreement"),
    },
    Track.PROPERTY: {**_NEUTRAL, "contract": _("agreement on use")},
}


def word(track: Track, key: str) -> str:
    """The word for `key` on this track; raises KeyError for a word that is not in the table."""
    return _WORDS[Track(track)][key]
