"""What is said, at meetings and online; what is hidden, and how it ends."""

import datetime as dt
import secrets

from dialogues import actions
from dialogues.models import Meeting, NameChoice, NamedAmount
from dialogues.tickets import ticket_for
from events import clock
from tests import make
from tests.stages import things

_SAID = {"text": "Ik kan lassen. Laat mij iets maken.", "shown_name": "Ria"}


def said(cast, album):
    """A contribution, with its code; and one that comes too late."""
    made = things(cast, "1")
    slug = made["tender"].slug
    for choice in (NameChoice.NAME, NameChoice.ANONYMOUS):
        data = {**_SAID, "name_choice": choice, "once": secrets.token_urlsafe(16)}
        album.see(cast.visitor, "dialogues:contribute", slug, about=f"sent: {choice}", data=data)
    data |= {"kind": "idea", "channel": "paper", "said_on": clock.today().isoformat(), "once": secrets.token_urlsafe(16)}
    album.see(cast.guide, "dialogues:enter_contribution", slug, about="sent", data=data)
    without_name = {"text": "Ik durf het niet te zeggen.", "once": secrets.token_urlsafe(16)}
    album.see(cast.resident, "dialogues:contribute_without_name", slug, about="sent", data=without_name)
    asked_again = {**_SAID, "name_choice": NameChoice.ANONYMOUS, "once": secrets.token_urlsafe(16)}
    album.see(cast.resident, "dialogues:contribute", slug, about="asked again, without the account", data=asked_again)
    stack = make.stack(cast, made["tender"])
    typed = {**_SAID, "name_choice": NameChoice.NAME, "kind": "idea", "once": secrets.token_urlsafe(16)}
    album.see(cast.officer, "dialogues:type_form", slug, stack.public_id, about="saved", data=typed)
    number = stack.forms.get().number
    album.see(cast.officer, "dialogues:take_back_form", slug, stack.public_id, number, about="taken back", data=typed)
    through = {**typed, "through": made["trusted organisation"].party_id, "said_on": clock.today().isoformat(), "once": "t"}
    album.see(cast.partner, "dialogues:bring_in", slug, about="sent", data=through)
    make.response(cast, make.contribution(made["tender"], stack=stack, text="Met antwoord", shown_name="Ria"))
    number = stack.forms.order_by("number").last().number
    album.see(cast.officer, "dialogues:take_back_form", slug, stack.public_id, number, about="refused", data=typed)
    data = {"reason": "Iemand vroeg om hulp.", "once": secrets.token_urlsafe(16)}
    hidden = made["pseudonymous contribution"].number
    album.see(cast.officer, "dialogues:unveil_pseudonym", slug, hidden, about="with a reason", data=data)
    in_turkish = make.contribution(made["tender"], text="Parkta bank yok.", author=cast.resident, shown_name="Ayşe")
    data = {"language": "Turks", "text": "Er is geen bank in het park.", "version": 0, "once": secrets.token_urlsafe(16)}
    make.translation(cast, in_turkish)
    album.see(cast.officer, "dialogues:translate_contribution", slug, in_turkish.number, about="overtaken", data=data)
    album.see(cast.officer, "dialogues:translate_contribution", slug, in_turkish.number, about="to write better")
    album.see(cast.visitor, "golden_thread:follow_contribution", slug, in_turkish.number, about="in two languages")
    told = {"ticket": ticket_for(made["dialogue"].pk, "een-code"), "age": "65+", "sex": "man", "household": "alone"}
    album.see(cast.visitor, "dialogues:tell_about_oneself", slug, about="wrong", data=told | {"age": "99"})
    album.see(cast.visitor, "dialogues:tell_about_oneself", slug, about="sent", data=told)
    album.see(cast.visitor, "dialogues:show_missing", make.dialogue(make.tender(cast)).tender.slug, about="too few")
    trying = make.dialogue(make.tender(cast)).tender
    make.pilot(trying, wants_to_learn="Wat helpt?")
    data = {"version": 0, "wants_to_learn": "Wie komt er?", "ends_on": (clock.today() + dt.timedelta(days=9)).isoformat()}
    album.see(cast.officer, "dialogues:set_pilot", trying.slug, about="overtaken", data=data)
    album.see(cast.officer, "dialogues:copy_pilot", trying.slug, about="undecided")
    album.see(cast.visitor, "dialogues:show_dialogue", trying.slug, about="a pilot")
    album.see(cast.visitor, "golden_thread:follow_pilot", trying.slug, about="not decided yet")
    group = make.group(trying, experts=[cast.resident])
    draft = make.proposal(cast, group, title="Een idee.", handed_in=False)
    album.see(cast.resident, "golden_thread:follow_proposal", trying.slug, draft.number, about="still written")
    album.see(cast.resident, "dialogues:choose_contribution", trying.slug, draft.number, about="nothing was said")
    back = make.proposal(cast, group, title="Toch niet.", withdrawn_at=clock.now(), withdrawn_because="Het was dubbel.")
    album.see(cast.visitor, "golden_thread:follow_proposal", trying.slug, back.number, about="withdrawn")
    closed = make.dialogue(make.tender(cast), closes_in=-1)
    album.see(cast.visitor, "dialogues:contribute", closed.tender.slug, about="too late")


