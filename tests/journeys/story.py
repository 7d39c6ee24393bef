"""The two stories of the journeys: what differs per track. People go by their key in portal/demo/accounts.py."""

from dataclasses import dataclass

from django.utils.text import slugify

from calls.models import Section
from tenders.routes import Route


@dataclass(frozen=True)
class Bidder:
    """Who bids on a lot: a party by its name, who acts for it, and the partner with whom it bids."""

    party: str
    person: str
    partner: str = ""
    partner_person: str = ""


@dataclass(frozen=True)
class Lot:
    """A lot, its money for a year in whole euros, who bids (the first is chosen), and who judges.

    `assessors` are (person, capacity): resident, target_group, officer or expert; the first is the chair.
    """

    number: int
    name: str
    budget: int
    bidders: tuple[Bidder, ...]
    assessors: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Criterion:
    name: str
    weight: int
    question: str
    asked: str


@dataclass(frozen=True)
class Clause:
    """A part of the request; `from_voice` says what of the resident's contribution stands in it."""

    section: Section
    title: str
    text: str
    lot: int | None = None
    from_voice: str = ""


@dataclass(frozen=True)
class Indicator:
    """How people will see that it works; `clause` is the title of the part that it belongs to."""

    name: str
    clause: str
    unit: str
    baseline: str
    target: str
    how: str


@dataclass(frozen=True)
class Story:
    """A tender from the first conversation to the first measurement."""

    municipality: str
    title: str
    summary: str
    route: Route
    lots: tuple[Lot, ...]
    # Who leads, who signs with her, who decides for the executive, who manages the contract.
    officer: str
    procurement: str
    signers: tuple[str, ...]
    mandate: str
    contract_manager: str
    guide: str
    secretary: str
    # The resident whose contribution becomes the thread, under this pseudonym; what she says, and its theme.
    voice: str
    pseudonym: str
    voice_says: str
    theme: str
    neighbour: str  # another resident: contributes by name, proposes other words
    writer_down: str  # writes down what somebody says at the table
    dot: str
    clauses: tuple[Clause, ...]
    criteria: tuple[Criterion, ...]
    indicators: tuple[Indicator, ...]
    # The words of the track, and what somebody can do who disagrees with the decision.
    bid: str
    decision: str
    against_it: str

    def at(self, page: str = "") -> str:
        """The address of a page of this tender: `story.at("beheer/")`."""
        return f"/trajecten/{slugify(self.title)}/{page}"

    def thread(self, number: int = 1) -> str:
        """The golden thread of a contribution; the first is that of `voice`."""
        return self.at(f"rode-draad/{number}/")


SUBSIDY = Story(
    municipality="zwolle",
    title="Een plek voor de dag",
    summary="Mensen zonder huis doen overdag iets waar zij zelf voor kiezen. De stad maakt er samen met hen plekken voor.",
    route=Route.SUBSIDY_TENDER,
    lots=(
        Lot(
            1,
            "Overdag in de binnenstad",
            260_000,
            bidders=(
                Bidder("Stichting De Werkbank", "samira", "Fietslab Holtenbroek", "pim"),
                Bidder("Vereniging Onderdak en Verder", "ronald"),
            ),
            assessors=(("henk", "resident"), ("cor", "target_group"), ("wouter", "officer")),
        ),
        Lot(
            2,
            "Avond en weekend",
            150_000,
            bidders=(Bidder("Stadszorg IJsseldelta", "elif"),),
            assessors=(("fatima", "resident"), ("willem", "target_group"), ("wouter", "officer")),
        ),
    ),
    officer="marloes",
    procurement="tarik",
    signers=("marloes", "tarik", "femke"),
    mandate="wim",
    contract_manager="cora",
    guide="gijs",
    secretary="ilse",
    voice="ria",
    pseudonym="Koolmees",
    voice_says="Mijn broer zit elke dag op dezelfde stoel. Hij was lasser. Geef hem iets te doen met zijn handen.",
    theme="Werk en leren",
    neighbour="henk",
    writer_down="oda",
    dot="In 2030 heeft iedereen zonder huis in Zwolle overdag iets te doen waar hij zelf voor kiest.",
    clauses=(
        Clause(
            Section.CHALLENGE,
            "Waar het om gaat",
            "Op een gewone dag komen **140 mensen** naar de dagopvang.\n\nZij willen iets doen.",
        ),
        Clause(
            Section.OUTCOME,
            "Overdag: zelf iets maken",
            "Van elke 100 bezoekers doen er 60 ten minste drie dagen per week iets waar zij zelf voor kozen.\n\n"
            "- Er is een plek met echt gereedschap.\n- De plek is op werkdagen open.",
            lot=1,
            from_voice="Zij vroeg om werk met de handen. Daarom staat er: echt gereedschap.",
        ),
        Clause(
            Section.OUTCOME,
            "De avond en het weekend",
            "Na vijf uur is er elke week ten minste vier keer iets te doen.",
            lot=2,
            from_voice="Ook na vijf uur is er iets te doen met de handen.",
        ),
        Clause(Section.MONEY, "Geld en looptijd", "Er is € 410.000 per jaar, drie jaar lang."),
        Clause(Section.PARTICIPANTS, "Wie kan meedoen", "Iedere organisatie en iedere groep bewoners. Samen mag ook."),
        Clause(Section.ASSESSMENT, "Hoe wij kiezen", "Een commissie met vooral bewoners en dak- en thuislozen leest en kiest."),
    ),
    criteria=(
        Criterion("Wat mensen doen", 60, "Kiezen mensen zelf wat zij doen?", "Beschrijf een gewone week."),
        Criterion("De buurt", 40, "Past het in de straat?", "Beschrijf hoe u met de buren omgaat."),
    ),
    indicators=(
        Indicator("Drie dagen per week bezig", "Overdag: zelf iets maken", "van elke 100", "22", "60", "Een telling op de vloer."),
        Indicator("Avonden met iets te doen", "De avond en het weekend", "per week", "1", "4", "Het rooster van de week."),
    ),
    bid="aanvraag",
    decision="beschikking",
    against_it="Wie het niet eens is, kan bezwaar maken",
)

