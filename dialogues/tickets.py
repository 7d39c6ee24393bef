"""Tickets for who contributed, to tell something about oneself afterwards: one contribution, one ticket, one time.

A ticket follows from the code of the contribution by HMAC, with a key that only the server has. So the same form sent
twice gives the same ticket, and nothing about it has to be kept when it is given. When it is used, its SHA-256 is kept
and nothing with it. The database holds no codes, only their hashes: from it nobody can tell which contribution a used
ticket belonged to.
"""

import hashlib

from django.core import signing
from django.utils.crypto import salted_hmac

_SALT = "dialogues.tickets"


def ticket_for(dialogue_id: int, code: str) -> str:
    """The ticket of a contribution with this code, good for this dialogue."""
    drawn = salted_hmac(_SALT, code, algorithm="sha256").hexdigest()[:32]
    return signing.Signer(salt=_SALT).sign(f"{dialogue_id}-{drawn}")


def is_ticket(ticket: str, dialogue_id: int) -> bool:
    """Whether we gave this ticket, for this dialogue."""
    try:
        return signing.Signer(salt=_SALT).unsign(ticket).startswith(f"{dialogue_id}-")
    except signing.BadSignature:
        return False


def sha256_of(ticket: str) -> str:
    return hashlib.sha256(ticket.encode()).hexdigest()
