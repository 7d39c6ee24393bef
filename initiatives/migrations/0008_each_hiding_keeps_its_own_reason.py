from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0007_each_time_that_something_was_hidden")]

    operations = [
        migrations.RemoveField(model_name=name, name="restored_because") for name in ("initiative", "photo", "plan", "update")
    ]
