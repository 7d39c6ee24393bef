from django.db import migrations

_HIDDEN = "Er kwam een plan van buiten. De tekst is verborgen. Wat doet de gemeente ermee?"


def take_titles_off(apps, schema_editor):
    """The answer to a plan that goes to all bidders is one to a question with its title; of a hidden plan everybody could still
    read that.
    """
    answers = apps.get_model("initiatives", "PlanAnswer").objects.filter(plan__hidden_at__isnull=False, question__isnull=False)
    apps.get_model("tenders", "Question").objects.filter(pk__in=answers.values("question")).update(text=_HIDDEN)


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0009_plans_that_went_into_no_tender_after_all")]

    operations = [migrations.RunPython(take_titles_off, migrations.RunPython.noop)]
