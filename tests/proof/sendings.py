"""One form, sent in many bad ways: what is sent, and in which wrapping."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote_from_bytes

from tests import make
from tests.proof import hostile
from tests.proof.found_forms import Form
from tests.proof.hostile import Sent

URLENCODED = "application/x-www-form-urlencoded"
TOO_LONG = "a text of 54,000 characters"
_BOUNDARY = "fuzz-boundary"
MULTIPART = f"multipart/form-data; boundary={_BOUNDARY}"


@dataclass
class Sending:
    """A request: its body, and what is in it as somebody would have typed it."""

    label: str
    body: bytes
    content_type: str
    pairs: list[tuple[str, object]] = field(default_factory=list)
    button: str = ""

    def said(self) -> str:
        """In short, for who wants to do it again."""
        return f"{self.label}: " + ", ".join(f"{name}={str(value)[:40]!r}" for name, value in self.pairs)[:400]


def sendings(form: Form, seed: str, others: list[str], *, rounds: int) -> Iterator[Sending]:
    """First the fixed ones, then `rounds` times the form filled in well but for one, two or many fields."""
    chance = random.Random(seed)  # noqa: S311 - the same each time, so that a finding can be found again
    yield _wrapped(form, "nothing in it", [])
    for label, value in (("empty", ""), ("spaces", "   "), ("NUL", "a\x00b")):
        yield _wrapped(form, label, hostile.all_of_a_kind(form, value))
    for one in form.fields:
        if one.kind == "textarea":
            yield _too_long(form, one.name, chance)
    if any(one.kind in hostile.FAR_DAYS for one in form.fields):
        for number in (0, 1):
            yield _far_day(form, number, chance)
    for number in range(rounds):
        yield _mutated(form, chance, others, number)
    yield _broken(form, chance)


def _too_long(form: Form, name: str, chance: random.Random) -> Sending:
    """All filled in well, but for one text that nobody would read."""
    good = [(one.name, one.good_value(chance)) for one in form.fields if one.kind != "file" and one.name != name]
    return _wrapped(form, f"{TOO_LONG} in {name}", [*good, (name, "Een zin. " * 6_000)])


def _far_day(form: Form, number: int, chance: random.Random) -> Sending:
    """Days on which nobody can count further, back or on."""
    pairs = [(one.name, one.good_value(chance)) for one in form.fields if one.kind != "file"]
    far = {one.name: hostile.FAR_DAYS[one.kind][number] for one in form.fields if one.kind in hostile.FAR_DAYS}
    return _wrapped(form, "a far day", [(name, far.get(name, value)) for name, value in pairs])


def _mutated(form: Form, chance: random.Random, others: list[str], number: int) -> Sending:
    many = number % 4 == 3
    spoiled = {one.name for one in form.fields if many or chance.random() < 1.5 / len(form.fields)}
    pairs: list[tuple[str, object]] = []
    for one in form.fields:
        if one.name == "csrfmiddlewaretoken":
            continue
        if one.name in spoiled:
            value = hostile.bad_value(one, chance, others)
        elif one.kind == "file":
            value = Sent("plan.pdf", make.PDF)
        else:
            value = one.good_value(chance)
        pairs += [(one.name, part) for part in value] if isinstance(value, list) else [] if value is None else [(one.name, value)]
    button = chance.choice([*form.buttons, ("", "")]) if form.buttons else ("", "")
    if button[0]:
        pairs.append((button[0], hostile.IDS[number] if chance.random() < 0.1 else button[1]))
    if chance.random() < 0.3:
        pairs += [("is_superuser", "1"), ("state", "signed"), ("public_id", "x"), ("id", "1"), ("__proto__", "1"), ("", "leeg")]
    return _wrapped(form, f"spoiled {', '.join(sorted(spoiled)) or 'nothing'}", pairs, button[0])


def _wrapped(form: Form, label: str, pairs: list, button: str = "") -> Sending:
    if form.multipart or any(isinstance(value, Sent) for _name, value in pairs):
        return Sending(label, _parts(pairs) + f"--{_BOUNDARY}--\r\n".encode(), MULTIPART, pairs, button)
    return Sending(label, _urlencoded(pairs), URLENCODED, pairs, button)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _urlencoded(pairs: list) -> bytes:
    return "&".join(f"{quote_from_bytes(_bytes(name))}={quote_from_bytes(_bytes(value))}" for name, value in pairs).encode()


def _parts(pairs: list) -> bytes:
    body = b""
    for name, value in pairs:
        body += f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"'.encode()
        if isinstance(value, Sent):
            body += b'; filename="' + _bytes(value.name) + b'"\r\nContent-Type: ' + _bytes(value.kind) + b"\r\n\r\n"
            body += value.content + b"\r\n"
        else:
            body += b"\r\n\r\n" + _bytes(value) + b"\r\n"
    return body


def _broken(form: Form, chance: random.Random) -> Sending:
    """Not a form any more, or more of it than anybody could type."""
    name = next((one.name for one in form.fields if one.typed), "text")
    whole = _parts([(name, "Een zin."), ("file", Sent("plan.pdf", make.PDF))])
    label, body, content_type = chance.choice(
        [
            ("invalid UTF-8", f"{name}=%ff%fe%c3%28%ed%a0%80%f8".encode(), URLENCODED),
            ("raw bytes", name.encode() + b"=" + bytes(range(128, 256)), URLENCODED),
            ("another charset", f"{name}=%e9".encode(), URLENCODED + "; charset=utf-16"),
            ("a charset that is none", f"{name}=%e9".encode(), URLENCODED + "; charset=nonsense"),
            ("no known type", f"{name}=x".encode(), "text/plain"),
            ("JSON", b'{"text": [1, null]}', "application/json"),
            ("no type", f"{name}=x".encode(), ""),
            ("multipart cut off", whole[: len(whole) // 2], MULTIPART),
            ("multipart without an end", whole, MULTIPART),
            ("multipart without a boundary", whole, "multipart/form-data"),
            ("multipart with a bad boundary", whole, "multipart/form-data; boundary=é" + "x" * 300),
            (
                "multipart with a bad encoding",
                whole.replace(b"\r\n\r\n", b"\r\nContent-Transfer-Encoding: base64\r\n\r\n"),
                MULTIPART,
            ),
            ("multipart that is none", b"\x00" * 2000, MULTIPART),
            ("too many fields", b"&".join(b"%d=x" % number for number in range(1_200)), URLENCODED),
            ("too many files", _parts([(f"f{n}", Sent("a.pdf", b"x")) for n in range(120)]) + b"--fuzz-boundary--\r\n", MULTIPART),
            ("too much text", name.encode() + b"=" + b"x" * 5_000_000, URLENCODED),
            ("too much text in parts", _parts([(name, "x" * 5_000_000)]) + b"--fuzz-boundary--\r\n", MULTIPART),
            ("only separators", b"&&&===&%&%zz&;;", URLENCODED),
        ]
    )
    return Sending(label, body, content_type)
