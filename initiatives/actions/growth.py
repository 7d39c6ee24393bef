"""Verbs of how an initiative grows: telling, joining, helping another."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from documents.pictures import Picture
from events import clock, log
from initiatives.actions.initiatives import add_photo, hold
from initiatives.models import Help, Initiative, Joining, Update
from tenders.codes import hash_code
from tenders.refusal import Changed, Refused

_MOST = 500  # names on one page; after that it is a movement, and counts in another way


@transaction.atomic
def tell_update(
    *,
    initiative: Initiative,
    by: User | None,
    on,
    text: str = "",
    count: int | None = None,
    unit: str = "",
    photo: Picture | None = None,
) -> Update:
    """Tell how it goes: words, a number or a photo. What is counted is said with the first number, and stays that."""
    initiative = hold(initiative)
    if not text.strip() and count is None and photo is None:
        raise Refused({"text": _("Tell something, fill in a number, or choose a photo.")})
    if on > clock.today():
        raise Refused({"on": _("This day is still to come.")})
    if count is not None and not initiative.unit:
        if not unit.strip():
            raise Refused({"unit": _("Say what you count: front gardens, for example.")})
        initiative.unit = unit.strip()
    initiative.begun_on = min(initiative.begun_on, on)  # it was written down later than it began
    initiative.save(update_fields=["unit", "begun_on"])
    update = Update.objects.create(initiative=initiative, text=text.strip(), count=count, on=on, by=by, at=clock.now())
    if photo:
        add_photo(initiative, photo, by=by, update=update)
    log.record("initiatives.update_told", by=by, thing=update, public=True)
    return update


@transaction.atomic
def join_initiative(*, initiative: Initiative, by: User | None, first_name: str, code: str) -> Joining:
    """Join with a first name. The same `code` twice is one joining."""
    if found := Joining.objects.filter(code_hash=hash_code(code)).first():
        return found
    initiative = hold(initiative)
    if initiative.joinings.standing().count() >= _MOST:
        raise Refused(_("So many people joined that the page is full. Call the people who do it: they like to hear from you."))
    joining = Joining.objects.create(
        initiative=initiative, first_name=first_name.strip(), joined_on=clock.today(), code_hash=hash_code(code)
    )
    log.record("initiatives.initiative_joined", by=None, thing=initiative, public=True)
    return joining


@transaction.atomic
def take_name_off(*, joining: Joining, by: User | None, reason: str) -> Joining:
    """Take a name off the page. That somebody joined stays in the row, with the reason."""
    hold(joining.initiative, going_on=False)
    joining = Joining.objects.select_related("initiative__municipality").get(pk=joining.pk)
    if joining.removed_at:
        raise Changed(_("This name was taken off already."), code="removed")
    joining.removed_at, joining.removed_because = clock.now(), reason.strip()
    joining.save(update_fields=["removed_at", "removed_because"])
    log.record("initiatives.name_taken_off", by=by, thing=joining, public=True, reason=reason)
    return joining


@transaction.atomic
def help_initiative(*, initiative: Initiative, helped: Initiative, by: User | None, what: str) -> Help:
    """Say with what it helps another initiative of the municipality; both pages show it."""
    initiative = hold(initiative)
    if helped.pk == initiative.pk or helped.municipality_id != initiative.municipality_id or not helped.is_going_on:
        raise Refused({"helped": _("Choose another initiative of this municipality that is going on.")})
    if initiative.helps.filter(helped=helped, ended_at=None).exists():
        raise Refused({"helped": _("It says already that you help them.")})
    made = Help.objects.create(helper=initiative, helped=helped, what=what.strip(), since=clock.today())
    log.record("initiatives.help_given", by=by, thing=made, public=True)
    return made


@transaction.atomic
def end_help(*, help: Help, by: User | None, reason: str) -> Help:
    """The one no longer helps the other; either of them may say so."""
    help = Help.objects.select_related("helper__municipality").get(pk=help.pk)
    if help.ended_at:
        raise Changed(_("This ended already."), code="ended")
    help.ended_at, help.ended_because = clock.now(), reason.strip()
    help.save(update_fields=["ended_at", "ended_because"])
    log.record("initiatives.help_ended", by=by, thing=help, public=True, reason=reason)
    return help
