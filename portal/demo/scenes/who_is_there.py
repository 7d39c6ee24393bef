"""Who is there around the tender of Zwolle, as its process guide draws it at the end of the dialogue."""

from areas.models import Area
from coalitions import actions
from coalitions.models import Stakeholder
from portal.demo.scenes import together_texts as texts
from portal.demo.scenes.together import member_of
from portal.demo.world import World


def play(world: World) -> None:
    """The guide draws who is there: nobody looks from outside, and of housing it is said why it is not needed."""
    tender, gijs = world.tender("zwolle"), world.person("gijs")
    rows: dict[str, Stakeholder] = {}
    with world.at("2024-05-07 10:00"):
        for key, (kind, name, role, strengths, areas, party, agreed_by) in texts.ZWOLLE_MAP.items():
            said = {"name": name, "kind": kind, "role": role, "strengths": strengths, "party": party, "agreed_by": agreed_by}
            where = Area.objects.filter(municipality=tender.municipality, name__in=areas)
            rows[key] = actions.add_stakeholder(tender=tender, by=gijs, areas=where, **said)
        for one, other, kind, note in texts.ZWOLLE_TIES:
            actions.add_tie(stakeholder=rows[one], by=gijs, other=rows[other], kind=kind, note=note)
        kind, reason = texts.ZWOLLE_WAIVED
        actions.waive_kind(tender=tender, by=gijs, kind=kind, reason=reason)
    with world.at("2024-05-08 19:00"):
        for key in texts.ZWOLLE_YES:
            actions.agree_to_show(stakeholder=rows[key], by=member_of(world.parties[key]), agrees=True)
