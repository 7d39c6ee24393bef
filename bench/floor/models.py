from django.db import models


class Row(models.Model):
    """One of the fifty rows on the page of the floor."""

    group = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    place = models.CharField(max_length=80)
    amount = models.BigIntegerField()
    day = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["group", "number"], name="floor_rows")]


class Upload(models.Model):
    """A file that was sent, and where it stands."""

    file = models.FileField(upload_to="uploads")
    size = models.PositiveIntegerField()
