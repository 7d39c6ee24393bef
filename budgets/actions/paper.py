"""Paper: printing blank forms with their codes, typing in a stack of filled-in ones, setting aside what does not count, and
taking back what was a mistake."""

import datetime as dt
import secrets

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import User
from budgets.actions.budgets import hold
from budgets.actions.divisions import keep_as_written, write_shares
from budgets.models import Aside, Budget, Channel, Division, Sheet, Stack
from events import clock, log
from tenders.codes import hash_code
from tenders.money import euro_on_page
from tenders.refusal import Refused


@transaction.atomic
def print_sheets(*, budget: Budget, by: User, codes: list[str]) -> list[Sheet]:
    """A numbered form for each code; of the codes only the hashes are kept. The same codes once more are the same forms."""
    budget = hold(budget)
    hashes = [hash_code(code) for code in codes]
    if found := list(Sheet.objects.filter(budget=budget, code_hash__in=hashes)):
        return sorted(found, key=lambda sheet: hashes.index(sheet.code_hash))
    last = budget.sheets.aggregate(last=Max("number"))["last"] or 0
    made = Sheet.objects.bulk_create(
        Sheet(budget=budget, number=number, code_hash=code_hash, printed_by=by, printed_on=clock.today())
        for number, code_hash in enumerate(hashes, start=last + 1)
    )
    log.record("budgets.sheets_printed", by=by, thing=budget, sheets=len(made))
    return made


@transaction.atomic
def begin_stack(*, budget: Budget, by: User, channel: Channel, divided_on: dt.date) -> Stack:
    """A sitting in which forms are typed in that were filled in while people could divide."""
    budget = hold(budget)
    _refuse_counted(budget)
    if divided_on > clock.today():
        raise Refused({"divided_on": _("This day is still to come. When were they filled in?")})
    if not budget.opens_on <= divided_on <= budget.last_day:
        raise Refused({"divided_on": _("On this day nobody could divide. Look once more at the forms.")})
    stack = Stack.objects.create(budget=budget, by=by, channel=channel, divided_on=divided_on, begun_at=clock.now())
    log.record("budgets.stack_begun", by=by, thing=stack)
    return stack


@transaction.atomic
def type_form(*, stack: Stack, by: User, code: str, amounts: dict[int, int], sheet: int | None = None) -> Division:
    """One form as its writer filled it in. With the number of a printed `sheet` the code on its slip leads to it."""
    budget = hold(stack.budget)
    made, is_new = _enter(stack, budget, code, sheet)
    if is_new:
        write_shares(made, budget, amounts)
        log.record("budgets.form_typed", by=by, thing=budget, public=True)
    return made


@transaction.atomic
def set_form_aside(
    *, stack: Stack, by: User, code: str, kind: Aside, amounts: dict[int, int], because: str = "", sheet: int | None = None
) -> Division:
    """A form that came in and does not count, kept with what stands on it. Its code leads to why, in the words of `because` too."""
    budget, because = hold(stack.budget), because.strip()
    _refuse_without_ground(budget, kind, sum(amounts.values()), because)
    aside = {"set_aside": kind, "withdrawn_at": clock.now(), "withdrawn_because": because}
    made, is_new = _enter(stack, budget, code, sheet, **aside)
    if is_new:
        keep_as_written(made, budget, amounts)
        log.record("budgets.form_set_aside", by=by, thing=budget, public=True, reason=because)
    return made


@transaction.atomic
def take_back_form(*, stack: Stack, number: int, by: User) -> Division:
    """Take back what was typed or set aside by mistake, in the same sitting. It counts nowhere; the form can be typed again.

    Taking it back twice changes nothing.
    """
    budget = hold(stack.budget)
    _refuse_counted(budget)
    made = stack.forms.filter(number=number).first()
    if made is None:
        raise Refused(_("This form does not belong to this stack."))
    if made.withdrawn_at and not made.set_aside:
        return made
    if not stack.is_open:
        raise Refused(_("This sitting is over, so this form stays."), code="over")
    made.withdrawn_at, made.withdrawn_because, made.set_aside = clock.now(), _("Typed by mistake"), ""
    made.code_hash = hash_code(secrets.token_hex())  # the code is on paper, and leads to what is typed next
    made.save(update_fields=["withdrawn_at", "withdrawn_because", "set_aside", "code_hash"])
    Sheet.objects.filter(division=made).update(division=None)
    log.record("budgets.form_taken_back", by=by, thing=budget, public=True)
    return made


def _enter(stack: Stack, budget: Budget, code: str, sheet: int | None, **fields) -> tuple[Division, bool]:
    """The next form of the stack, without its amounts, and True; what was made with this code already, and False."""
    _refuse_counted(budget)
    printed = _sheet_for(budget, sheet) if sheet else None
    code_hash = printed.code_hash if printed else hash_code(code)
    if found := Division.objects.filter(budget=budget, code_hash=code_hash).first():
        return found, False
    number = (stack.forms.aggregate(last=Max("number"))["last"] or 0) + 1
    shared = {"channel": stack.channel, "stack": stack, "divided_on": stack.divided_on}
    made = Division.objects.create(budget=budget, number=number, code_hash=code_hash, **shared, **fields)
    if printed:
        printed.division = made
        printed.save(update_fields=["division"])
    return made, True


def _sheet_for(budget: Budget, number: int) -> Sheet:
    sheet = Sheet.objects.filter(budget=budget, number=number).select_related("division").first()
    if sheet is None:
        raise Refused({"sheet": _("No form with this number was printed. Look once more at the top of the form.")})
    if sheet.division_id and sheet.division.set_aside:
        raise Refused({"sheet": _("Form %(number)d was set aside already.") % {"number": number}})
    if sheet.division_id:
        raise Refused({"sheet": _("Form %(number)d was typed in already.") % {"number": number}})
    return sheet


def _refuse_without_ground(budget: Budget, kind: Aside, total: int, because: str) -> None:
    """That a form is above the amount follows from what stands on it; another reason is said in words."""
    if kind == Aside.TOO_MUCH and total <= budget.ceiling:
        says = _("Together this is %(total)s. That is not more than %(ceiling)s. Type what stands on it, or say another reason.")
        raise Refused(says % {"total": euro_on_page(total), "ceiling": euro_on_page(budget.ceiling)}, code="within")
    if kind == Aside.OTHERWISE and not because:
        raise Refused({"because": _("Say in one sentence why this form does not count. Who filled it in reads this.")})


def _refuse_counted(budget: Budget) -> None:
    if not budget.takes_paper:
        raise Refused(_("The day until which forms are typed in is over."), code="counted")
