"""The runs of pytest and how their counts become one line."""

from itertools import chain, combinations

import pytest
import suite
from _pytest.mark.expression import Expression

REPORT = """<testsuites><testsuite>
  <testcase classname="tests.bids" name="a" time="0.5">
    <properties><property name="measured" value="50 at once: 6 s"/></properties></testcase>
  <testcase classname="tests.bids" name="b" time="2.0"><failure>no</failure></testcase>
  <testcase classname="tests.bids" name="c" time="0.1"><error>set-up</error></testcase>
  <testcase classname="tests.bids" name="d" time="0.0"><skipped/></testcase>
</testsuite></testsuites>"""
MARKS = ("whole", "postgres", "services", "browser", "proof")
ALL_COMBINATIONS = list(chain.from_iterable(combinations(MARKS, count) for count in range(len(MARKS) + 1)))


@pytest.mark.parametrize("marks", ALL_COMBINATIONS, ids=lambda marks: "+".join(marks) or "none")
def test_every_test_is_in_exactly_one_run(marks):
    runs = [suite.UNIT, suite.WHOLE, suite.SERVED, suite.PROOF]
    taken = [run.name for run in runs if Expression.compile(run.marks).evaluate(lambda name, **_: name in marks)]
    assert len(taken) == 1


def test_a_report_is_counted_and_an_error_in_the_set_up_is_a_failure(tmp_path):
    report = tmp_path / "unit.xml"
    report.write_text(REPORT)
    read = suite._read("unit", report)
    assert (read.passed, read.failed, read.skipped, read.slowest[0]) == (1, 2, 1, (2.0, "tests.bids.b"))
    assert read.measured == ["50 at once: 6 s"]


def test_the_last_line_is_the_sum_and_a_failed_check_counts(capsys):
    code = suite.finish([suite.Result("lint", failed=1), suite.Result("unit", passed=3, skipped=1), suite.Result("x", passed=2)])
    assert (code, capsys.readouterr().out.splitlines()[-1]) == (1, "5 passed, 1 failed, 1 skipped")


@pytest.mark.parametrize(("passed", "code"), [(1, 0), (0, 1)])
def test_a_run_without_any_test_is_no_success(capsys, passed, code):
    assert suite.finish([suite.Result("lint"), suite.Result("unit", passed=passed)]) == code


def test_without_services_a_test_run_knows_no_database_of_others(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody/production")
    monkeypatch.setenv("TEST_DATABASE_URL", "postgres://somebody/test")
    assert {name for name in suite._environment({}) if name.endswith("DATABASE_URL")} == set()
    served = suite._environment({"TEST_DATABASE_URL": "postgres://somebody/test"})
    assert served["DATABASE_URL"] == served["TEST_DATABASE_URL"] == "postgres://somebody/test"
