"""Translations: what the code asks, what the .po files answer, and what is said when they do not fit."""

from pathlib import Path
from textwrap import dedent

import messages
import polib
import pytest
from msgids import NotLiteral, from_python, from_template, in_project

COUNTED = "{% blocktranslate count n=n %}{{ n }} bid{% plural %}{{ n }} bids{% endblocktranslate %}"


@pytest.fixture
def project(tmp_path):
    """A small project: write(path, text) puts a file in it."""

    def write(path: str, text: str) -> Path:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")
        return file

    write.root = tmp_path
    return write


def asked(found) -> list[tuple]:
    return [(line, message.context, message.id, message.plural) for line, message in found]


def test_python_calls_are_found_under_any_imported_name():
    source = dedent("""\
        from django.utils.translation import gettext_lazy as _, ngettext, pgettext as in_context
        from django.utils import translation
        LABEL = _("Open "
                  "now")
        def text(n):
            return ngettext("%(n)s day", "%(n)s days", n), in_context("month", "May"), translation.gettext("Hello")
    """)
    assert sorted(asked(from_python(source, "x.py"))) == [
        (3, "", "Open now", ""),
        (6, "", "%(n)s day", "%(n)s days"),
        (6, "", "Hello", ""),
        (6, "month", "May", ""),
    ]


def test_a_value_or_another_function_of_that_name_is_no_message():
    source = "from django.utils.translation import gettext\n_ = print\n_('a')\ngettext(name)\n"
    assert asked(from_python(source, "x.py")) == []


@pytest.mark.parametrize("text", ['f"Dear {name}"', '"Dear " + name', '"Dear %s" % name'])
def test_a_text_put_together_in_the_code_is_refused(text):
    with pytest.raises(NotLiteral, match=r"x\.py:2"):
        asked(from_python(f"from django.utils.translation import gettext as _\n_({text})\n", "x.py"))


def test_template_tags_blocks_plurals_contexts_and_constants_are_found():
    source = dedent("""\
        {% load i18n %}
        <h1>{% translate "It's open" %}</h1> {% translate 'May' context "month" as may %}
        {% include "x.html" with label=_("100% sure") %} {{ name|default:_("nobody") }}
        {% blocktranslate trimmed count n=days %}
          {{ n }} day left
        {% plural %}
          {{ n }} days left
        {% endblocktranslate %}
        {# translate "not this" #}
        <p>{% blocktranslate with who=name %}Hello {{ who }}{% endblocktranslate %}</p>
    """)
    assert asked(from_template(source, "x.html")) == [
        (2, "", "It's open", ""),
        (2, "month", "May", ""),
        (3, "", "100%% sure", ""),
        (3, "", "nobody", ""),
        (4, "", "%(n)s day left", "%(n)s days left"),
        (10, "", "Hello %(who)s", ""),
    ]


def test_one_message_knows_all_its_places(project):
    project("bids/views.py", "from django.utils.translation import gettext as _\n_('Bid')\n")
    project("bids/migrations/0001_initial.py", "from django.utils.translation import gettext as _\n_('Old')\n")
    project("templates/bids/show_bid.html", "\n\n{% translate 'Bid' %}")
    [message] = in_project(project.root).values()
    assert message.places == [("bids/views.py", 2), ("templates/bids/show_bid.html", 3)]


def test_check_names_file_line_and_text_of_what_is_missing(project):
    project("bids/views.py", "from django.utils.translation import gettext as _\n_('Bid')\n_('Save')\n_('Late')\n")
    project(
        "locale/nl/bids.po",
        """
        #, fuzzy
        msgid "Late"
        msgstr "Te laat"
        """,
    )
    assert messages.check(project.root) == [
        "bids/views.py:2 “Bid” has no translation",
        "bids/views.py:4 “Late” has no translation",  # and "Save" is one of Django's own
    ]


