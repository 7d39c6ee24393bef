"""What people just begin, and plans from outside, in any state. No code is asked here."""

import datetime as dt
import io
import itertools

from django.core.files.base import ContentFile
from PIL import Image

from calls.models import Call, InitiativeWord
from documents.pictures import picture_of
from events import clock
from initiatives.actions.initiatives import add_photo
from initiatives.models import Help, Initiative, Joining, Knowledge, Photo, Plan, PlanAnswer, Update
from tenders.codes import hash_code

_count = itertools.count(1)


def initiative(municipality, *, name="Voortuinen", code="", **fields) -> Initiative:
    """Something that goes on; its code is `code`."""
    values = {"sentence": "Wij maken van stoepen tuinen.", "code_hash": hash_code(code or f"begonnen-{next(_count)}")}
    return Initiative.objects.create(municipality=municipality, name=name, **(values | fields))


def update(initiative, *, text="Er kwam een tuin bij.", **fields) -> Update:
    return Update.objects.create(initiative=initiative, text=text, **fields)


def joining(initiative, *, first_name="Jo", code="", **fields) -> Joining:
    code_hash = hash_code(code or f"erbij-{next(_count)}")
    return Joining.objects.create(initiative=initiative, first_name=first_name, code_hash=code_hash, **fields)


def help(helper, helped, *, what="Een aanhanger.", **fields) -> Help:
    return Help.objects.create(helper=helper, helped=helped, what=what, **fields)


def photo(initiative, update=None) -> Photo:
    return add_photo(initiative, picture_of(picture_file()), by=None, update=update)


def picture_file(*, size=(40, 30), kind="JPEG", **options) -> ContentFile:
    """The file of a picture, as a telephone sends it."""
    made = io.BytesIO()
    Image.new("RGB", size, "green").save(made, kind, **options)
    return ContentFile(made.getvalue(), name="IMG_20260101_Voorstad.jpg")


def initiative_word(cast, tender, initiative, *, word="kept", reason="Het loopt goed.", **fields) -> InitiativeWord:
    call, _made = Call.objects.get_or_create(tender=tender)
    values = {"by": cast.officer, "at": clock.now()}
    return InitiativeWord.objects.create(call=call, initiative=initiative, word=word, reason=reason, **(values | fields))


def plan(municipality, *, title="Een maaltijd per straat", answer_in=56, code="", **fields) -> Plan:
    """A plan that waits for an answer, which was promised within so many days from now (or before, when negative)."""
    values = {
        "what": "Wij koken elke week in een andere straat.",
        "problem": "Ouderen eten alleen.",
        "makers": "Bewoners van de Eikenlaan",
        "answer_by": clock.today() + dt.timedelta(days=answer_in),
        "code_hash": hash_code(code or f"plan-{next(_count)}"),
    }
    return Plan.objects.create(municipality=municipality, title=title, **(values | fields))


WORDS = {"legitimacy": "De buurt wil het.", "effectiveness": "Het werkt elders.", "involvement": "Zij koken zelf."}


def plan_answer(cast, plan, *, outcome="together", reason="Wij doen het samen.", into=None, **fields) -> PlanAnswer:
    if into:
        plan.carried_to = into
        plan.save(update_fields=["carried_to"])
    return PlanAnswer.objects.create(plan=plan, outcome=outcome, reason=reason, into=into, by=cast.officer, **(WORDS | fields))


def knowledge(cast, plan, *, text="Wij spraken over de plek.", published=True, **fields) -> Knowledge:
    values = {"shared_on": clock.today(), "by": cast.officer, "published_at": clock.now() if published else None}
    return Knowledge.objects.create(plan=plan, text=text, **(values | fields))
