"""Every msgid that the code asks a translation for, with the places that ask."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation.template import templatize

# Which arguments are msgids: (context, msgid, plural), by position.
SHAPES = {
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
    "npgettext_lazy": (0, 1, 2),
}
NOT_OURS = {".venv", ".git", "node_modules", "var", "migrations", "tests", "tools", "bench"}
TEMPLATE_ENDINGS = {".html", ".txt", ".xml", ".ics", ".svg"}
_LITERAL = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_MORE = rf"(?:\s*,\s*{_LITERAL})?"
_CALL = re.compile(rf"\b(npgettext|pgettext|ngettext|gettext|_)\(\s*{_LITERAL}{_MORE}{_MORE}")


@dataclass
class Message:
    """One msgid; `places` are (file, line) pairs, the file relative to the root."""

    context: str
    id: str
    plural: str = ""
    places: list[tuple[str, int]] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.id


class NotLiteral(Exception):
    """A msgid is put together in the code, so nobody can translate it."""


def in_project(root: Path, files: list[Path] | None = None) -> dict[tuple[str, str], Message]:
    """All messages of the project by (context, msgid), or of `files` only."""
    found: dict[tuple[str, str], Message] = {}
    wrong = []
    for path in sources(root) if files is None else files:
        name = str(path.relative_to(root))
        read = from_python if path.suffix == ".py" else from_template
        try:
            for line, message in read(path.read_text(encoding="utf-8"), name):
                kept = found.setdefault(message.key, message)
                kept.plural = kept.plural or message.plural
                kept.places.append((name, line))
        except NotLiteral as error:
            wrong.append(str(error))
    if wrong:
        raise NotLiteral("\n".join(wrong))
    return found


def sources(root: Path) -> list[Path]:
    """The Python files and templates that a visitor's text can come from."""
    python = [path for path in root.rglob("*.py") if not NOT_OURS & set(path.relative_to(root).parts)]
    return sorted(python) + sorted(path for path in (root / "templates").rglob("*") if path.suffix in TEMPLATE_ENDINGS)


def of_app(root: Path, app: str) -> list[Path]:
    """The sources below <app>/ and templates/<app>/."""
    folders = (root / app, root / "templates" / app)
    return [path for path in sources(root) if any(path.is_relative_to(folder) for folder in folders)]


def from_python(source: str, name: str) -> Iterator[tuple[int, Message]]:
    """Calls of Django's translation functions, under whatever name they were imported."""
    tree = ast.parse(source, filename=name)
    names = _imported(tree)
    wrong = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        shape = SHAPES.get(called if isinstance(node.func, ast.Attribute) else names.get(called, ""))
        if shape is None:
            continue
        if any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in node.args[: (shape[2] or shape[1]) + 1]):
            wrong.append(f"{name}:{node.lineno}: write the text out; an f-string or a sum cannot be translated")
        elif message := _message(node, shape):
            yield node.lineno, message
    if wrong:
        raise NotLiteral("\n".join(wrong))


def _imported(tree: ast.AST) -> dict[str, str]:
    """The local name of each translation function: {"_": "gettext_lazy"}."""
    return {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
    }


def _message(node: ast.Call, shape: tuple) -> Message | None:
    """The message of a call, or nothing when a value is translated and not a text."""
    texts = []
    for position in shape:
        if position is None:
            texts.append("")
        elif position < len(node.args) and isinstance(node.args[position], ast.Constant):
            texts.append(node.args[position].value)
        else:
            return None
    return Message(*texts) if all(isinstance(text, str) for text in texts) else None


def from_template(source: str, name: str) -> Iterator[tuple[int, Message]]:
    """What {% translate %}, {% blocktranslate %} and _("…") in a template ask for."""
    for line, text in enumerate(templatize(source, origin=name).splitlines(), start=1):
        for call in _CALL.finditer(text):
            function = call[1]
            first, *rest = [ast.literal_eval(literal) for literal in call.groups()[1:] if literal]
            if function == "_":
                # Django doubles a percent sign when it looks up a constant; templatize does so for tags only.
                yield line, Message("", first.replace("%", "%%"))
            elif function == "gettext":
                yield line, Message("", first)
            elif function == "ngettext":
                yield line, Message("", first, rest[0])
            else:
                yield line, Message(first, *rest)
