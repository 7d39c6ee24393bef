"""The people, parties and municipalities of the demo as they stand in the database of a site, for what is made from outside it."""

from accounts.models import Municipality, Party, User
from portal.demo.accounts import ACCOUNTS, MUNICIPALITIES, OTHERS, PARTIES
from portal.demo.world import World


def world_of_site() -> World:
    people = {user.email: user for user in User.objects.all()}
    parties = {party.name: party for party in Party.objects.all()}
    return World(
        municipalities=Municipality.objects.in_bulk(list(MUNICIPALITIES), field_name="slug"),
        people={account.key: people[account.email] for account in (*ACCOUNTS, *OTHERS)},
        parties={key: parties[row[0]] for key, row in PARTIES.items()},
    )
