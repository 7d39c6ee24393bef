"""Sealing and opening bids: the only place that touches keys.

The envelope. Each bid has a random data key of its own; what it holds is sealed with it by AES-256-GCM. That key is kept
twice: wrapped for the round (X25519 with an ephemeral key, HKDF-SHA256, AES-GCM), for the opening by two; and wrapped for
the makers, under the server's master key. The private key of a round is wrapped under the master key as well, and comes out
for an Opening by two people after the deadline only. The master keys are settings.VAULT_KEYS, "id:base64", the newest
first; older ones still open. SECRET_KEY has no part in it.

Everything sealed begins with a version byte and is bound to its place (the bid and the part of it): sealed bytes that were
changed, or moved to another bid or part, do not open.
"""

import base64
import binascii
import json
import os
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models import F

from bids.models import Bid, Opening, Round
from documents.fingerprint import canonical

_VERSION = b"\x01"
_NONCE, _KEY = 12, 32


class Sealed(PermissionError):
    """This envelope does not open for who asks, or not yet."""


class Damaged(ValueError):
    """The bytes were changed, belong elsewhere, or were sealed with a key or in a way that is not known here."""


@dataclass(frozen=True)
class Envelope:
    """One bid, open in memory. The key is never shown, not even in a traceback."""

    bid_id: str
    _key: bytes = field(repr=False)

    def seal(self, part: str, content) -> bytes:
        """Seal content (plain JSON) as one part of the bid."""
        return self.seal_bytes(part, canonical(content))

    def open(self, part: str, sealed: bytes):
        """The content of one part; raises Damaged when the bytes are not what was sealed as this part of this bid."""
        return json.loads(self.open_bytes(part, sealed))

    def seal_bytes(self, part: str, content: bytes) -> bytes:
        return _VERSION + _encrypt(self._key, content, self._place(part))

    def open_bytes(self, part: str, sealed: bytes) -> bytes:
        return _decrypt(self._key, _body(sealed), self._place(part))

    def _place(self, part: str) -> bytes:
        return f"bid/{self.bid_id}/{part}".encode()


@dataclass(frozen=True)
class RoundKey:
    """The private key of a round in the hands of the two who open."""

    round_id: str
    _private: X25519PrivateKey = field(repr=False)

    def envelope(self, bid: Bid) -> Envelope:
        """The envelope of a bid of this round, opened with the round's key alone."""
        body = _body(bid.key_for_round)
        theirs, wrapped = body[:_KEY], body[_KEY:]
        if len(theirs) != _KEY:
            raise Damaged("too short for a wrapped key")
        public = self._private.public_key().public_bytes_raw()
        shared = _exchange(self._private, theirs)
        key = _decrypt(_derive(shared, theirs + public), wrapped, _pair(self.round_id, bid.public_id))
        return Envelope(bid.public_id, key)


def make_round_key(round_: Round) -> None:
    """Give a new round its pair of keys. The private half leaves this function wrapped."""
    private = X25519PrivateKey.generate()
    round_.public_key = private.public_key().public_bytes_raw()
    round_.sealed_private_key = _wrap(private.private_bytes_raw(), f"round/{round_.public_id}")


def make_envelope(bid: Bid) -> Envelope:
    """Give a new bid its key, wrapped for its round and for its makers."""
    key = os.urandom(_KEY)
    bid.key_for_round = _VERSION + _wrap_for_round(key, bid.round, bid.public_id)
    bid.key_for_makers = _wrap(key, f"makers/{bid.public_id}")
    return Envelope(bid.public_id, key)


def envelope_for(user, bid: Bid) -> Envelope:
    """The envelope of a bid for one of its makers, and for nobody else. Raises Sealed."""
    if not user.is_authenticated or not user.is_active:
        raise Sealed("a bid opens for its makers only")
    parties = user.party_ids()
    if not any(partner.confirmed_at and partner.party_id in parties for partner in bid.current_partners()):
        raise Sealed("a bid opens for its makers only")
    return Envelope(bid.public_id, _unwrap(bid.key_for_makers, f"makers/{bid.public_id}"))


