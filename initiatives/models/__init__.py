"""What people just begin and how it grows; and the plans that they hand to the municipality."""

from initiatives.models.contact import ContactPerson
from initiatives.models.growth import Help, Joining, Photo, Update
from initiatives.models.hiding import Hiding
from initiatives.models.initiative import EarlierWording, Initiative
from initiatives.models.knowledge import Knowledge
from initiatives.models.plan import Plan, PlanAnswer, PlanOutcome

__all__ = [
    "ContactPerson",
    "EarlierWording",
    "Help",
    "Hiding",
    "Initiative",
    "Joining",
    "Knowledge",
    "Photo",
    "Plan",
    "PlanAnswer",
    "PlanOutcome",
    "Update",
]
