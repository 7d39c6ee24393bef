"""Verbs about the tender itself: starting it, its lots, plan and frame, making it public."""

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from accounts.models import Municipality, User
from documents.uploads import store_upload
from events import clock, log
from tenders.actions.involvement import involve
from tenders.gates import Gate, keep_what_was_asked, pass_gate
from tenders.locks import hold
from tenders.models import Frame, InvolvementRole, Lot, Move, PriorDocument, StepChange, StepPlan, Tender
from tenders.routes import Route
from tenders.steps import Step


@transaction.atomic
def start_tender(
    *,
    municipality: Municipality,
    by: User,
    title: str,
    summary: str,
    route: Route,
    reason: str = "",
    first_step: Step = Step.DIALOGUE,
    others=(),
    **fields,
) -> Tender:
    """A new tender with one lot, a provisional route and its maker in the team. Not public yet."""
    count = Tender.objects.filter(municipality=municipality).count() + 1
    tender = Tender(
        municipality=municipality,
        title=title,
        summary=summary,
        route=route,
        step=first_step,
        first_step=first_step,
        route_is_final=first_step > Step.PROCEDURE,  # it was chosen before; its documents tell why
        reference=f"{clock.today().year}-{count:03d}",
        slug=_free_slug(title),
        created_at=clock.now(),
        **fields,
    )
    tender.full_clean(exclude=["others"])
    tender.save()
    tender.others.set(others)
    Lot.objects.create(tender=tender, number=1, name=title[:120])
    StepChange.objects.create(tender=tender, move=Move.START, to_step=first_step, reason=reason or summary, by=by, at=clock.now())
    log.record("tenders.tender_started", by=by, thing=tender, reason=reason, route=str(route))
    involve(tender=tender, person=by, role=InvolvementRole.OFFICER, by=by)
    return tender


@transaction.atomic
def edit_tender(*, tender: Tender, by: User, **values) -> Tender:
    """Change title, summary, who to call or with which municipalities it is led. The address stays what it was.

    Once it is public, there is always somebody to call.
    """
    called = Tender.objects.values_list("contact_person", "contact_phone").get(pk=tender.pk)
    if "others" in values:
        tender.others.set(values.pop("others"))
        tender.__dict__.pop("_municipality_ids", None)
    for name, value in values.items():
        setattr(tender, name, value)
    tender.full_clean(exclude=["others"])
    if tender.published_at and called != (tender.contact_person, tender.contact_phone):
        keep_what_was_asked(tender, Gate.PUBLISH_TENDER, {"contact_person"})
    tender.save(update_fields=list(values))
    log.record("tenders.tender_edited", by=by, thing=tender, public=True)
    return tender


@transaction.atomic
def plan_steps(*, tender: Tender, by: User, plans: dict[Step, tuple]) -> None:
    """Write down when each step is expected to begin and end: {step: (begins_on, ends_on)}."""
    for step, (begins_on, ends_on) in plans.items():
        row = StepPlan(tender=tender, step=step, begins_on=begins_on, ends_on=ends_on)
        row.pk = StepPlan.objects.filter(tender=tender, step=step).values_list("pk", flat=True).first()
        row.full_clean()
        row.save()
    log.record("tenders.steps_planned", by=by, thing=tender, public=True)


@transaction.atomic
def add_lot(*, tender: Tender, by: User, name: str, **fields) -> Lot:
    """One more lot. The first lot, made with the tender, takes a name of its own as soon as there are two."""
    tender = hold(tender, Step.DIALOGUE, Step.REQUEST)
    number = (tender.lots.aggregate(last=Max("number"))["last"] or 0) + 1
    lot = Lot(tender=tender, number=number, name=name, **fields)
    lot.full_clean()
    lot.save()
    log.record("tenders.lot_added", by=by, thing=lot, public=True)
    return lot


@transaction.atomic
def edit_lot(*, lot: Lot, by: User, **values) -> Lot:
    for name, value in values.items():
        setattr(lot, name, value)
    lot.full_clean()
    lot.save(update_fields=list(values))
    log.record("tenders.lot_edited", by=by, thing=lot, public=True)
    return lot


@transaction.atomic
def set_frame(*, tender: Tender, by: User, **values) -> Frame:
    """Write down a limit that the council set."""
    frame = Frame(tender=tender, **values)
    frame.full_clean()
    frame.save()
    log.record("tenders.frame_set", by=by, thing=frame, public=True)
    return frame


@transaction.atomic
def publish_tender(*, tender: Tender, by: User) -> Tender:
    """Make the tender public; its address never changes after this."""
    tender = hold(tender)
    if tender.published_at:
        return tender
    pass_gate(tender, Gate.PUBLISH_TENDER, by=by)
    tender.published_at = clock.now()
    tender.save(update_fields=["published_at"])
    log.record("tenders.tender_published", by=by, thing=tender, public=True)
    return tender


@transaction.atomic
def add_prior_document(*, tender: Tender, by: User, step: Step, title: str, file) -> PriorDocument:
    """A document of what went before the platform."""
    upload = store_upload(file, by=by, folder=f"{tender.folder()}/prior")
    document = PriorDocument.objects.create(tender=tender, step=step, title=title, upload=upload)
    log.record("tenders.prior_document_added", by=by, thing=document, public=True)
    return document


def _free_slug(title: str) -> str:
    base = slugify(title)[:70] or "traject"
    slug, number = base, 1
    while Tender.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{base}-{number}"
    return slug