def open_round_key(opening: Opening) -> RoundKey:
    """The key of a round, for an opening by two people with roles of different kinds, after the deadline. Raises Sealed.

    What holds is what stands in the database, by the database's own clock; not what the object says.
    """
    held = (
        Opening.objects.filter(pk=opening.pk, second_by__isnull=False, second_at__isnull=False)
        .filter(round__in=Round.objects.past_deadline())
        .exclude(second_by=F("first_by"))
        .exclude(second_kind__in=["", F("first_kind")])
        .select_related("round")
        .first()
    )
    if held is None:
        raise Sealed("two officials with different roles open together, after the deadline")
    round_ = held.round
    private = _unwrap(round_.sealed_private_key, f"round/{round_.public_id}")
    return RoundKey(round_.public_id, X25519PrivateKey.from_private_bytes(private))


def master_keys() -> dict[str, bytes]:
    """The master keys by id, the newest first. Raises ImproperlyConfigured for what is no key."""
    keys = {}
    for line in settings.VAULT_KEYS:
        name, _colon, text = line.partition(":")
        try:
            key = base64.b64decode(text, validate=True)
        except binascii.Error:
            key = b""
        if not name or len(name.encode()) > 255 or len(key) != _KEY:
            raise ImproperlyConfigured("VAULT_KEYS holds 'id:base64 of 32 bytes', the newest first.")
        keys[name] = key
    if not keys:
        raise ImproperlyConfigured("VAULT_KEYS is empty: no bid can be sealed.")
    return keys


def _wrap(secret: bytes, purpose: str) -> bytes:
    """`secret` under the newest master key; the id of that key goes along in front."""
    name, master = next(iter(master_keys().items()))
    label = name.encode()
    body = _encrypt(_derive(master, b""), secret, purpose.encode() + b"/" + label)
    return _VERSION + bytes([len(label)]) + label + body


def _unwrap(wrapped: bytes, purpose: str) -> bytes:
    body = _body(wrapped)
    length = body[0] if body else 0
    label, rest = body[1 : 1 + length], body[1 + length :]
    master = master_keys().get(label.decode(errors="replace"))
    if master is None:
        raise Damaged("sealed with a master key that is not in VAULT_KEYS")
    return _decrypt(_derive(master, b""), rest, purpose.encode() + b"/" + label)


def _wrap_for_round(key: bytes, round_: Round, bid_id: str) -> bytes:
    ours, public = X25519PrivateKey.generate(), bytes(round_.public_key)
    mine = ours.public_key().public_bytes_raw()
    shared = _exchange(ours, public)
    return mine + _encrypt(_derive(shared, mine + public), key, _pair(round_.public_id, bid_id))


def _exchange(private: X25519PrivateKey, public: bytes) -> bytes:
    try:
        return private.exchange(X25519PublicKey.from_public_bytes(public))
    except ValueError as error:  # a point that no honest key has
        raise Damaged("this is no public key") from error


def _pair(round_id: str, bid_id: str) -> bytes:
    return f"round/{round_id}/bid/{bid_id}".encode()


def _derive(secret: bytes, context: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=_KEY, salt=None, info=b"meerwaarde vault 1" + context).derive(secret)


def _encrypt(key: bytes, content: bytes, place: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, _VERSION + place)


def _decrypt(key: bytes, sealed: bytes, place: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], _VERSION + place)
    except (InvalidTag, ValueError) as error:
        raise Damaged("these bytes are not what was sealed here") from error


def _body(sealed) -> bytes:
    """What stands behind the version byte. A database hands out memoryview."""
    data = bytes(sealed)
    if data[:1] != _VERSION:
        raise Damaged("sealed in a way that is not known here")
    return data[1:]
