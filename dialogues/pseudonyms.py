"""Who is behind a pseudonym: sealed with AES-GCM under the vault's keys, in a table of its own.

A sealed one begins with a version byte, then the length and the name of the key, a nonce of 12 bytes, and the
ciphertext. It is bound to its contribution: moved to another, it does not open.
"""

import base64
import json
import secrets
from dataclasses import asdict, dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_VERSION = b"\x01"
_NONCE = 12
# A key of its own, derived from the vault's: what opens a pseudonym opens no bid.
_PURPOSE = b"meerwaarde dialogues.pseudonyms 1"


@dataclass(frozen=True)
class Behind:
    """Who is behind a pseudonym, as far as they said."""

    person: int | None = None
    email: str = ""


class CannotUnseal(Exception):
    """The key is gone, or the sealed text is not what it was."""


def seal(behind: Behind, *, contribution: int) -> bytes:
    """Seal under the newest key of the vault, for the contribution with this id."""
    key_id, key = _keys()[0]
    nonce = secrets.token_bytes(_NONCE)
    text = json.dumps(asdict(behind)).encode()
    name = key_id.encode()
    return _VERSION + bytes([len(name)]) + name + nonce + AESGCM(key).encrypt(nonce, text, _bound_to(contribution))


def unseal(sealed: bytes, *, contribution: int) -> Behind:
    """Open what `seal` made; raises CannotUnseal."""
    sealed = bytes(sealed)
    if sealed[:1] != _VERSION:
        raise CannotUnseal("unknown version")
    end = 2 + sealed[1]
    key = dict(_keys()).get(sealed[2:end].decode())
    if key is None:
        raise CannotUnseal("unknown key")
    try:
        text = AESGCM(key).decrypt(sealed[end : end + _NONCE], sealed[end + _NONCE :], _bound_to(contribution))
    except InvalidTag as error:
        raise CannotUnseal("changed, or of another contribution") from error
    return Behind(**json.loads(text))


def _bound_to(contribution: int) -> bytes:
    return b"contribution:%d" % contribution


def _keys() -> list[tuple[str, bytes]]:
    rows = (row.split(":", 1) for row in settings.VAULT_KEYS)
    return [(name, _derived(base64.b64decode(value))) for name, value in rows]


def _derived(key: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(key)
