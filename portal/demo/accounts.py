"""Everybody in the demo. Municipalities are real; persons and parties are invented, and no real organisation is ever scored."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from accounts.models import RoleKind
from accounts.models.party import PartyKind

DOMAIN = "demo.example"


@dataclass(frozen=True)
class Account:
    """Somebody who can be, with one click: short name, full name, who it is, and what is worth trying as this person."""

    key: str
    name: str
    who: str = ""
    try_this: str = ""

    @property
    def email(self) -> str:
        return f"{self.key}@{DOMAIN}"


# slug: (name, CBS code, inhabitants, telephone, desk, court)
MUNICIPALITIES = {
    "zwolle": ("Zwolle", "GM0193", 133_000, "14 038", "Stadskantoor, Lübeckplein 2", "rechtbank Overijssel"),
    "eindhoven": ("Eindhoven", "GM0772", 246_000, "14 040", "Inwonersplein, Stadhuisplein 1", "rechtbank Oost-Brabant"),
    "deventer": ("Deventer", "GM0150", 103_000, "14 0570", "Stadhuis, Grote Kerkhof 1", "rechtbank Overijssel"),
    "zeist": ("Zeist", "GM0355", 67_000, "14 030", "Gemeentehuis, Het Rond 1", "rechtbank Midden-Nederland"),
    "leudal": ("Leudal", "GM1640", 36_000, "(0475) 85 90 00", "Leudalplein 1, Heythuysen", "rechtbank Limburg"),
    "zaanstad": ("Zaanstad", "GM0479", 160_000, "14 075", "Stadhuisplein 100, Zaandam", "rechtbank Noord-Holland"),
    "arnhem": ("Arnhem", "GM0202", 167_000, "14 026", "Stadhuis, Koningstraat 38", "rechtbank Gelderland"),
    "oude-ijsselstreek": (
        "Oude IJsselstreek",
        "GM1509",
        39_700,
        "0315 29 22 92",
        "Gemeentehuis, Staringstraat 25, Gendringen",
        "rechtbank Gelderland",
    ),
    "borger-odoorn": (
        "Borger-Odoorn",
        "GM1681",
        25_800,
        "14 0591",
        "Gemeentehuis, Hoofdstraat 50, Exloo",
        "rechtbank Noord-Nederland",
    ),
    "rotterdam": ("Rotterdam", "GM0599", 672_000, "14 010", "Stadhuis, Coolsingel 40", "rechtbank Rotterdam"),
    "amsterdam": ("Amsterdam", "GM0363", 931_000, "14 020", "Stadhuis, Amstel 1", "rechtbank Amsterdam"),
    "utrecht": ("Utrecht", "GM0344", 376_000, "14 030", "Stadskantoor, Stadsplateau 1", "rechtbank Midden-Nederland"),
}

# The cast that /demo/ offers.
ACCOUNTS = (
    Account(
        "marloes",
        "Marloes de Graaf",
        _("Policy officer in Zwolle"),
        _("Answer a contribution, write the request, move a tender on."),
    ),
    Account(
        "tarik", "Tarik Bouali", _("Procurement officer in Zwolle"), _("Sign a choice of route, open bids together with Marloes.")
    ),
    Account("femke", "Femke Aalbers", _("Legal adviser in Zwolle"), _("Look at the rules behind a route.")),
    Account("wim", "Wim Terpstra", _("Decides for the executive of Zwolle"), _("Approve a decision and sign a contract.")),
    Account("cora", "Cora Visser", _("Contract manager in Zwolle"), _("Follow the agreements and what is measured.")),
    Account("gijs", "Gijs Hofman", _("Process guide in Zwolle"), _("Guide a dialogue without a say in its content.")),
    Account("ilse", "Ilse Kuipers", _("Secretary of the committee in Zwolle"), _("See how a ranking came to be.")),
    Account("anja", "Anja Smit", _("Administrator of Zwolle"), _("Give somebody a role, read the log.")),
    Account("rachid", "Rachid el Amrani", _("Council member in Zwolle"), _("Follow each step.")),
    Account(
        "barend",
        "Barend Tolsma",
        _("Council member in Zeist"),
        _("Read what the theme groups propose and what the council decided."),
    ),
    Account("oda", "Oda Wessels", _("Community worker in Zwolle"), _("Write down what somebody says at the table.")),
    Account("sanne", "Sanne Verhoeven", _("Policy officer in Eindhoven"), _("Three tenders wait in different steps.")),
    Account("joost", "Joost Claessen", _("Procurement officer in Eindhoven"), _("Choose a route and sign.")),
    Account("hanneke", "Hanneke Smulders", _("Decides for the executive of Eindhoven"), _("Approve what another made.")),
    Account("mirjam", "Mirjam Bos", _("Policy officer in Utrecht"), _("See who is missing, and take a pilot to a next area.")),
    Account(
        "sylke", "Sylke van der Meer", _("Policy officer in Amsterdam"), _("Lay tasks on a board, let a neighbourhood decide.")
    ),
    Account("mieke", "Mieke Janssen", _("Policy officer in Leudal"), _("Take in a list, see what ends, tell what may stop.")),
    Account("tine", "Tine Peeters", _("Jeugd en Wijk in Leudal"), _("Say what stopping asks of your organisation.")),
    Account(
        "wilma", "Wilma Kranendonk", _("Jeugdhaven Rijnmond in Rotterdam"), _("Read what may stop, and what that asks in time.")
    ),
    Account("hester", "Hester Blom", _("Policy officer in Utrecht"), _("Type in a stack of paper forms, print blank ones.")),
    Account(
        "nadia",
        "Nadia Benali",
        _("Volunteer of Stichting Over de Drempel in Utrecht"),
        _("Write down what somebody said to you."),
    ),
    Account(
        "meike",
        "Meike Oosterhof",
        _("Community worker in Deventer"),
        _("Write down in a minute what somebody begins in the street."),
    ),
    Account("samira", "Samira Haddad", _("Social entrepreneur, De Werkbank in Zwolle"), _("Report a measurement on your phone.")),
    Account("noor", "Noor Willems", _("Social entrepreneur, Buurtkracht in Eindhoven"), _("Read what you handed in.")),
    Account("ria", "Ria Pot", _("Resident of Zwolle"), _("Follow what became of what you said.")),
    Account("lena", "Lena Maas", _("Resident of Eindhoven, in the committee"), _("Judge three plans.")),
    Account("otto", "Otto de Beer", _("Operator of the platform"), _("Add a municipality. You see no secrets.")),
)

# People that stories need, who are not offered in /demo/.
OTHERS = (
    Account("greet", "Greet Zandbergen"),
    Account("daan", "Daan Wassink"),
    Account("nelleke", "Nelleke Kat"),
    Account("marja", "Marja Evers"),
    Account("theo", "Theo Wissink"),
    Account("geesje", "Geesje Hadders"),
    Account("jamila", "Jamila Benali"),
    Account("wouter", "Wouter Kok"),
    Account("henk", "Henk Dijkstra"),
    Account("cor", "Cor Mulder"),
    Account("fatima", "Fatima Yilmaz"),
    Account("dirk", "Dirk Brouwer"),
    Account("yusuf", "Yusuf Demir"),
    Account("annie", "Annie Schipper"),
    Account("bea", "Bea van Dam"),
    Account("karel", "Karel Postma"),
    Account("tess", "Tess Bakker"),
    Account("willem", "Willem Kamp"),
    Account("joke", "Joke Peters"),
    Account("amal", "Amal Osman"),
    Account("ruud", "Ruud van Lierop"),
    Account("giel", "Giel Hendriks"),
    Account("pim", "Pim de Wit"),
    Account("ronald", "Ronald Stevens"),
    Account("elif", "Elif Kaya"),
    Account("bram", "Bram Jansen"),
    Account("marit", "Marit Kuijpers"),
    Account("thijs", "Thijs van Gool"),
    Account("loes", "Loes Aarts"),
    Account("hilde", "Hilde Vermeer"),
    Account("maarten", "Maarten Roos"),
    Account("ellen", "Ellen Kuiper"),
    Account("tineke", "Tineke Boon"),
    Account("corrie", "Corrie van Beek"),
    Account("stijn", "Stijn Verbeek"),
    Account("frans", "Frans Geelen"),
    Account("nelly", "Nelly Hoeijmakers"),
    Account("jet", "Jet Cremers"),
    Account("hilda", "Hilda Boelens"),
    Account("jannes", "Jannes Kuiper"),
    Account("geert", "Geert Alberts"),
    Account("trijntje", "Trijntje Boer"),
    Account("ineke", "Ineke Vroom"),
    Account("koos", "Koos Verhage"),
    Account("hugo", "Hugo Lems"),
    Account("gonnie", "Gonnie Heezen"),
    Account("zofia", "Zofia Lis"),
    Account("bennie", "Bennie Wolterink"),
    Account("dunja", "Dunja Marković"),
    Account("farid", "Farid Aziz"),
)

# (person, municipality, role)
ROLES = (
    ("marloes", "zwolle", RoleKind.POLICY_OFFICER),
    ("tarik", "zwolle", RoleKind.PROCUREMENT_OFFICER),
    ("femke", "zwolle", RoleKind.LEGAL_ADVISER),
    ("wim", "zwolle", RoleKind.MANDATE_HOLDER),
    ("cora", "zwolle", RoleKind.CONTRACT_MANAGER),
    ("gijs", "zwolle", RoleKind.PROCESS_GUIDE),
    ("ilse", "zwolle", RoleKind.POLICY_OFFICER),
    ("anja", "zwolle", RoleKind.ADMINISTRATOR),
    ("rachid", "zwolle", RoleKind.COUNCIL_MEMBER),
    ("greet", "zwolle", RoleKind.CLERK),
    ("wouter", "zwolle", RoleKind.AREA_MANAGER),
    ("oda", "zwolle", RoleKind.COMMUNITY_WORKER),
    ("meike", "deventer", RoleKind.COMMUNITY_WORKER),
    ("daan", "deventer", RoleKind.POLICY_OFFICER),
    ("nelleke", "zaanstad", RoleKind.POLICY_OFFICER),
    ("marja", "arnhem", RoleKind.POLICY_OFFICER),
    ("theo", "oude-ijsselstreek", RoleKind.POLICY_OFFICER),
    ("gonnie", "oude-ijsselstreek", RoleKind.CLERK),
    ("geesje", "borger-odoorn", RoleKind.POLICY_OFFICER),
    ("sanne", "eindhoven", RoleKind.POLICY_OFFICER),
    ("joost", "eindhoven", RoleKind.PROCUREMENT_OFFICER),
    ("hanneke", "eindhoven", RoleKind.MANDATE_HOLDER),
    ("loes", "eindhoven", RoleKind.ADMINISTRATOR),
    ("mirjam", "utrecht", RoleKind.POLICY_OFFICER),
    ("sylke", "amsterdam", RoleKind.POLICY_OFFICER),
    ("ruud", "eindhoven", RoleKind.POLICY_OFFICER),
    ("hilde", "zeist", RoleKind.POLICY_OFFICER),
    ("maarten", "zeist", RoleKind.PROCESS_GUIDE),
    ("ellen", "zeist", RoleKind.PROCESS_GUIDE),
    ("tineke", "zeist", RoleKind.CLERK),
    ("barend", "zeist", RoleKind.COUNCIL_MEMBER),
    ("mieke", "leudal", RoleKind.POLICY_OFFICER),
    ("stijn", "arnhem", RoleKind.POLICY_OFFICER),
    ("hester", "utrecht", RoleKind.POLICY_OFFICER),
    ("hilda", "borger-odoorn", RoleKind.POLICY_OFFICER),
    ("jannes", "borger-odoorn", RoleKind.PROCUREMENT_OFFICER),
    ("ineke", "rotterdam", RoleKind.POLICY_OFFICER),
    ("koos", "rotterdam", RoleKind.PROCUREMENT_OFFICER),
    ("hugo", "rotterdam", RoleKind.LEGAL_ADVISER),
)

# short name: (name, kind, place, its people; the first may sign)
PARTIES = {
    "werkbank": ("Stichting De Werkbank", PartyKind.SOCIAL_ENTREPRENEUR, "Zwolle", ("samira",)),
    "fietslab": ("Fietslab Holtenbroek", PartyKind.SOCIAL_ENTREPRENEUR, "Zwolle", ("pim",)),
    "avondtafel": ("Bewonersgroep De Avondtafel", PartyKind.RESIDENTS, "Zwolle", ("annie",)),
    "onderdak": ("Vereniging Onderdak en Verder", PartyKind.WELFARE, "Zwolle", ("ronald",)),
    "stadszorg": ("Stadszorg IJsseldelta", PartyKind.WELFARE, "Zwolle", ("elif",)),
    "straattafel": ("De Straattafel", PartyKind.SOCIAL_ENTREPRENEUR, "Arnhem", ("jamila",)),
    "buurtkracht": ("Coöperatie Buurtkracht Woensel", PartyKind.SOCIAL_ENTREPRENEUR, "Eindhoven", ("noor",)),
    "schakelpunt": ("Het Schakelpunt", PartyKind.WELFARE, "Eindhoven", ("bram",)),
    "zorgbreed": ("ZorgBreed Zuid", PartyKind.WELFARE, "Eindhoven", ("marit",)),
    "jeugdwijk": ("Jeugd en Wijk Midden-Limburg", PartyKind.WELFARE, "Heythuysen", ("tine",)),
    "samenjong": ("Stichting Samen Jong", PartyKind.WELFARE, "Haelen", ("frans",)),
    "dekei": ("Jongerenhuis De Kei", PartyKind.RESIDENTS, "Roggel", ("nelly",)),
    "jeugdhaven": ("Jeugdhaven Rijnmond", PartyKind.WELFARE, "Rotterdam", ("wilma",)),
    "gezinswijs": ("Stichting Gezinswijs", PartyKind.WELFARE, "Rotterdam", ("dunja",)),
    "opvoedplein": ("Het Opvoedplein", PartyKind.VOLUNTEERS, "Rotterdam", ("farid",)),
    "achterom": ("Buurtkeuken Achterom", PartyKind.VOLUNTEERS, "Deventer", ("zofia",)),
    "drempel": ("Stichting Over de Drempel", PartyKind.VOLUNTEERS, "Utrecht", ("nadia",)),
    "klusclub": ("Klusclub Tongelre", PartyKind.VOLUNTEERS, "Eindhoven", ("thijs",)),
}