def stood_together(cast, album):
    """Two long contributions that were one for a time."""
    tender = make.dialogue(make.tender(cast)).tender
    one, other = (make.contribution(tender, text="Een bankje. " * 90, shown_name="Ria") for _one in range(2))
    actions.merge_contribution(contribution=other, into=one, by=cast.officer, reason="Dit is hetzelfde.")
    actions.unmerge_contribution(contribution=other, by=cast.officer, reason="Toch iets anders.")
    for number, about in ((one.number, "stood with another for a time"), (other.number, "stands by itself again")):
        album.see(cast.visitor, "golden_thread:follow_contribution", tender.slug, number, about=about)


def met(cast, album):
    """Coming to a meeting, and what the team does afterwards."""
    tender = make.tender(cast)
    make.dialogue(tender)
    coming, full, past = (
        make.meeting(tender),
        make.meeting(tender, capacity=1),
        make.meeting(tender, begins_in=dt.timedelta(days=-1)),
    )
    make.registration(full)
    for meeting, about in ((coming, "sent"), (full, "waiting list")):
        data = {"name": "Ria", "once": secrets.token_urlsafe(16)}
        album.see(cast.visitor, "dialogues:register", tender.slug, meeting.public_id, about=about, data=data)
    for _one in range(2):
        make.registration(past)
    for name in ("record_attendance", "report_meeting", "show_meeting", "list_registrations"):
        album.see(cast.officer, f"dialogues:{name}", tender.slug, past.public_id, about="afterwards")
    day = make.working_day(cast, tender, lowest=60_000_00)
    NamedAmount.objects.create(
        meeting=day, by=cast.officer, highest=0, purpose="Niets.", decided_by="De raad.", reason="Het is op."
    )
    album.see(cast.officer, "dialogues:show_meeting", tender.slug, day.public_id, about="a working day")
    data = {"title": "Soep", "what": "Soep", "problem": "Honger", "makers": "Jo", "once": secrets.token_urlsafe(16)}
    album.see(cast.visitor, "portal:bring_plan", tender.slug, day.public_id, about="without an amount", data=data)
    minutes = make.minutes(tender)
    make.correction(minutes, person=cast.neighbour)
    make.correction(minutes, person=cast.partner, outcome="refused", reason="Zo was het niet.", decided_at=clock.now())
    make.registration(minutes, person=cast.resident)
    album.see(cast.visitor, "dialogues:show_meeting", tender.slug, minutes.public_id, about="with a draft")
    data = {"text": "Het was in de Bolder.", "once": secrets.token_urlsafe(16)}
    album.see(cast.resident, "dialogues:correct_minutes", tender.slug, minutes.public_id, about="sent", data=data)
    Meeting.objects.filter(pk=minutes.pk).update(corrections_until=clock.today() - dt.timedelta(days=1))
    album.see(
        cast.resident,
        "dialogues:correct_minutes",
        tender.slug,
        minutes.public_id,
        about="too late",
        data={**data, "once": secrets.token_urlsafe(16)},
    )


