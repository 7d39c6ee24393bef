"""Bad input: what people mistype, what programs send, and what somebody tries who means harm."""

import random

from tests import make
from tests.proof.found_forms import Field, Form

# A tag, an attribute or an address of this kind in a page means that somebody's text became part of it.
TRICKS = [
    '"><fuzz-live onclick=fuzz()>',
    "'><fuzz-live onclick=fuzz()>",
    "<script>fuzz()</script>",
    "</textarea></title></style><fuzz-live>",
    "<img src=x onerror=fuzz()>",
    "<svg/onload=fuzz()>",
    "[klik](javascript:fuzz())",
    "[klik](JaVaScRiPt&#58;fuzz())",
    '![x](https://kwaad.example/x.png" onerror="fuzz())',
    "<https://kwaad.example/\"onclick='fuzz()>",
    "# <fuzz-live>\n\n```<script>\n> <b onmouseover=fuzz()>x</b>",
    "&lt;fuzz-live&gt; &amp;lt;fuzz-live&amp;gt;",
    "<!-- <fuzz-live> --><![CDATA[<fuzz-live>]]>",
    "{{ settings.SECRET_KEY }}{% include 'base.html' %}",
    "%s %(name)s %d %%n {} {0} ${7*7} \\ \\0 \\u0000",
    "'; DROP TABLE tenders_tender; --",
    "=cmd|'/C calc'!A1",
    "Bcc: iedereen@example.nl\r\nSubject: fuzz\r\n\r\nfuzz",
]
WRITING = [
    "مرحبا بالعالم שלום עולם",
    "\u202egnirts desrever\u202c \u2066isolated\u2069",
    "👩‍👩‍👧‍👦🏳️‍🌈👍🏿 \U0010ffff \U0001f9ff",
    "Z̷̢͚̐a̸̰͒l̶̟̏g̴̬̈́ö̵́ e\u0301\u0301\u0301\u0301\u0301\u0301\u0301 ﷽ ﬃ",
    "\ufeff\u200b\u200d\u00ad\u2028\u2029",
    "\u0001\u0007\u0008\u000b\u000c\u001b[31m\u007f\u0085",
    "\ud800 los \udfff",
    "ÆØÅ ß ẞ ĳ Ĳ ŉ ſ İ ı",
]
NOTHING = ["", "   ", "\t\r\n \u00a0", "\u3000\u2003", "\x00", "a\x00b", "\x00" * 40]
LONG = ["w" * 10_000, "Een zin. " * 120_000, "\n" * 10_000, "<" * 10_000, "[" * 10_000, "* " * 10_000, "9" * 10_000]
NUMBERS = [
    *("-1", "0", "-0", "007", "1e400", "-1e400", "NaN", "nan", "inf", "Infinity", "1_000", "0x10", "١٢", "１２", "½", "²"),
    *("1.000,00", "1,000.00", "1.0.0", "1,,5", "--1", "+1", ",5", "5,", "."),
    *("9999999999999999999", "2147483648", "99999999999999999999999999999999", "-9223372036854775809", "0." + "0" * 400 + "1"),
    *("²²²²²²²²", "٨٥٣٢٠٠٠٠", "9" * 5_000),
    *("€", "€ -1", "1 000", "12,-", "12,345", "100,01", "100%", "1e5", "1/2", "1\u00a0000,00"),
]
DAYS = [
    *("31-02-2027", "29-02-2027", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "2027-13-01", "2027-02-30"),
    *("32-01-2027", "1-1-1", "٢٠٢٧-٠١-٠١", "9999-12-31T23:59", "0001-01-01T00:00", "2027-01-01T24:00", "2027-01-01T23:60"),
    *("2027-03-28T02:30", "2026-10-25T02:30", "2027-W05"),  # an hour that is not there in Amsterdam, and one that is there twice
    *("2027-01-01T00:00+99:00", "2027-01-01T00:00:00Z", "1-1-27", "vandaag", "-2027-01-01", "1900-01-01", "1900-01-01T00:00"),
]
FAR_DAYS = {
    "date": ("9999-12-31", "0001-01-01"),
    "datetime-local": ("9999-12-31T23:59", "0001-01-01T00:00"),
}
IDS = [
    *("0", "-1", "1", "2", "3", "7", "999999", "2147483648", "9223372036854775808", "99999999999999999999999", "1.5", "١"),
    *("x", "None", "null", "true", "bcdfghjkmn"),
    *("", " ", "\x00", "1\x00", "1 OR 1=1", "../..", "é", "x" * 300, "1,2", "[]", '{"a":1}'),
]
PLACES = [
    "https://kwaad.example/",
    "//kwaad.example/",
    "/\\kwaad.example",
    "javascript:fuzz()",
    "\x00",
    "/" + "x" * 3000,
    "../../x",
]
NAMES = [
    "../../etc/passwd",
    "C:\\windows\\system32\\x.pdf",
    "n" * 300 + ".pdf",
    "a\x00b.pdf",
    "plan\u202efdp.exe",
    '"><fuzz-live onclick=fuzz()>.pdf',
    "&quot;&gt;&lt;fuzz-live&gt;.pdf",
    "....pdf",
    ".",
    "CON",
    "é👍 ﷽.pdf",
    'a";filename="b.pdf',
    "a\r\nX-Fuzz: 1.pdf",
    "plan.pdf",
    "%00%2e%2e%2f.pdf",
]
CONTENTS = [
    b"",
    b"%PDF-",
    b"%PDF-1.7\n" + b"\x00" * 5000,
    make.PDF,
    b"<html><script>fuzz()</script></html>",
    b"MZ\x90\x00" + b"\x00" * 100,
    b"PK\x03\x04" + b"\x00" * 60,
    b"PK\x05\x06" + b"\x00" * 18,
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff\xe0",
    b"\x00",
    b"GIF89a<script>fuzz()</script>",
    b"%!PS",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    bytes(range(256)) * 20,
    make.PDF + b"0" * 300_000,  # more than the limit of these tests
]
UPLOAD_LIMIT = 200_000


