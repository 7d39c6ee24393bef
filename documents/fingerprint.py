"""The fingerprint of content: what people sign, receipts show and bids refer to."""

import hashlib
import json


def canonical(content) -> bytes:
    """The one way to write content down: JSON with sorted keys, no spaces, UTF-8. Text with any line ends gives the same."""
    return json.dumps(_plain(content), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def fingerprint(content) -> str:
    """SHA-256 over the canonical content, 64 hex digits."""
    return hashlib.sha256(canonical(content)).hexdigest()


def _plain(value):
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, bool | int):
        return value
    return str(value)
