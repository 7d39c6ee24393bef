"""Searching what people wrote, in Dutch: rows that say all the words that were asked, in one statement.

One of the two modules where the engines differ. PostgreSQL compares stems without accents, from an index, and is asked for
irregular forms too (tenders/dutch.py). SQLite looks for the letters themselves, in any place of the text.

    rows = said(Contribution.objects.shown(), terms_of("een plek om te wandelen"), "text", "original_text")

The fields are those of the model's `WordsIndex`. Terms are plain text, so that a page can ask for other words without
composing its statement anew (events/composed.py).
"""

import functools
import operator
import re

from django.db import connection, models
from django.db.models import Case, F, Q, Value, When

from tenders.dutch import forms_of, plain

_CONFIGURATION, _COLUMN, _BETWEEN = "dutch_words", "dutch_words", " || ' ' || "
_WORD = re.compile(r"[^\W_]+")
LONGEST_SEARCH = 200
_MOST_WORDS, _LONGEST = 8, 40
_WITH_MORE_BEHIND = 4  # from so many letters on a word also finds what begins with it: "buurt" finds "buurthuis"
# Nobody looks for these when there is something else to look for.
_SMALL_WORDS = """
    de het een en of van in op te ten ter dat die dit deze is zijn voor met aan bij naar om door over ook nog wel niet
    er als dan maar ik je jij u we wij ze zij hij mij ons onze uw hun wat wie waar hoe
"""
_SMALL = frozenset(_SMALL_WORDS.split())
# What the index needs, made once: endings are taken off, small words are kept ("een" is asked for), accents do not count.
_PREPARE = f"""
CREATE EXTENSION IF NOT EXISTS unaccent;
DO $do$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_ts_config WHERE cfgname = '{_CONFIGURATION}') THEN
        CREATE TEXT SEARCH DICTIONARY dutch_stems (TEMPLATE = snowball, LANGUAGE = dutch);
        CREATE TEXT SEARCH CONFIGURATION {_CONFIGURATION} (COPY = simple);
        ALTER TEXT SEARCH CONFIGURATION {_CONFIGURATION}
            ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, hword_asciipart, hword_part, hword_numpart
            WITH unaccent, dutch_stems;
    END IF;
END
$do$;
"""


class WordsIndex(models.Index):
    """The words of some text fields, as `said` asks for them. On SQLite there is no such index, and none is made.

    PostgreSQL keeps the words in a column of its own, which Django does not know, and writes it whenever a text changes.
    Without it a word that thousands of texts say would be taken from each of them again, since the planner counts on
    looking once more at what a bitmap found *(tried: 380 ms for 5,000 texts, and 10 with the column)*.
    """

    def create_sql(self, model, schema_editor, using="", **kwargs):
        if schema_editor.connection.vendor != "postgresql":
            return ""
        quote = schema_editor.quote_name
        table, texts = quote(model._meta.db_table), [quote(model._meta.get_field(name).column) for name in self.fields]
        words = f"to_tsvector('{_CONFIGURATION}'::regconfig, {_BETWEEN.join(texts)})"
        column = f"ALTER TABLE {table} ADD COLUMN {_COLUMN} tsvector GENERATED ALWAYS AS ({words}) STORED"
        return f"{_PREPARE} {column}; CREATE INDEX {quote(self.name)} ON {table} USING gin ({_COLUMN})"

    def remove_sql(self, model, schema_editor, **kwargs):
        if schema_editor.connection.vendor != "postgresql":
            return ""
        return f"ALTER TABLE {schema_editor.quote_name(model._meta.db_table)} DROP COLUMN IF EXISTS {_COLUMN}"


class _Says(models.Func):
    """PostgreSQL: whether the texts of a row say one of these forms, or these letters (or a word that begins with them)."""

    output_field = models.BooleanField()

    def __init__(self, forms: str, letters: str, field: str):
        super().__init__(F(field))
        self.params = [forms, letters]

    def as_sql(self, compiler, connection, **context):
        row = compiler.quote_name_unless_alias(self.source_expressions[0].alias)
        asked = f"to_tsquery('{_CONFIGURATION}'::regconfig, %s) || to_tsquery('simple', %s)"
        return f"{row}.{_COLUMN} @@ ({asked})", self.params

    def get_group_by_cols(self):
        return []