class Sent:
    """A file as it is sent: its name, its bytes, what it says that it is."""

    def __init__(self, name: str, content: bytes, kind: str = "application/pdf"):
        self.name, self.content, self.kind = name, content, kind

    def __repr__(self) -> str:
        return f"<file {self.name[:40]!r} {len(self.content)} bytes>"


def bad_file(chance: random.Random) -> Sent:
    kind = chance.choice(["application/pdf", "text/html", "", "image/png; charset=x", "\u202e"])
    return Sent(chance.choice(NAMES), chance.choice(CONTENTS), kind)


def bad_value(field: Field, chance: random.Random, others: list[str]):
    """Something for this field that it cannot have expected: a text, a file, a list of them (sent twice), None (left out)."""
    draw = chance.random()
    if draw < 0.05:
        return None
    if draw < 0.10:
        return [_one(field, chance, others), _one(field, chance, others)]
    if draw < 0.14:
        return bad_file(chance)
    return _one(field, chance, others)


def _one(field: Field, chance: random.Random, others: list[str]):
    if field.kind == "file":
        return bad_file(chance) if chance.random() < 0.9 else chance.choice(TRICKS)
    return chance.choice(chance.choice(_families(field, others)))


def _families(field: Field, others: list[str]) -> list[list[str]]:
    """The kinds of bad input that are worth most for this field; long ones are slow and rare."""
    if field.name in ("next", "back", "path"):
        return [PLACES, TRICKS, NOTHING]
    if field.kind in ("hidden", "select", "radio", "checkbox"):
        return [IDS, others, NUMBERS, TRICKS, NOTHING]
    if field.kind in ("date", "datetime-local", "time", "month"):
        return [DAYS, DAYS, NUMBERS, TRICKS, NOTHING]
    if field.kind == "number" or field.mode in ("decimal", "numeric"):
        return [NUMBERS, NUMBERS, DAYS, WRITING, NOTHING]
    return [TRICKS, TRICKS, TRICKS, WRITING, WRITING, NOTHING, LONG, NUMBERS, DAYS, IDS]


def all_of_a_kind(form: Form, value) -> list[tuple[str, object]]:
    """The form with the same in every field that somebody can type in, and nothing chosen."""
    typed = [(field.name, value) for field in form.fields if field.typed]
    return typed + [(field.name, field.value) for field in form.fields if field.kind == "hidden"]
