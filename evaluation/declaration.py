"""What a member of the committee declares. Always in Dutch: it is kept with the seat, as it was agreed to."""

from tenders.models import Lot

_SENTENCES = (
    "Ik sta los van alle partijen die meedoen. Ik werk er niet, ik heb er geen geld in en geen familie.",
    "Ik beloof dat ik eerlijk lees en alle plannen langs dezelfde lat leg.",
    "Ik praat met niemand buiten de commissie over wat ik lees, ook niet na het besluit.",
    "Zoekt een partij contact met mij, dan meld ik dat meteen bij de secretaris.",
    "Merk ik dat ik toch een belang heb, dan stop ik met dit perceel en zeg ik waarom.",
)


def declaration(lot: Lot) -> tuple[str, ...]:
    """The sentences of the declaration of impartiality and secrecy for one lot."""
    return (f"Dit gaat over {lot.tender.title}, perceel {lot.number}: {lot.name}.", *_SENTENCES)


def declaration_text(lot: Lot) -> str:
    return "\n".join(declaration(lot))
