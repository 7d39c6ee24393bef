"""The floors, where the import linter cannot see them: relations, templates, look-ups by name; and what every model declares."""

import ast
import functools
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from config.permissions import CHAPTERS, PERMISSIONS
from events.retention import Retention

ROOT = settings.BASE_DIR
# From the ground up; what stands on one line may not know each other.
FLOORS = (
    ("events",),
    ("accounts",),
    ("areas", "documents"),
    ("tenders",),
    ("inventory",),
    ("dialogues", "coalitions"),
    ("initiatives",),
    ("budgets",),
    ("calls",),
    ("bids",),
    ("evaluation",),
    ("contracts",),
    ("monitoring",),
    ("golden_thread",),
    ("notifications",),
    ("portal",),
    ("config",),
)
HEIGHT = {app: height for height, floor in enumerate(FLOORS) for app in floor}
OUR_MODELS = [model for model in apps.get_models() if model._meta.app_label in HEIGHT and not model._meta.auto_created]
PYTHON_FILES = sorted(path for app in HEIGHT for path in (ROOT / app).rglob("*.py"))
SOURCES = [path for path in PYTHON_FILES if "migrations" not in path.parts]
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*.*") if path.is_file())


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@functools.cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model._meta.label)
def test_a_relation_points_to_its_own_floor_or_below(model):
    own = model._meta.app_label
    wrong = []
    for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
        if not field.is_relation:
            continue
        target = field.related_model._meta.app_label
        if HEIGHT[target] > HEIGHT[own] or (HEIGHT[target] == HEIGHT[own] and target != own):
            wrong.append(f"{field.name} points up or sideways to {target}")
        if HEIGHT[target] != HEIGHT[own] and not field.remote_field.hidden:
            wrong.append(f"{field.name} crosses floors and needs related_name='+'")
    assert wrong == []


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model._meta.label)
def test_every_model_says_how_long_it_is_kept_and_what_is_personal(model):
    assert isinstance(getattr(model, "retention", None), Retention)
    names = {field.name for field in model._meta.get_fields()}
    assert set(model.personal) <= names


@pytest.mark.parametrize("model", [m for m in OUR_MODELS if hasattr(m, "view_permission")], ids=lambda model: model._meta.label)
def test_what_can_be_viewed_has_its_permission_in_the_table(model):
    assert model.view_permission in PERMISSIONS
    assert hasattr(model.objects.all(), "visible_to")


def test_every_right_stands_in_one_chapter():
    assert sum(len(chapter.PERMISSIONS) for chapter in CHAPTERS) == len(PERMISSIONS)


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model._meta.label)
def test_nothing_on_the_way_is_deleted_with_what_it_belongs_to(model):
    loose = [
        field.name
        for field in model._meta.local_fields
        if field.is_relation and field.remote_field.on_delete.__name__ not in ("PROTECT",)
    ]
    assert loose == []


def test_nothing_is_looked_up_by_name_behind_the_linter():
    hidden = re.compile(r"\bget_model\(|\bimport_module\(|\bGenericForeignKey\b|\bpost_save\b|@receiver\b")
    looked_at = [path for path in SOURCES if path.parts[-2] != "config" and _name(path) != "portal/demo/load.py"]
    assert [_name(path) for path in looked_at if hidden.search(path.read_text())] == []


def test_a_file_stays_under_300_lines_and_a_function_under_40():
    files = {_name(path): len(path.read_text().splitlines()) for path in SOURCES}
    functions = {
        f"{_name(path)}: {node.name}": _length(node)
        for path in SOURCES
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: lines for name, lines in files.items() if lines > 300} == {}
    assert {name: lines for name, lines in functions.items() if lines > 40} == {}


def test_no_request_goes_below_the_view():
    below = ("actions", "conditions", "scoring", "vault", "lifecycle", "gates")
    wrong = [
        f"{_name(path)}: {node.name}"
        for path in SOURCES
        if path.stem in below or "actions" in path.parts
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.FunctionDef)
        and "request" in {argument.arg for argument in [*node.args.args, *node.args.kwonlyargs]}
    ]
    assert wrong == []


def test_a_verb_takes_its_arguments_by_name():
    wrong = [
        f"{_name(path)}: {node.name}"
        for path in SOURCES
        if path.stem == "actions" or "actions" in path.parts
        for node in _tree(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and node.args.args
        if any("atomic" in ast.unparse(decorator) for decorator in node.decorator_list)
    ]
    assert wrong == []


def test_a_template_takes_only_from_its_own_floor_or_below():
    wrong = []
    for path in TEMPLATES:
        folder = path.relative_to(ROOT / "templates").parts[0]
        used = re.findall(r'{%\s*(?:include|extends)\s+"([^"]+)"', path.read_text()) if folder in HEIGHT else []
        wrong += [(_name(path), name) for name in used if HEIGHT.get(name.split("/")[0], 0) > HEIGHT[folder]]
    assert wrong == []


def test_a_template_has_no_inline_style_or_script():
    ours = re.compile(r"\sstyle=|<style|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)")
    pages = [path for path in TEMPLATES if path.suffix == ".html" and path.parent.name != "documents"]  # a PDF has no policy
    wrong = [_name(path) for path in pages if ours.search(re.sub(r"{%.*?%}", "", path.read_text(), flags=re.DOTALL))]
    assert wrong == []


def test_there_is_no_superuser_and_no_admin():
    assert "django.contrib.admin" not in settings.INSTALLED_APPS
    user = apps.get_model(settings.AUTH_USER_MODEL)(email="a@example.nl")
    assert user.is_superuser is False
    with pytest.raises(AttributeError):
        user.is_superuser = True


def _length(node) -> int:
    """Lines of a function without its docstring."""
    doc = node.body[0] if ast.get_docstring(node) else None
    documented = (doc.end_lineno - doc.lineno + 1) if doc else 0
    return node.end_lineno - node.lineno + 1 - documented
