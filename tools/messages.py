"""Translations without gettext's programs: compile, check, and list what is missing.

    python3 tools/messages.py compile        locale/nl/*.po together into locale/nl/LC_MESSAGES/django.mo
    python3 tools/messages.py check          everything the code says has a Dutch translation, and it fits
    python3 tools/messages.py missing APP    a .po of what is missing for APP, to fill in (without APP: for all)

Sources are one file per app, locale/nl/<app>.po; texts of Django and allauth come from their own packages.
"""

import argparse
import re
import sys
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from places import ROOT, run_in_venv

if __name__ == "__main__":
    run_in_venv()

import polib
from msgids import Message, NotLiteral, in_project, of_app

PACKAGES = ("django.conf", "django.contrib.auth", "django.contrib.humanize", "django.contrib.sessions", "allauth")
PLURALS = "nplurals=2; plural=(n != 1);"
_PERCENT = re.compile(r"%(?:%|(?:\(\w+\))?[#0\-+]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa])")
_BRACE = re.compile(r"\{([A-Za-z_][\w.\[\]]*|\d+|)(?:![rsa])?(?::[^{}]*)?\}")
Key = tuple[str, str]


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Exit code of one command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("compile")
    commands.add_parser("check")
    commands.add_parser("missing").add_argument("app", nargs="?")
    asked = parser.parse_args(arguments)
    if asked.command == "missing":
        print(missing(root, asked.app), end="")
        return 0
    problems = compile_all(root) if asked.command == "compile" else check(root)
    for problem in problems:
        print(problem)
    if asked.command == "check" and not problems:
        for line in obsolete(root):
            print(f"not used any more: {line}")
    return 1 if problems else 0


@dataclass
class Catalogue:
    """The entries of locale/nl/*.po by (context, msgid), the file each stands in, and what is wrong with the files."""

    entries: dict[Key, polib.POEntry] = field(default_factory=dict)
    files: dict[Key, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def catalogue(root: Path) -> Catalogue:
    """What the sources say together; one text has one translation, in whichever file it stands."""
    read = Catalogue()
    for path in sorted((root / "locale" / "nl").glob("*.po")):
        for entry in polib.pofile(str(path)):
            key, name = (entry.msgctxt or "", entry.msgid), str(path.relative_to(root))
            if entry.obsolete:
                continue
            known = read.entries.get(key)
            if known and any(one != other for one, other in zip(_said(known), _said(entry), strict=False)):
                read.problems.append(f"{name} {_quoted(key)} is translated otherwise in {read.files[key]}")
            if known is None or entry.msgid_plural:
                read.entries[key], read.files[key] = entry, name
    return read


def compile_all(root: Path) -> list[str]:
    """Write the .mo that Django reads, when it would change; the problems that stand in the way."""
    read = catalogue(root)
    if read.problems:
        return read.problems
    merged = polib.POFile()
    merged.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "nl", "Plural-Forms": PLURALS}
    merged.extend(entry for _key, entry in sorted(read.entries.items()) if _complete(entry))
    target = root / "locale" / "nl" / "LC_MESSAGES" / "django.mo"
    content = merged.to_binary()
    if not target.exists() or target.read_bytes() != content:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return []


def check(root: Path) -> list[str]:
    """One line per text without a (good) translation, or nothing."""
    read, theirs = catalogue(root), _of_packages()
    problems = read.problems
    try:
        found = in_project(root)
    except NotLiteral as error:
        return [*problems, *str(error).splitlines()]
    for key, message in sorted(found.items(), key=lambda pair: pair[1].places[0]):
        place = "{}:{}".format(*message.places[0])
        entry = read.entries.get(key)
        if entry is None and key in theirs:
            continue
        if entry is None or not _complete(entry):
            problems.append(f"{place} {_quoted(key)} has no translation")
        elif message.plural and entry.msgid_plural != message.plural:
            problems.append(f"{place} {_quoted(key)} has no translation of its plural “{message.plural}”")
    for key, entry in read.entries.items():
        problems += [f"{read.files[key]} {_quoted(key)} {wrong}" for wrong in _misfits(entry)]
    return problems


def obsolete(root: Path) -> list[str]:
    """Translations that nothing asks for any more."""
    found = in_project(root)
    return [_quoted(key) for key in sorted(catalogue(root).entries) if key not in found]


def missing(root: Path, app: str | None = None) -> str:
    """A .po with an empty entry for every text of `app` that has no translation yet."""
    entries, theirs = catalogue(root).entries, _of_packages()
    made = polib.POFile()
    for key, message in in_project(root, of_app(root, app) if app else None).items():
        entry = entries.get(key)
        done = entry is not None and _complete(entry) and (not message.plural or entry.msgid_plural == message.plural)
        if not done and (entry is not None or key not in theirs):
            made.append(_skeleton(message))
    return "\n".join(f"{entry}" for entry in made)


def _skeleton(message: Message) -> polib.POEntry:
    empty = {"msgid_plural": message.plural, "msgstr_plural": {0: "", 1: ""}} if message.plural else {"msgstr": ""}
    # Names of files without line numbers: a .po should not change when a line moves.
    files = [(file, "") for file in sorted({file for file, _line in message.places})]
    return polib.POEntry(msgid=message.id, msgctxt=message.context or None, occurrences=files, **empty)


def _of_packages() -> set[Key]:
    """What Django and allauth translate themselves."""
    known: set[Key] = set()
    for package in PACKAGES:
        folder = Path(find_spec(package).submodule_search_locations[0])
        for entry in polib.mofile(str(folder / "locale/nl/LC_MESSAGES/django.mo")):
            if all(_said(entry)):
                known.add((entry.msgctxt or "", entry.msgid))
    return known


def _said(entry: polib.POEntry) -> list[str]:
    """The Dutch words of an entry, one per plural form."""
    return [entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)] if entry.msgid_plural else [entry.msgstr]


def _complete(entry: polib.POEntry) -> bool:
    return not entry.fuzzy and all(_said(entry)) and len(_said(entry)) == (2 if entry.msgid_plural else 1)


def _misfits(entry: polib.POEntry) -> list[str]:
    """Why a translation would break, or show something odd, where it is used."""
    if not _complete(entry):
        return []
    wrong = []
    asked = [_placeholders(entry.msgid), _placeholders(entry.msgid_plural or entry.msgid)]
    for form, text in enumerate(_said(entry)):
        # The singular may say "one" instead of the number, in either language.
        allowed = asked if entry.msgid_plural and form == 0 else asked[1:]
        if _placeholders(text) not in allowed:
            wrong.append(f"has other placeholders in its translation “{text}”")
        if _PERCENT.search(entry.msgid) and "%" in _PERCENT.sub("", text):
            wrong.append(f"has a single percent sign in its translation “{text}”; write it double")
        if text[:1].isspace() != entry.msgid[:1].isspace() or text[-1:].isspace() != entry.msgid[-1:].isspace():
            wrong.append("begins or ends with a space on one side only")
    return wrong


def _placeholders(text: str) -> set[str]:
    """What is filled in: {"%(count)s", "{name}"}."""
    return {match[0] for match in _PERCENT.finditer(text) if match[0] != "%%"} | {
        "{" + match[1] + "}" for match in _BRACE.finditer(text)
    }


def _quoted(key: Key) -> str:
    context, msgid = key
    return f"“{msgid}” ({context})" if context else f"“{msgid}”"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
