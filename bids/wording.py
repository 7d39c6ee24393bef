"""How the division and the budget of a bid read, in the language of now: in a draft, in its PDF, and after the opening."""

from django.utils.translation import gettext as _

from bids.forms import LeadRole
from bids.models import PartnerRole
from tenders.money import euro, percent


def division_text(partners: list[dict], lead_role: str, decision_rule: str) -> str:
    """Who takes part and what each one gets and does, as Markdown. A share that is not filled in is left out."""
    lines = [_partner(row) for row in partners]
    lead = dict(LeadRole.CHOICES).get(lead_role)
    if lead:
        lines += ["", _("What the lead partner does: %(what)s.") % {"what": str(lead).lower()}]
    if decision_rule:
        lines += ["", _("How they decide together:"), "", decision_rule]
    return "\n".join(lines)


def _partner(row: dict) -> str:
    words = {"party": row["name"], "role": PartnerRole(row["role"]).label}
    if row["hours"] is None:
        return _("- %(party)s (%(role)s)") % words
    words |= {"hours": percent(row["hours"])}
    if row["money"] is None:
        return _("- %(party)s (%(role)s): %(hours)s of the hours") % words
    words |= {"money": percent(row["money"])}
    return _("- %(party)s (%(role)s): %(money)s of the money, %(hours)s of the hours") % words


def budget_text(lines: list[dict], note: str) -> str:
    """The lines of a budget with their sum, as Markdown."""
    found = [f"- {row['what']}: {euro(row['amount'])}" for row in lines]
    if lines:
        found += ["", _("Together %(total)s in a year.") % {"total": euro(sum(row["amount"] for row in lines))}]
    return "\n".join([*found, *(["", note] if note else [])]).strip()
