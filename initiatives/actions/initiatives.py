"""Verbs of an initiative as a whole: beginning it, changing its words, stopping it."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Municipality, User
from documents.pictures import Picture
from events import clock, log
from initiatives.models import ContactPerson, EarlierWording, Initiative, Photo
from initiatives.predicates import keeper
from tenders.codes import hash_code
from tenders.locks import one_at_a_time
from tenders.refusal import Changed


@transaction.atomic
def begin_initiative(
    *, municipality: Municipality, by: User | None, code: str, photo: Picture | None = None, **fields
) -> Initiative:
    """An initiative, by its doers or by who works in the neighbourhood. The same `code` twice makes one."""
    one_at_a_time("initiatives", municipality.pk)
    if found := Initiative.objects.for_page().filter(code_hash=hash_code(code)).first():
        return found
    initiative = Initiative(
        municipality=municipality,
        begun_by=by,
        written_down=by is not None and keeper(by, municipality),
        code_hash=hash_code(code),
        entered_at=clock.now(),
        **{name: value.strip() if isinstance(value, str) else value for name, value in fields.items()},
    )
    initiative.full_clean(validate_unique=False, validate_constraints=False)  # this row cannot clash
    initiative.save()
    if photo:
        add_photo(initiative, photo, by=by)
    log.record("initiatives.initiative_begun", by=by, thing=initiative, public=True)
    return initiative


@transaction.atomic
def change_initiative(*, initiative: Initiative, by: User | None, version: int, **fields) -> Initiative:
    """Change what it says of itself. Another name or sentence leaves the earlier one to be read."""
    fresh = hold(initiative)
    if fresh.version != version:
        raise Changed(
            _("Somebody else saved this while you were writing. What you wrote is still here; compare it first."), code="changed"
        )
    if (fresh.name, fresh.sentence) != (fields["name"].strip(), fields["sentence"].strip()):
        EarlierWording.objects.create(initiative=fresh, name=fresh.name, sentence=fresh.sentence, until=clock.now())
    for name, value in fields.items():
        setattr(fresh, name, value.strip() if isinstance(value, str) else value)
    fresh.version += 1
    fresh.save(update_fields=[*fields, "version"])
    log.record("initiatives.initiative_changed", by=by, thing=fresh, public=True, version=fresh.version)
    return fresh


@transaction.atomic
def stop_initiative(*, initiative: Initiative, by: User | None, reason: str) -> Initiative:
    """It stops, and says why. Everything that was told stays to be read."""
    fresh = hold(initiative)
    fresh.stopped_at, fresh.stopped_because = clock.now(), reason.strip()
    fresh.save(update_fields=["stopped_at", "stopped_because"])
    log.record("initiatives.initiative_stopped", by=by, thing=fresh, public=True, reason=reason)
    return fresh


@transaction.atomic
def name_contact(*, municipality: Municipality, by: User, name: str, phone: str, area=None) -> ContactPerson:
    """From now on people of this area (or of all) call this person; who it was before stays in the rows."""
    row = ContactPerson.objects.create(
        municipality=municipality, area=area, name=name.strip(), phone=phone.strip(), set_by=by, since=clock.now()
    )
    log.record("initiatives.contact_named", by=by, thing=row, public=True)
    return row


def add_photo(initiative: Initiative, photo: Picture, *, by: User | None, update=None) -> Photo:
    """Keep a photo that was made anew; inside the caller's transaction."""
    folder = f"{initiative.municipality_id}/initiatives/photos"
    upload, small = (one.store(by=by, folder=folder) for one in (photo, photo.small()))
    size = {"width": photo.width, "height": photo.height}
    return Photo.objects.create(initiative=initiative, update=update, upload=upload, small=small, at=clock.now(), **size)


def hold(initiative: Initiative, *, going_on: bool = True) -> Initiative:
    """The initiative, fresh and locked; raises Changed when it stopped or was hidden meanwhile."""
    one_at_a_time("initiative", initiative.pk)
    fresh = Initiative.objects.select_related("municipality", "area").get(pk=initiative.pk)
    if going_on and not fresh.is_going_on:
        raise Changed(_("This initiative stopped meanwhile. What was told stays to be read."), code="stopped")
    return fresh
