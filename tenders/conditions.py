"""Finished facts about the tender itself, for config/gates.py."""

from django.utils.translation import gettext_lazy as _

from tenders.gates import fact


@fact(_("Name one person that people can call, with a telephone number."), page="tenders:edit_tender#id_contact_person")
def contact_named(tender) -> bool:
    return bool(tender.contact_person and tender.contact_phone)