class _Holds(models.Func):
    """SQLite: whether a text holds what is like this."""

    output_field = models.BooleanField()

    def __init__(self, like: str, field: str):
        super().__init__(F(field))
        self.params = [like]

    def as_sql(self, compiler, connection, **context):
        text, params = compiler.compile(self.source_expressions[0])
        return f"{text} LIKE %s", [*params, *self.params]


def words_of(asked: str) -> list[str]:
    """The words to look for: plain, each once, without small words when others remain. One letter is no word: all say it."""
    found = list(dict.fromkeys(word[:_LONGEST] for word in _WORD.findall(plain(asked)) if not _is_letter(word)))
    return ([word for word in found if word not in _SMALL] or found)[:_MOST_WORDS]


def how_asked(asked: str) -> dict:
    """For a page with a search: what was asked, whether there is a word in it, and whether it was too long to look for it all."""
    return {"asked": asked, "is_no_word": bool(asked) and not words_of(asked), "is_cut": len(asked) >= LONGEST_SEARCH}


def terms_of(asked: str) -> list[str] | None:
    """What the database is asked for: so many texts for each word; None when nothing was asked, empty when no word was."""
    if not asked.strip():
        return None
    if connection.vendor == "postgresql":
        return [term for word in words_of(asked) for term in _terms(word, forms_of(word))]
    return [_like(word) for word in _letters_of(asked)]


def said(rows: models.QuerySet, terms: list[str] | None, *fields: str) -> models.QuerySet:
    """Of these rows those that say all of `terms_of`."""
    if terms is None:
        return rows
    if not terms:
        return rows.none()
    if connection.vendor == "postgresql":
        pairs = zip(terms[::2], terms[1::2], strict=True)
        return rows.filter(*(_Says(forms, letters, fields[0]) for forms, letters in pairs))
    return rows.filter(*(_holds(term, fields) for term in terms))


def long_words_of(text: str, *, letters: int, most: int, without: frozenset[str]) -> list[str]:
    """The longest words of a text, of so many letters or more, each once; not those of `without`, which are plain."""
    found = {}
    for word in _WORD.findall(plain(text) if connection.vendor == "postgresql" else text):
        if len(word) >= letters and not word.isnumeric() and plain(word) not in without:
            found.setdefault(plain(word), word[:_LONGEST])
    return sorted(found.values(), key=len, reverse=True)[:most]


def said_some(rows: models.QuerySet, words: list[str], *fields: str, or_else: Q) -> models.QuerySet:
    """Of these rows those that say one of `long_words_of`, or are what `or_else` names; `words_said` counts the words.

    Stems will do here, without the irregular forms *(tried: 64 ms with all forms of eight words in 5,000 texts, and 17 without)*.
    """
    is_indexed = connection.vendor == "postgresql"
    hits = [Q(_Says(*_terms(word, [word]), fields[0])) if is_indexed else _holds(_like(word), fields) for word in words]
    counted = [Case(When(hit, then=1), default=Value(0)) for hit in hits]
    return rows.filter(functools.reduce(operator.or_, hits, or_else)).annotate(words_said=functools.reduce(operator.add, counted))


def _letters_of(asked: str) -> list[str]:
    """The words as they were typed, since SQLite knows no accents."""
    words = words_of(asked)
    return [word[:_LONGEST] for word in _WORD.findall(asked) if plain(word)[:_LONGEST] in words]


def _is_letter(word: str) -> bool:
    """One letter of our own; a number, or a sign that is a word in another script, can be looked for."""
    return len(word) == 1 and word.isascii() and word.isalpha()


def _terms(word: str, forms: list[str]) -> tuple[str, str]:
    """The forms of a word, and its letters; of a short word these add nothing, and save it a statement of its own shape."""
    return " | ".join(f"'{form}'" for form in forms), f"'{word}':*" if len(word) >= _WITH_MORE_BEHIND else f"'{word}'"


def _like(word: str) -> str:
    return f"%{word}%"  # a word holds letters and digits only: no sign that LIKE knows


def _holds(like: str, fields: tuple[str, ...]) -> Q:
    return functools.reduce(operator.or_, (Q(_Holds(like, name)) for name in fields))
