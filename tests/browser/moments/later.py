"""From the request to the measurements, the mail, and the demo."""

import datetime as dt

from django.conf import settings
from django.template.loader import render_to_string
from django.test import override_settings

from accounts.models import User
from bids.models import Round
from calls.models import Call
from dialogues.models import Outcome
from evaluation.models import Capacity
from events import clock
from notifications.models import Mail
from portal.demo.accounts import ACCOUNTS
from tenders.models import LotState
from tenders.routes import Route
from tenders.steps import Step
from tests import make
from tests.browser.shown import Shown
from tests.stages import things


def written(cast, album):
    """The request: a look before saving, a clash, a source to link, and opening it again."""
    made = things(cast, "2")
    slug, number = made["tender"].slug, made["clause"].number
    typed = {"title": "Waar het om gaat", "text": "**Iedereen** doet mee.", "section": made["clause"].section, "reason": "Beter."}
    album.see(cast.officer, "calls:write_clause", slug, number, about="looked at first", data={**typed, "version": 1, "preview": 1})
    album.see(cast.officer, "calls:write_clause", slug, number, about="overtaken", data={**typed, "version": 0})
    source = make.contribution(made["tender"], text="Laat ons zelf koken.")
    make.response(cast, source, outcome=Outcome.TAKEN_OVER)
    album.see(cast.officer, "calls:link_source", slug, number, source.number)
    make.plan_answer(cast, make.plan(cast.municipality), into=made["tender"])
    for page in ("edit_call", "adopt_call"):
        album.see(cast.officer, f"calls:{page}", slug, about="a plan in no part")
    Call.objects.filter(tender=made["tender"]).update(adopted_at=clock.now(), adopted_by=cast.officer)
    album.see(cast.officer, "calls:reopen_call", slug)


def bidding(cast, album):
    """Every part of a bid, an invitation, and what is there after the deadline."""
    made = things(cast, "4 open")
    bid = made["bid"]
    for part in ("kort", "visie", "vraag-1", "samen", "begroting", "bijlagen"):
        album.see(cast.entrepreneur, "bids:write_bid", bid.public_id, part, about=part)
        if part != "bijlagen":
            album.see(cast.entrepreneur, "bids:write_bid", bid.public_id, part, about=f"{part}, checked", query="?controle=1")
    album.see(cast.entrepreneur, "bids:write_bid", bid.public_id, "kort", about="overtaken", data={"title": "x", "version": "0"})
    invited = make.tender(cast, step=Step.SELECTION, route=Route.MULTIPLE_PRIVATE)
    album.see(cast.officer, "bids:invite_party", invited.slug, make.round(cast, invited).public_id)
    Round.objects.filter(pk=made["round"].pk).update(deadline=clock.now() - dt.timedelta(minutes=1))
    album.see(cast.entrepreneur, "bids:write_bid", bid.public_id, about="closed")
    album.see(cast.officer, "bids:open_bids", made["tender"].slug, made["round"].public_id)
    album.see(cast.officer, "bids:show_round", made["tender"].slug, made["round"].public_id, about="closed")


def judged(cast, album):
    """Declaring to be impartial; a lot that is suspended; a decision that is being made."""
    tender = make.tender(cast, step=Step.SELECTION)
    make.opened_bids(cast, tender)
    make.seat(cast, tender.lots.get(), cast.assessor, capacity=Capacity.RESIDENT, declared=False)
    album.see(cast.assessor, "evaluation:declare_impartial", tender.slug, 1)
    made = things(cast, "4 judged")
    album.see(cast.officer, "evaluation:show_decision", made["tender"].slug, made["decision"].public_id, about="being made")
    made["lot"].state = LotState.SUSPENDED
    made["lot"].save()
    album.see(cast.officer, "evaluation:lift_suspension", made["tender"].slug, 1)


def decided(cast, album):
    made = things(cast, "4 decided")
    decision = made["decision"]
    type(decision).objects.filter(pk=decision.pk).update(
        explanation="Wij kozen dit plan, want het kan meteen beginnen.", explained_at=clock.now()
    )
    album.see(cast.visitor, "evaluation:show_explanation", made["tender"].slug, decision.public_id)


def followed(cast, album):
    """A golden thread with all its knots, and one that ended early."""
    thread = make.thread(cast, branches=2)
    album.see(cast.visitor, "golden_thread:follow_contribution", thread.tender.slug, thread.number, about="whole")
    album.see(cast.visitor, "portal:show_tender", thread.tender.slug, about="with a result")
    waiting = make.contribution(make.tender(cast), text="Kan dit ook op zondag?")
    album.see(cast.visitor, "golden_thread:follow_contribution", waiting.tender.slug, waiting.number, about="waiting")


def mailed(cast, album):
    """The HTML of a mail: no policy and no style sheet of ours reach it."""
    tender = make.tender(cast)
    context = {
        "name": "Ria",
        "language": "nl",
        "place": tender.municipality,
        "title": "Er is een antwoord op uw inbreng",
        "sentence": f"Er is een antwoord op uw inbreng: {tender.title}.",
    }
    html = render_to_string("notifications/mail.html", {**context, "url": settings.SITE_ADDRESS, "stop": settings.SITE_ADDRESS})
    headers = {"Content-Type": "text/html; charset=utf-8"}
    album.pages.append(Shown("a mail", "/", 200, headers, html, frozenset({"notifications/mail.html"})))


def in_demo(cast, album):
    """The pages that are there in the demo only, and the line with which every page says so."""
    User.objects.filter(pk=cast.officer.pk).update(email=ACCOUNTS[0].email)
    values = {"to": "ria@example.nl", "subject": "Er is een antwoord", "text": "Beste Ria,\n\nhttp://127.0.0.1/", "html": ""}
    mail = Mail.objects.create(once="1", made_at=clock.now(), next_attempt_at=clock.now(), **values)
    with override_settings(DEMO=True, ROOT_URLCONF="tests.browser.demo_urls"):
        album.see(cast.officer, "demo:index")
        album.see(cast.officer, "demo:list_mails")
        album.see(cast.officer, "demo:show_mail", mail.public_id)


OCCASIONS = (written, bidding, judged, decided, followed, mailed, in_demo)
