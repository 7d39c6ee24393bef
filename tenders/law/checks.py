"""System checks at start: the law files fit each other, and nothing in them has lapsed unseen."""

import datetime as dt
import inspect

from django.core.checks import Error, Warning, register

from events import clock
from tenders.law import advice, texts
from tenders.law.values import all_values
from tenders.routes import Route, all_traits

_SOON = dt.timedelta(days=90)


@register()
def law_files_fit(app_configs, **kwargs) -> list:
    """Every rule has a function and a wording, every function a rule, and every value that is named is there."""
    try:
        rules, values = advice.all_rules(), all_values()
    except (ValueError, KeyError, AttributeError) as error:
        return [Error(f"tenders/law: {error!r}", id="law.E001")]
    found = []
    used = {rule.function for rule in rules.values()}
    for module in advice.MODULES.values():
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_") and function not in used:
                found.append(Error(f"no rule of rules.toml uses {module.__name__}.{name}", id="law.E002"))
    worded = {key.split(".")[0] for key in texts.RULES}
    found += [Error(f"texts.py has no wording for rule {id}", id="law.E003") for id in sorted(set(rules) - worded)]
    found += [Error(f"rules.toml has no rule {id}, but texts.py does", id="law.E003") for id in sorted(worded - set(rules))]
    for code, row in all_traits().items():
        missing = set(row.minimum_days.values()) - set(values)
        found += [Error(f"routes.toml: {code} names {name}, which is no value", id="law.E004") for name in sorted(missing)]
    found += [Error(f"texts.py says nothing of {route}", id="law.E005") for route in Route if route not in texts.GIST]
    return found


@register()
def law_values_hold(app_configs, **kwargs) -> list:
    """A warning for each value that has lapsed, or will within three months, without a next row."""
    today, found = clock.today(), []
    for id, rows in all_values().items():
        last = rows[-1].valid_to
        if last is not None and last - today < _SOON:
            found.append(Warning(f"{id} of values.toml holds until {last}", hint="Enter the new row.", id="law.W001"))
    return found
