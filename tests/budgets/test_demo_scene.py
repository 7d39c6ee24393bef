"""The scene of the demo: the Indische Buurt divided money last year, waits for a decision, and divides again."""

from budgets.models import Budget, Decision
from budgets.result import Result
from initiatives.models import Plan
from portal.demo.load import load
from portal.demo.scenes import oost_budget


def test_the_scene_plays(db, client_of):
    world = load(with_stories=False)
    oost_budget.play(world)
    budgets = {budget.title: budget for budget in Budget.objects.for_page()}
    assert sorted(budget.state for budget in budgets.values()) == ["counted", "counted", "draft", "open"]
    last_year, open_now = budgets["Buurtbegroting Indische Buurt, vorig jaar"], budgets["Buurtbegroting Indische Buurt"]
    assert Result(last_year).channels == {"online": 9, "paper": 3, "table": 2}
    assert Result(last_year).aside == {"too_much": 1}
    assert (Decision.objects.filter(budget=last_year).count(), Decision.objects.standing().get().number) == (2, 2)
    assert Result(open_now).channels == {"online": 3, "paper": 0, "table": 8}
    assert not any(Result(budget).is_of_few for budget in budgets.values() if budget.state != "draft")
    assert not Plan.objects.unanswered().exists()
    work = client_of(world.person("sylke")).get("/mijn/").content.decode()
    assert ("Geld voor het plein" in work, "nog niet openbaar" in work) == (True, True)
    assert "Verdeel het geld" in client_of(world.person("ria")).get("/gemeenten/amsterdam/").content.decode()
