"""The grounds with which every dialogue begins; the municipality takes off what it does not want and adds its own."""

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from dialogues.models import Dialogue, Ground

USUAL = (
    _("It hurts somebody or a group"),
    _("It tells something private about somebody"),
    _("It threatens, or calls for violence"),
    _("It is advertising"),
    _("It is not about this subject"),
)


def give_usual_grounds(dialogue: Dialogue) -> None:
    """The usual grounds, in Dutch: they are text of the municipality, like its house rules."""
    with translation.override("nl"):
        Ground.objects.bulk_create(Ground(dialogue=dialogue, text=str(text)) for text in USUAL)