CONTRACT = Story(
    municipality="eindhoven",
    title="Een deur die open staat",
    summary="Bewoners en makers zorgen samen dat iedereen in Woensel bij iemand terechtkan.",
    route=Route.SAS,
    lots=(
        Lot(
            1,
            "Woensel",
            920_000,
            bidders=(Bidder("Coöperatie Buurtkracht Woensel", "noor"), Bidder("Het Schakelpunt", "bram")),
            assessors=(("amal", "resident"), ("giel", "resident"), ("ruud", "officer")),
        ),
    ),
    officer="sanne",
    procurement="joost",
    signers=("sanne", "joost"),
    mandate="hanneke",
    contract_manager="sanne",
    guide="sanne",
    secretary="sanne",
    voice="lena",
    pseudonym="Merel",
    voice_says="In mijn flat groet niemand. Ik wil een plek beneden waar de koffie klaarstaat, ook op zondag.",
    theme="Elkaar ontmoeten",
    neighbour="joke",
    writer_down="sanne",
    dot="In 2030 kent iedereen in Woensel drie mensen bij wie hij kan aanbellen.",
    clauses=(
        Clause(
            Section.CHALLENGE,
            "Waar het om gaat",
            "In Woensel wonen **103.000 mensen**.\n\nVan elke tien zegt er één: ik ken niemand.",
        ),
        Clause(
            Section.OUTCOME,
            "Een deur die open staat",
            "Van elke 100 bewoners kennen er 70 iemand bij wie zij kunnen aanbellen.\n\n"
            "- Er is in elke buurt een plek waar de koffie klaarstaat.\n- De plek is op werkdagen open.",
            from_voice="Zij vroeg om koffie beneden in de flat. Die plek staat er nu in.",
        ),
        Clause(Section.MONEY, "Geld en looptijd", "Er is € 920.000 per jaar, vier jaar lang."),
        Clause(Section.PARTICIPANTS, "Wie kan meedoen", "Iedere organisatie met of zonder winst. Samen mag ook."),
        Clause(Section.ASSESSMENT, "Hoe wij kiezen", "Een commissie met vooral bewoners leest en kiest."),
    ),
    criteria=(
        Criterion("De plek", 70, "Staat de deur echt open?", "Beschrijf een gewone dag op de plek."),
        Criterion("Samen met bewoners", 30, "Beslissen bewoners mee?", "Beschrijf wie waarover beslist."),
    ),
    indicators=(
        Indicator("Iemand om bij aan te bellen", "Een deur die open staat", "van elke 100", "55", "70", "Een vraag aan de deur."),
    ),
    bid="inschrijving",
    decision="gunningsbeslissing",
    against_it="Wie het niet eens is, kan naar de rechter",
)
