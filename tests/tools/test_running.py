"""The papers about running it say what the code does."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent


def test_every_setting_is_in_the_table_and_nothing_else():
    asked = re.findall(r"""\benv(?:\.\w+)?\(\s*["'](\w+)["']""", (ROOT / "config" / "settings.py").read_text())
    told = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "running.md").read_text(), re.MULTILINE)
    assert sorted(set(told)) == sorted(set(asked))
    assert len(told) == len(set(told))


def test_the_containers_get_settings_that_exist():
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text())
    told = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "running.md").read_text(), re.MULTILINE))
    services = compose["services"]
    assert {name for service in ("web", "worker", "beat", "setup") for name in services[service]["environment"]} <= told
    ours = {name for name, service in services.items() if "DEMO" in service.get("environment", {})}
    assert ours == {"setup", "web", "worker", "beat"}


def test_what_is_tested_is_what_runs():
    pinned = re.compile(r"^([\w.-]+)(==\S+)", re.MULTILINE)
    run, test = (dict(pinned.findall((ROOT / "pins" / name).read_text())) for name in ("run.txt", "test.txt"))
    assert {name: version for name, version in test.items() if name in run} == run


@pytest.mark.parametrize("name", ["run.txt", "test.txt", "uv.txt", "node.txt"])
def test_pins_hold_hashes_and_no_address(name):
    text = (ROOT / "pins" / name).read_text()
    assert "://" not in text
    requirements = re.findall(r"^\S+==.*?(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    assert requirements and all("--hash=sha256:" in requirement for requirement in requirements)
