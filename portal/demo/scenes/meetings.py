"""What happens around the meetings of Zwolle: people come, somebody makes room, the report is corrected and locked."""

from dialogues import actions
from dialogues.models import CorrectionOutcome, Meeting, RegistrationState
from events.ids import new_code
from portal.demo.scenes.dialogue_texts import ZWOLLE_CORRECTIONS, ZWOLLE_GUESTS
from portal.demo.world import World


def fill(world: World, meeting: Meeting) -> None:
    """People register, with and without an account; one for each organisation."""
    actions.register(meeting=meeting, by=world.person("ria"))
    for guest in ZWOLLE_GUESTS:
        actions.register(meeting=meeting, by=None, name=guest, code=new_code())
    actions.register(meeting=meeting, by=world.person("pim"), party=world.parties["fietslab"])


def make_room(world: World, meeting: Meeting) -> None:
    """Somebody cannot come, and who waited longest gets the place."""
    actions.cancel_registration(registration=meeting.registrations.get(person=world.people["ria"]), by=world.person("ria"))


def report(world: World, meeting: Meeting, report: str) -> None:
    came = list(meeting.registrations.filter(state=RegistrationState.REGISTERED))[:-1]
    actions.record_attendance(meeting=meeting, by=world.person("gijs"), present=came)
    actions.report_meeting(meeting=meeting, by=world.person("gijs"), version=meeting.version, report=report)


def correct(world: World, meeting: Meeting) -> None:
    """Somebody says twice that something is not right: once it is taken over, once it is told why not."""
    (right, added), (wrong, why) = ZWOLLE_CORRECTIONS
    gijs, taken_over = world.person("gijs"), f"{Meeting.objects.get(pk=meeting.pk).report}\n\n{added}"
    for said, decided in (
        (right, {"outcome": CorrectionOutcome.ACCEPTED, "report": taken_over}),
        (wrong, {"outcome": CorrectionOutcome.REFUSED, "reason": why}),
    ):
        correction = actions.correct_minutes(meeting=meeting, by=world.person("ria"), text=said)
        version = Meeting.objects.get(pk=meeting.pk).version
        actions.decide_correction(correction=correction, by=gijs, version=version, **decided)
