"""Saying something without a name in a real browser that is signed in: what goes over the wire, and what stays behind.

Two sites: as `make run` makes it (SQLite, a broker of files), and on PostgreSQL and Redis. Somebody takes a copy of the
database, the logs of every process and what lies in the broker, and looks.
"""

import re
import sqlite3
from urllib.parse import unquote, urlsplit

import pytest
import redis

from tests.dialogues.dumps import changed, lines_of_postgres, table_of

pytestmark = pytest.mark.browser

SAID = "Dit durf ik alleen zonder naam te zeggen."


def dump_of(site) -> list[str]:
    """Every row of the site's database."""
    address = site.environment.get("DATABASE_URL", "")
    if address:
        found = urlsplit(address)
        where = {"HOST": found.hostname, "PORT": found.port, "USER": found.username, "PASSWORD": unquote(found.password or "")}
        return lines_of_postgres({**where, "NAME": found.path.lstrip("/")})
    with sqlite3.connect(f"file:{site.state / 'demo.sqlite3'}?mode=ro", uri=True) as copy:
        return [line for line in copy.iterdump() if line.startswith("INSERT")]


def broker_of(site) -> str:
    """All that lies in the broker, and in a cache that is not in the database."""
    if address := site.environment.get("REDIS_URL"):
        with redis.Redis.from_url(address) as found:
            return " ".join(f"{key} {found.dump(key)}" for key in found.scan_iter())
    return " ".join(path.read_text(errors="replace") for path in site.state.glob("broker*/*") if path.is_file())


@pytest.mark.parametrize("on", ["embedded_site", pytest.param("site", marks=pytest.mark.services)])
def test_a_browser_that_is_signed_in_says_something_without_a_name(request, on):
    site = request.getfixturevalue(on)
    people = request.getfixturevalue("embedded_people" if on == "embedded_site" else "people")
    slug = site.run("tests.journeys.conversation").strip()
    ria = people("ria").go(f"/trajecten/{slug}/dialoog/")
    session = next(one["value"] for one in ria.page.context.cookies() if one["name"] == "sessionid")
    ria.press("Zeg het op deze pagina")
    before, logs = dump_of(site), {name: site.log(name) for name in ("web", "worker", "beat")}

    sent = []
    ria.page.on("request", lambda one: sent.append(one.all_headers()) if one.method == "POST" else None)
    ria.fill(text=SAID).press("Versturen zonder mijn naam")
    code = ria.page.locator("p.mw-code").inner_text().strip()
    assert [("cookie" in headers, headers.get("referer")) for headers in sent] == [(False, None)]

    rows = changed(before, dump_of(site))
    # The sealer gives events of before their place meanwhile: those are other rows.
    ours = [row for row in rows if table_of(row) == "dialogues_contribution" or "dialogues.contributed" in row]
    assert SAID in "\n".join(ours)
    for trace in (session, "ria@", "Ria Pot", "127.0.0.1", code):
        assert trace not in "\n".join(rows)
    (contribution,) = [row for row in ours if table_of(row) == "dialogues_contribution"]
    assert re.findall(r"\d\d:\d\d:\d\d", contribution) == []
    for row in ours:
        assert set(re.findall(r"\d\d:\d\d:\d\d", row)) <= {"22:00:00", "23:00:00"}, row  # midnight in Amsterdam, in UTC

    for name, earlier in logs.items():
        new = site.log(name)[len(earlier) :]
        for trace in (session, "127.0.0.1", SAID, code, "zonder-naam"):
            assert trace not in new, f"{name}: {new}"
    for trace in (session, SAID, code):
        assert trace not in broker_of(site)

    # Back on the other pages she is still signed in, and the code leads to what she said.
    ria.go("/code/").fill(code=code).press("Toon")
    shown = ria.page.locator("main").inner_text()
    assert SAID in shown
    assert "Ria" not in shown
