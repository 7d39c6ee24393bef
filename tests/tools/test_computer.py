"""What the tools do on a computer: processes that end together, services that are left alone, the demo's own state."""

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import demo
import node
import pytest
import services
from processes import Together

TOOLS = Path(services.__file__).parent
PARENT_WITH_CHILD = "import subprocess, sys, time; print(subprocess.Popen(['sleep', '60']).pid, flush=True); time.sleep(60)"


def is_running(pid: int) -> bool:
    """Not gone, and not a zombie that only waits for its parent to look."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_processes_end_together_with_their_children(capsys):
    together = Together({"one": [sys.executable, "-c", PARENT_WITH_CHILD], "two": ["sleep", "60"]}, dict(os.environ))
    while not (said := capsys.readouterr().out):
        time.sleep(0.05)
    child = int(said.removeprefix("one | "))
    assert (together.ended(), is_running(child)) == ([], True)
    together.stop(patience=5)
    latest = time.monotonic() + 10  # a signal is obeyed soon, not at once
    while is_running(child) and time.monotonic() < latest:
        time.sleep(0.05)
    assert (sorted(together.ended()), is_running(child)) == (["one", "two"], False)


def test_who_ends_by_itself_is_named():
    together = Together({"brief": ["true"], "long": ["sleep", "60"]}, dict(os.environ))
    while not together.ended():
        time.sleep(0.05)
    assert together.ended() == ["brief"]
    together.stop(patience=5)


def test_named_services_are_used_and_none_is_started(monkeypatch, tmp_path):
    monkeypatch.setattr(services, "HOME", tmp_path / "own")
    monkeypatch.setattr(services, "_STATE", tmp_path / "own" / "services.json")
    named = {"TEST_DATABASE_URL": "postgres://db.example/test", "TEST_REDIS_URL": "redis://queue.example/0"}
    for name, address in named.items():
        monkeypatch.setenv(name, address)
    assert services.start(holder=1) == named
    assert [file.name for file in (tmp_path / "own").iterdir()] == ["services.json"]


def test_services_started_by_a_person_survive_a_test_run(monkeypatch, tmp_path):
    monkeypatch.setattr(services, "HOME", tmp_path)
    monkeypatch.setattr(services, "_STATE", tmp_path / "services.json")
    (tmp_path / "services.json").write_text('{"holder": 0, "postgres": 1, "redis": 2, "redis_pid": 0}')
    services.stop(holder=12345)
    assert services.addresses()["TEST_REDIS_URL"] == "redis://127.0.0.1:2/0"


@pytest.mark.parametrize(
    ("statements", "new"),
    [
        ([], True),
        (["CREATE TABLE accounts_user (id)"], True),
        (["CREATE TABLE accounts_user (id)", "INSERT INTO accounts_user VALUES (1)"], False),
    ],
)
def test_the_demo_is_loaded_when_nobody_is_in_the_database(monkeypatch, tmp_path, statements, new):
    monkeypatch.setattr(demo, "DATABASE", tmp_path / "demo.sqlite3")
    with sqlite3.connect(tmp_path / "demo.sqlite3") as database:
        for statement in statements:
            database.execute(statement)
    assert demo.is_new() is new


def test_a_demo_that_is_in_use_is_not_reset(tmp_path):
    environment = {**os.environ, "STATE_DIR": str(tmp_path)}
    hold = f"import sys; sys.path.append({str(TOOLS)!r}); import demo\nwith demo.alone('here'): print('held', flush=True); input()"
    holder = subprocess.Popen(
        [sys.executable, "-c", hold], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout.readline() == "held\n"
    refused = subprocess.run(
        [sys.executable, TOOLS / "demo.py"], env=environment, capture_output=True, text=True, timeout=20, check=False
    )
    holder.communicate("\n")
    assert refused.returncode == 1
    assert f"The demo of this folder is in use (here, process {holder.pid})." in refused.stderr


@pytest.mark.parametrize("tool", ["check", "demo"])
def test_a_tool_that_is_asked_for_help_does_nothing_and_refuses_what_it_does_not_know(tool):
    asked = subprocess.run([sys.executable, TOOLS / f"{tool}.py", "--help"], capture_output=True, text=True, check=False)
    wrong = subprocess.run([sys.executable, TOOLS / f"{tool}.py", "--alles"], capture_output=True, text=True, check=False)
    assert (asked.returncode, "usage:" in asked.stdout, wrong.returncode) == (0, True, 2)


def test_packages_of_another_clone_are_left_alone(monkeypatch, tmp_path, capsys):
    (tmp_path / "theirs").mkdir()
    (tmp_path / "node_modules").symlink_to(tmp_path / "theirs")
    monkeypatch.setattr(node, "ROOT", tmp_path)
    node.install_packages()
    assert "Leaving node_modules/" in capsys.readouterr().out
