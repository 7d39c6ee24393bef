"""What people (and programs) send that nobody thinks of: one list for every form.

`KEPT` comes back as it was sent; `NOTHING` counts as an empty field; `CLEANED` loses what nobody can see, and nothing else. What
is in `MARKUP` must stand on a page as text and never be carried out.
"""

LONG_LINE = "woord" * 2000  # 10,000 letters without a space

KEPT = {
    "Arabic": "مرحبا، أريد أن أعمل",
    "Hebrew and numbers": "אני גר ברחוב 12",
    "Chinese": "我想在花园里工作",
    "Tamazight": "ⵣⵣⵉⵏ ⵏ ⵜⵎⵓⵔⵜ",
    "Tigrinya": "ሰላም ሓውካ",
    "Persian with a joiner": "می\u200cخواهم کمک کنم",
    "emoji of several signs": "👩🏽‍🏭 en 🏳️‍🌈",
    "letters with loose accents": "e\u0301e\u0301n",
    "quotes and dashes": "’t is ‘zo’ – echt…",
    "percent and braces": "100 % {{ request.user }} %(naam)s {0}",
}
MARKUP = {
    "script": "<script>alert(1)</script>",
    "picture that does something": '<img src=x onerror="alert(1)">',
    "closing the field": '"></textarea><b onmouseover=alert(1)>vet</b>',
    "Markdown link": "[klik](javascript:alert(1))",
    "entity": "&lt;b&gt; &#60;script&#62;",
    "comment": "<!-- weg --> {# weg #} {% now 'Y' %}",
}
NOTHING = {
    "empty": "",
    "spaces": "   ",
    "lines": "\r\n\t\r\n",
    "no-break and wide spaces": "\u00a0\u2003\u3000",
    "zero width": "\u200b\u200c\u200d\u2060\ufeff",
    "only a turn of direction": "\u202e\u2066\u2069",
    "letters that show nothing": "\u3164\u2800\u115f",
    "only control characters": "\x00\x07\x1b",
}
CLEANED = {
    "bell and escape": ("Dit\x07 is \x1b[31mrood\x1b[0m", "Dit is [31mrood[0m"),
    "NUL": ("nul\x00teken", "nulteken"),
    "byte order mark": ("\ufeffvooraan", "vooraan"),
    "turned around": ("Dit \u202egaat om\u202c en \u2067dit\u2069.", "Dit gaat om en dit."),
    "lines of Windows stay": ("een\r\ntwee", "een\r\ntwee"),
}
# What somebody is called stands beside other words: it cannot turn them around, and is one line.
NAMES = {
    "turned around": ("\u202eedoc", "edoc"),
    "on two lines": ("Ria\r\nPot", "Ria Pot"),
    "Arabic": ("سمير", "سمير"),
}
DAYS = ("0000-00-00", "2026-02-30", "31-02-2026", "9999-12-31", "0001-01-01", "1899-12-31", "morgen", "-1", "2026-11-22T10:00")
NUMBERS = ("-1", "0", "1e9", "9" * 30, "drie", "1,5", "٣ ٣")
CHOICES = ("geen", "-1", "999999999999999999999", "name ", "\x00", "<b>")
