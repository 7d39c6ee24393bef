"""What came out: a table to read, bench/results.json for other programs, and at the end what misses its line and by how much."""

import json

from bench import lines, place
from bench.measuring import Figures
from bench.pages import Page

_HEAD = (
    f"{'':<42}{'SQL':>9}{'twice':>6}{'CPU':>7}{'drawn':>7}{'most':>6}{'wall':>7}{'100→2000':>10}"
    f"{'kB':>5}{'few ms':>8}{'many ms':>8}{'db ms':>7}"
)


def row_of(one: Figures) -> dict:
    """A page in the format of bench/results.json."""
    page, large = one.page, one.large
    measured = not one.problem
    return {
        "name": page.name,
        "url": one.url or page.url,
        "floor": page.line.floor,
        "queries": large.queries if large else None,
        "query_limit": page.line.queries,
        "repeated": large.repeated if large else None,
        "cpu_ratio": round(one.cpu_ratio, 2) if measured else None,
        "cpu_limit": page.line.cpu,
        "cpu_ratio_drawn": round(one.drawn_ratio, 2) if measured else None,
        "wall_ratio": round(one.wall_ratio, 2) if measured else None,
        "growth": round(one.growth, 3) if measured else None,
        "growth_limit": page.growth,
        "line": page.line.name,
        "own_line": page.ours,
        "queries_with_100": one.small.queries if one.small else None,
        "bytes": large.size if large else None,
        "cpu_ms": round(one.cpu_ms, 2) if measured else None,
        "cpu_ms_small": round(one.small_ms, 2) if measured else None,
        "floor_ms": round(one.floor_ms, 2) if measured else None,
        "database_ms": round(one.database_ms, 2) if one.database_ms is not None else None,
        "cpu_ratio_quartiles": [round(value, 2) for value in one.quartiles] if measured else None,
        "repeated_statement": large.statement if large and large.repeated > 1 else "",
        "problem": one.problem,
    }


def work_row(name: str, url: str, line, found: dict) -> dict:
    """What is no page (a document, letters) in the same format; `found` may be a problem alone."""
    page = Page(name, line, url, ours=True, growth=None)
    row = row_of(Figures(page, url=url, problem=found.get("problem", "")))
    found = {key: round(value, 3) for key, value in found.items() if key != "problem"}
    return row | found | {"growth": None, "cpu_ratio_drawn": found.get("cpu_ratio")}


def misses_of(row: dict) -> list[str]:
    """A sentence for each limit that this page does not meet."""
    if row["problem"]:
        return [f"could not be measured: {row['problem']}"]
    found = []
    if row["query_limit"] is not None and row["queries"] > row["query_limit"]:
        found.append(f"{row['queries']} statements, {row['queries'] - row['query_limit']} more than {row['query_limit']}")
    if row["queries"] is not None and row["queries"] != row["queries_with_100"]:
        found.append(f"{row['queries_with_100']} statements with 100 objects and {row['queries']} with 2,000")
    if row["repeated"] is not None and row["repeated"] > lines.MOST_REPEATED:
        found.append(f"one statement {row['repeated']} times: {row['repeated_statement'][:160]}")
    if row["cpu_ratio"] > row["cpu_limit"]:
        found.append(
            f"CPU {row['cpu_ratio']:.2f} times the floor, {_over(row['cpu_ratio'], row['cpu_limit'])} above {row['cpu_limit']}"
        )
    if row["growth_limit"] is not None and row["growth"] > row["growth_limit"]:
        found.append(
            f"CPU grows {row['growth']:.2f} times, {_over(row['growth'], row['growth_limit'])} above {row['growth_limit']}"
        )
    if row["bytes"] is not None and row["bytes"] > lines.MOST_BYTES:
        found.append(f"{row['bytes'] // 1024} kB of HTML, more than {lines.MOST_BYTES // 1024}")
    return found


def write(rows: list[dict], more: dict) -> None:
    """bench/results.json; a miss is a miss, and stands in it."""
    missed = [{"name": row["name"], "misses": misses} for row in rows if (misses := misses_of(row))]
    place.RESULTS.write_text(json.dumps({"pages": rows, "missed": missed, **more}, indent=1, ensure_ascii=False) + "\n")


def show(rows: list[dict]) -> None:
    """The table, and below it what misses its line."""
    print(f"\n{_HEAD}")
    for row in rows:
        print(_line(row))
    print("\n  CPU: as people get it; a public page is kept for the next visitor.   drawn: the same, drawn anew.")
    few, many = place.SIZES
    said, parties = place.CONTRIBUTIONS, place.PARTIES
    print(f"  few and many: CPU of the page drawn anew with {few} and with {many:,} of everything; {few}→{many}: as times.")
    print(f"  Of a dialogue {said[few]} and {said[many]:,} contributions, and {parties[few]} and {parties[many]} parties.")
    print("  * the nearest line of performance.md; it has none for this page.   ! misses its line.")
    missed = [(row["name"], miss) for row in rows for miss in misses_of(row)]
    print(f"\n{len({name for name, _miss in missed})} of {len(rows)} miss a limit" + (":" if missed else "."))
    for name, miss in missed:
        print(f"  {name}: {miss}")
    above = [row for row in rows if not row["problem"] and row["cpu_ratio_drawn"] > row["cpu_limit"] >= row["cpu_ratio"]]
    for row in above:
        over = _over(row["cpu_ratio_drawn"], row["cpu_limit"])
        print(f"  {row['name']}: meets its line as visitors get it; drawn anew {over} above it")
    print(f"\nAll figures: {place.RESULTS}", flush=True)


def _line(row: dict) -> str:
    name = f"{'!' if misses_of(row) else ' '} {row['name']}{'' if row['own_line'] else ' *'}"
    if row["problem"]:
        return f"{name:<42}  {row['problem'][:90]}"
    ratios = f"{row['cpu_ratio']:>7.2f}{row['cpu_ratio_drawn']:>7.2f}{row['cpu_limit']:>6}"
    statements = "" if row["queries"] is None else f"{row['queries']} ≤ {row['query_limit']}"
    size = "" if row["bytes"] is None else f"{row['bytes'] / 1024:.0f}"
    return (
        f"{name:<42}{statements:>9}{_or(row['repeated'], '{}'):>6}{ratios}"
        f"{row['wall_ratio']:>7.2f}{_or(row['growth'], '{:.2f}'):>10}{size:>5}"
        f"{_or(row.get('cpu_ms_small') or None, '{:.1f}'):>8}{row['cpu_ms']:>8.1f}"
        f"{_or(row['database_ms'], '{:.1f}'):>7}"
    )


def _or(value, form: str) -> str:
    return "" if value is None else form.format(value)


def _over(value: float, limit: float) -> str:
    return f"{100 * (value / limit - 1):.0f} %"
