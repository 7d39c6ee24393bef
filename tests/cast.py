"""The cast: the people of every test. Who they are says what they may."""

from dataclasses import dataclass, fields

from allauth.account.models import EmailAddress
from django.contrib.auth.models import AnonymousUser

from accounts.models import Membership, Municipality, Party, Role, RoleKind, User


@dataclass
class Cast:
    """Members by name. `visitor` is nobody in particular; `rival` acts for another party than `entrepreneur`."""

    visitor: AnonymousUser
    resident: User
    neighbour: User
    entrepreneur: User
    partner: User
    rival: User
    officer: User
    buyer: User
    lawyer: User
    mandate: User
    contract_manager: User
    guide: User
    council_member: User
    clerk: User
    area_manager: User
    community_worker: User
    administrator: User
    operator: User
    assessor: User
    other_assessor: User
    secretary: User
    stranger: User
    municipality: Municipality
    other_municipality: Municipality
    party: Party
    partner_party: Party
    rival_party: Party

    def people(self) -> dict[str, User]:
        """Every member that can act, the visitor too, by name."""
        found = {f.name: getattr(self, f.name) for f in fields(self)}
        return {name: one for name, one in found.items() if isinstance(one, User | AnonymousUser)}

    def fresh(self) -> "Cast":
        """Forget what was read of roles and involvements, as a new request does."""
        for person in self.people().values():
            if isinstance(person, User):
                person.forget_roles()
        return self


def make_cast() -> Cast:
    """The whole cast in the database, in two municipalities."""
    zwolle = Municipality.objects.create(
        name="Zwolle",
        slug="zwolle",
        code="GM0193",
        phone="14 038",
        desk="Stadskantoor",
        court="rechtbank Overijssel",
        population=130_000,
    )
    deventer = Municipality.objects.create(name="Deventer", slug="deventer", code="GM0150", phone="14 0570")
    people = {
        "resident": "Ria Bewoner",
        "neighbour": "Bert Buurman",
        "entrepreneur": "Samira Ondernemer",
        "partner": "Pim Partner",
        "rival": "Ronald Rivaal",
        "officer": "Marloes Beleid",
        "buyer": "Tarik Inkoop",
        "lawyer": "Femke Jurist",
        "mandate": "Wim Mandaat",
        "contract_manager": "Cora Contract",
        "guide": "Gijs Gids",
        "council_member": "Rachid Raad",
        "clerk": "Greet Griffie",
        "area_manager": "Wouter Wijk",
        "community_worker": "Oda Opbouw",
        "administrator": "Anja Beheer",
        "operator": "Otto Platform",
        "assessor": "Lena Lid",
        "other_assessor": "Cor Commissie",
        "secretary": "Ilse Secretaris",
        "stranger": "Dirk Deventer",
    }
    made = {key: User(email=f"{key}@example.nl", name=name) for key, name in people.items()}
    made["operator"].is_platform_operator = True
    for person in made.values():
        person.set_unusable_password()
    # As create_user does it, but all at once: every test begins with this.
    User.objects.bulk_create(made.values())
    EmailAddress.objects.bulk_create(EmailAddress(user=one, email=one.email, primary=True, verified=False) for one in made.values())
    roles = {
        "officer": RoleKind.POLICY_OFFICER,
        "buyer": RoleKind.PROCUREMENT_OFFICER,
        "lawyer": RoleKind.LEGAL_ADVISER,
        "mandate": RoleKind.MANDATE_HOLDER,
        "contract_manager": RoleKind.CONTRACT_MANAGER,
        "guide": RoleKind.PROCESS_GUIDE,
        "council_member": RoleKind.COUNCIL_MEMBER,
        "clerk": RoleKind.CLERK,
        "area_manager": RoleKind.AREA_MANAGER,
        "community_worker": RoleKind.COMMUNITY_WORKER,
        "administrator": RoleKind.ADMINISTRATOR,
        "secretary": RoleKind.POLICY_OFFICER,
    }
    held = [Role(user=made[key], municipality=zwolle, kind=kind) for key, kind in roles.items()]
    Role.objects.bulk_create([*held, Role(user=made["stranger"], municipality=deventer, kind=RoleKind.POLICY_OFFICER)])
    parties = {
        "party": ("Stichting De Werkplaats", "entrepreneur"),
        "partner_party": ("Bewonersgroep Assendorp", "partner"),
        "rival_party": ("Welzijn Groot", "rival"),
    }
    made |= {key: Party(name=name) for key, (name, _member) in parties.items()}
    Party.objects.bulk_create(made[key] for key in parties)
    Membership.objects.bulk_create(
        Membership(party=made[key], user=made[member], may_sign=True) for key, (_name, member) in parties.items()
    )
    return Cast(visitor=AnonymousUser(), municipality=zwolle, other_municipality=deventer, **made)
