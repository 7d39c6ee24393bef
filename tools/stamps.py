"""What was done already, so that a second start takes seconds: var/stamps/<name> holds the fingerprint it was done for."""

from places import VAR

_FOLDER = VAR / "stamps"


def fresh(name: str, *fingerprints: str) -> bool:
    """Whether `name` was done for one of these fingerprints."""
    stamp = _FOLDER / name
    return stamp.is_file() and stamp.read_text() in fingerprints


def put(name: str, fingerprint: str) -> None:
    """Remember that `name` is done for this fingerprint."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    (_FOLDER / name).write_text(fingerprint)