def test_check_wants_the_plural_too(project):
    project("templates/a.html", COUNTED)
    project("locale/nl/bids.po", 'msgid "%(n)s bid"\nmsgstr "%(n)s bod"\n')
    assert messages.check(project.root) == ["templates/a.html:1 “%(n)s bid” has no translation of its plural “%(n)s bids”"]


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ('msgid "By %(name)s"\nmsgstr "Door %(naam)s"', "has other placeholders in its translation “Door %(naam)s”"),
        ('msgid "Until {date}"\nmsgstr "Tot datum"', "has other placeholders in its translation “Tot datum”"),
        ('msgid "{} of {n:d}"\nmsgstr "{} van {n}"', None),
        ('msgid "50% discount"\nmsgstr "50% korting"', None),
        (
            'msgid "%(n)s%% of it"\nmsgstr "%(n)s% ervan"',
            "has a single percent sign in its translation “%(n)s% ervan”; write it double",
        ),
        ('msgid "one day"\nmsgid_plural "%(n)s days"\nmsgstr[0] "%(n)s dag"\nmsgstr[1] "%(n)s dagen"', None),
        (
            'msgid "one day"\nmsgid_plural "%(n)s days"\nmsgstr[0] "een dag"\nmsgstr[1] "dagen"',
            "has other placeholders in its translation “dagen”",
        ),
        ('msgid "Dear "\nmsgstr "Beste"', "begins or ends with a space on one side only"),
    ],
)
def test_a_translation_that_does_not_fit_is_told(project, entry, wrong):
    project("templates/.keep", "")
    project("locale/nl/x.po", entry + "\n")
    assert [line.split("” ", 1)[1] for line in messages.check(project.root)] == ([wrong] if wrong else [])


def test_one_text_has_one_translation(project):
    project("locale/nl/bids.po", 'msgid "Bid"\nmsgstr "Bod"\n')
    project("locale/nl/calls.po", 'msgid "Bid"\nmsgstr "Inschrijving"\n')
    assert messages.compile_all(project.root) == ["locale/nl/calls.po “Bid” is translated otherwise in locale/nl/bids.po"]


def test_compiled_files_are_one_catalogue_without_what_is_not_ready(project):
    project("locale/nl/bids.po", 'msgid "Bid"\nmsgstr "Bod"\n\n#, fuzzy\nmsgid "Late"\nmsgstr "Te laat"\n')
    project("locale/nl/calls.po", 'msgctxt "month"\nmsgid "May"\nmsgstr "mei"\n')
    assert messages.compile_all(project.root) == []
    made = polib.mofile(str(project.root / "locale/nl/LC_MESSAGES/django.mo"))
    assert [(entry.msgctxt, entry.msgid, entry.msgstr) for entry in made] == [
        (None, "Bid", "Bod"),
        ("month", "May", "mei"),
    ]
    assert made.metadata["Plural-Forms"] == "nplurals=2; plural=(n != 1);"


def test_missing_prints_what_can_be_filled_in_for_one_app(project):
    project("bids/views.py", "from django.utils.translation import gettext as _\n_('Bid')\n_('Done')\n")
    project("templates/bids/a.html", COUNTED)
    project("templates/calls/b.html", "{% translate 'Call' %}")
    project("locale/nl/bids.po", 'msgid "Done"\nmsgstr "Klaar"\n')
    assert messages.missing(project.root, "bids") == (
        '#: bids/views.py\nmsgid "Bid"\nmsgstr ""\n\n'
        '#: templates/bids/a.html\nmsgid "%(n)s bid"\nmsgid_plural "%(n)s bids"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    )


def test_a_translation_nobody_asks_for_is_listed(project):
    project("bids/views.py", "from django.utils.translation import gettext as _\n_('Bid')\n")
    project("locale/nl/bids.po", 'msgid "Bid"\nmsgstr "Bod"\n\nmsgid "Old"\nmsgstr "Oud"\n')
    assert messages.obsolete(project.root) == ["“Old”"]