def in_the_room(cast, album):
    """What a phone sent in waits for the team; its code says so."""
    tender = make.tender(cast)
    make.dialogue(tender)
    live = make.live(make.meeting(tender), is_moderated=True)
    make.message(live, shown=False, code="bcdf-ghjk-mnpq")
    album.see(cast.visitor, "portal:follow_code", about="sent in, and waits", data={"code": "bcdf-ghjk-mnpq"})


def moderated(cast, album):
    """Something is reported and hidden: what others see of it, what its writer sees, and asking to look again."""
    tender = make.tender(cast)
    ground = make.dialogue(tender).grounds.first()
    said, code = make.contribution(tender, code="k7wp-93bd-xm2h", shown_name="Ria"), "k7wp-93bd-xm2h"
    data = {"ground": ground.public_id, "text": "Dit kwetst mijn buurman.", "once": secrets.token_urlsafe(16)}
    album.see(cast.visitor, "dialogues:flag_contribution", tender.slug, said.number, about="sent", data=data)
    flag = make.flag(said, code="mrl4-wns3-76kt")
    album.see(cast.visitor, "portal:follow_code", about="a report", data={"code": "mrl4-wns3-76kt", "once": "a"})
    hiding = make.hiding(cast, said)
    done = {"outcome": "hidden", "reason": "Zo praten wij niet.", "decided_by": cast.officer, "decided_at": clock.now()}
    type(flag).objects.filter(pk=flag.pk).update(**done)
    for person, about in ((cast.visitor, "hidden"), (cast.officer, "hidden, for the team")):
        album.see(person, "golden_thread:follow_contribution", tender.slug, said.number, about=about)
    album.see(cast.visitor, "dialogues:show_dialogue", tender.slug, about="with something hidden")
    album.see(cast.visitor, "portal:follow_code", about="hidden", data={"code": code, "once": "b"})
    data = {"code": code, "text": "Ik bedoelde de drempel.", "once": secrets.token_urlsafe(16)}
    album.see(cast.visitor, "dialogues:appeal_hiding", tender.slug, said.number, about="sent", data=data)
    made = {"outcome": "upheld", "reason": "Het blijft een scheldwoord.", "decided_by": cast.buyer, "decided_at": clock.now()}
    type(hiding.appeal).objects.filter(hiding=hiding).update(**made)
    album.see(cast.visitor, "golden_thread:follow_contribution", tender.slug, said.number, about="stays hidden")
    album.see(cast.officer, "dialogues:list_flags", tender.slug, about="decided")


def concluded(cast, album):
    """A dialogue that can be concluded, its report, and the thread of a contribution that was taken apart."""
    tender = make.tender(cast)
    make.dialogue(tender, closed_at=clock.now())
    said, other = (make.contribution(tender, shown_name="Ria") for _one in range(2))
    finding = make.finding(cast, tender, [said, other])
    for one in (said, other):
        make.response(cast, one)
    finding.sources.filter(contribution=said).update(ended_at=clock.now(), ended_by=cast.officer, ended_because="Iets anders.")
    album.see(cast.officer, "dialogues:conclude_dialogue", tender.slug, about="ready")
    make.conclusion(cast, tender, ending="residents", reason="De werkgroep doet het zelf.")
    type(tender).objects.filter(pk=tender.pk).update(completed_at=clock.now())
    album.see(cast.visitor, "dialogues:show_conclusion", tender.slug, about="of residents")
    album.see(cast.visitor, "dialogues:show_finding", tender.slug, finding.public_id, about="with what left it")
    album.see(cast.visitor, "golden_thread:follow_contribution", tender.slug, said.number, about="ended well")
    album.see(cast.visitor, "portal:show_tender", tender.slug, about="ended well")


def by_few(cast, album):
    """Pages of step 1 that one or two of the cast reach."""
    found = things(cast, "1")
    album.see(cast.buyer, "dialogues:decide_appeal", found["tender"].slug, found["appeal"].public_id)
    album.see(cast.rival, "coalitions:join_coalition", found["invited member"].public_id)
    album.see(cast.rival, "coalitions:leave_coalition", found["invited member"].public_id)
    album.see(cast.visitor, "portal:print_slip", about="a wrong code", data={"code": "2222-2222-2222"})


OCCASIONS = (said, stood_together, in_the_room, met, moderated, concluded, by_few)
