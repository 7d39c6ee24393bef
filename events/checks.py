"""System checks that keep the roof whole: every table of the roof loads, and no reaction names a task that is not there."""

from celery import current_app
from django.conf import settings
from django.core.checks import Error, register
from django.utils.module_loading import autodiscover_modules, import_string


@register()
def reactions_name_real_tasks(app_configs, **kwargs):
    autodiscover_modules("tasks")
    table = import_string(f"{settings.REACTION_TABLE}.REACTIONS")
    missing = sorted({task for tasks in table.values() for task in tasks} - set(current_app.tasks))
    return [Error(f"config/reactions.py names a task that does not exist: {name}", id="events.E001") for name in missing]
