"""A coalition and its terms: each partner joins itself and signs a version off; every change asks all again."""

import pytest
from django.urls import reverse

from accounts.actions import change_settings
from coalitions import actions
from coalitions.division import division, unequal
from coalitions.models import Coalition, LeadKind, Member, SignOff, Terms
from events.models import Event
from tenders.refusal import Changed, Refused
from tests import make


@pytest.fixture
def met(cast):
    ours = make.listing(cast, offers=("place",), seeks=("hands",))
    return make.introduction(ours, make.listing(cast, cast.partner_party, offers=("hands",)), answer="yes")


@pytest.fixture
def four(cast, met):
    """A coalition of four parties, each with a member of its own."""
    return make.coalition(met, others=[cast.rival_party, make.party("Fietslab")])


def address(name: str, thing, *more) -> str:
    return reverse(f"coalitions:{name}", args=[thing.public_id, *more])


def people_of(coalition) -> list:
    return [(one.party, one.party.memberships.get().user) for one in coalition.partners()]


def form(coalition, *, incomes=("25", "25", "25", "25"), hours=("8", "8", "8", "8"), after=0, **fields) -> dict:
    partners = coalition.partners()
    shares = {f"income_{one.party.public_id}": income for one, income in zip(partners, incomes, strict=True)}
    shares |= {f"hours_{one.party.public_id}": hour for one, hour in zip(partners, hours, strict=True)}
    values = {"lead": partners[0].party_id, "lead_kind": "facilitating", "decision_rule": "Ieder heeft één stem.", "after": after}
    return {**shares, **values, "once": "a", **fields}


def shares(coalition, *rows) -> dict:
    return {one.party_id: row for one, row in zip(coalition.partners(), rows, strict=True)}


def write(coalition, by, *, after=0, rule="Ieder heeft één stem.", rows=((2500, 8),) * 4) -> Terms:
    lead = coalition.partners()[0].party
    return actions.write_terms(
        coalition=coalition,
        by=by,
        after=after,
        decision_rule=rule,
        lead=lead,
        lead_kind=LeadKind.FACILITATING,
        shares=shares(coalition, *rows),
    )


def sign_all(coalition, terms) -> None:
    for party, person in people_of(coalition):
        actions.sign_terms(coalition=coalition, by=person, party=party, content_sha256=terms.content_sha256)


def test_who_met_begin_and_the_other_joins_itself(cast, client_of, met):
    client_of(cast.entrepreneur).post(address("begin_coalition", met), {"name": "Overdag samen", "once": "a"})
    coalition = Coalition.objects.for_page().get()
    assert [one.party for one in coalition.partners()] == [cast.party]
    assert client_of(cast.partner).get(coalition.get_absolute_url()).status_code == 404
    [member] = coalition.invited()
    page = client_of(cast.partner).get(address("join_coalition", member)).content.decode()
    assert "Doet Bewonersgroep Assendorp mee in “Overdag samen”?" in page
    client_of(cast.partner).post(address("join_coalition", member), {"once": "b"})
    assert client_of(cast.partner).get(coalition.get_absolute_url()).status_code == 200


def test_without_two_times_yes_nobody_begins(cast, client_of, met):
    met.answer, met.answered_at = "", None
    met.save()
    assert client_of(cast.entrepreneur).post(address("begin_coalition", met), {"name": "X", "once": "a"}).status_code == 403
    with pytest.raises(Refused):
        actions.begin_coalition(introduction=met, by=cast.entrepreneur, name="X")


def test_a_coalition_is_there_for_its_own_parties_alone(cast, client_of, met):
    coalition = make.coalition(met)
    terms = make.terms(coalition, signed=[cast.party])
    pages = [address(name, coalition) for name in ("show_coalition", "invite_member", "write_terms", "sign_terms")]
    pages.append(address("show_terms", coalition, terms.number))
    for person in (cast.rival, cast.officer, cast.administrator, cast.mandate):
        assert {client_of(person).get(page).status_code for page in pages} == {404}
        assert list(Coalition.objects.visible_to(person)) == []
    assert {client_of(cast.visitor).get(page).status_code for page in pages} <= {302, 403}
    assert set(Event.objects.values_list("tender_id", "municipality_id")) <= {(None, None)}


def test_an_invited_party_sees_who_asks_and_nothing_of_the_terms(cast, client_of, four):
    make.terms(four, incomes=(2500,) * 4, hours=(8,) * 4, decision_rule="Geheime regel.")
    invited = actions.invite_member(coalition=four, by=cast.entrepreneur, name=make.party("Stadskeuken").name)
    client = client_of(invited.party.memberships.get().user)
    page = client.get(address("join_coalition", invited)).content.decode()
    assert ("Samira Ondernemer vraagt u." in page, "Geheime regel." in page) == (True, False)
    assert client.get(four.get_absolute_url()).status_code == 404
    client.post(address("leave_coalition", invited), {"reason": "Geen tijd.", "once": "a"})
    assert client.get(address("join_coalition", invited)).status_code == 404
    assert "Geen tijd." in client_of(cast.entrepreneur).get(four.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Vul in welke partij u vraagt."),
        (
            "Bestaat Niet",
            "Wij kennen deze partij niet. Vraag of zij zich eerst op Meerwaarde inschrijft, of kijk hoe u de naam schrijft.",
        ),
        ("Welzijn Groot", "Deze partij doet al mee, of is al gevraagd."),
    ],
)
def test_who_cannot_be_asked_is_told_beside_the_name(cast, client_of, four, name, sentence):
    page = client_of(cast.entrepreneur).post(address("invite_member", four), {"name": name, "once": "a"})
    assert page.context["form"].errors["name"] == [sentence]


def test_every_partner_signs_off_and_with_the_last_one_the_terms_hold(cast, client_of, four):
    answer = client_of(cast.rival).post(address("write_terms", four), form(four, incomes=("33,34", "33,33", "33,33", "0")))
    assert answer.status_code == 302
    terms = Terms.objects.get()
    assert (terms.number, terms.lead_kind, len(terms.content_sha256)) == (1, "facilitating", 64)
    for number, (party, person) in enumerate(people_of(four), start=1):
        assert (terms.sign_offs.count(), terms.agreed_at) == (number - 1, None)
        sent = {"party": party.pk, "content_sha256": terms.content_sha256, "once": str(number)}
        assert client_of(person).post(address("sign_terms", four), sent).status_code == 302
        terms.refresh_from_db()
    signed = list(SignOff.objects.order_by("terms").values_list("terms__number", "content_sha256").distinct())
    assert (terms.agreed_at is not None, signed) == (True, [(1, terms.content_sha256)])
    page = client_of(cast.partner).get(four.get_absolute_url()).content.decode()
    assert ("Iedereen is akkoord" in page, "Gaat u akkoord?" in page) == (True, False)
    assert Event.objects.filter(name="coalitions.terms_agreed").count() == 1


@pytest.mark.parametrize(
    "change",
    [
        {"rule": "De penvoerder beslist."},
        {"rows": ((2501, 8), (2499, 8), (2500, 8), (2500, 8))},
        {"rows": ((2500, 9), (2500, 8), (2500, 8), (2500, 8))},
    ],
)
def test_any_change_asks_all_of_them_again_and_the_old_version_stays(cast, client_of, four, change):
    first = write(four, cast.entrepreneur)
    sign_all(four, first)
    second = write(four, cast.partner, after=1, **change)
    assert (second.number, second.sign_offs.count(), second.agreed_at) == (2, 0, None)
    assert second.content_sha256 != first.content_sha256
    page = client_of(cast.entrepreneur).get(four.get_absolute_url()).content.decode()
    assert ("Nog niet iedereen is akkoord" in page, page.count("Nog niet</span>") or page.count("Nog niet")) != (False, 0)
    with pytest.raises(Changed):
        actions.sign_terms(coalition=four, by=cast.rival, party=cast.rival_party, content_sha256=first.content_sha256)
    earlier = client_of(cast.rival).get(address("show_terms", four, 1)).content.decode()
    assert ("Ieder heeft één stem." in earlier, earlier.count("Akkoord")) == (True, 4)


def test_the_same_terms_again_ask_nobody_and_going_back_to_them_asks_all(cast, four):
    first = write(four, cast.entrepreneur)
    sign_all(four, first)
    assert write(four, cast.partner, after=1).pk == first.pk
    write(four, cast.partner, after=1, rule="Anders.")
    back = write(four, cast.partner, after=2)
    assert (back.number, back.sign_offs.count(), back.content_sha256 == first.content_sha256) == (3, 0, False)


def test_two_who_write_at_once_do_not_overwrite_each_other(cast, client_of, four):
    write(four, cast.entrepreneur)
    late = client_of(cast.partner).post(address("write_terms", four), form(four, decision_rule="Mijn eigen regel.", after=0))
    assert "Een partner veranderde de afspraken terwijl u schreef." in late.content.decode()
    assert "Mijn eigen regel." in late.content.decode()
    again = form(four, decision_rule="Mijn eigen regel.", after=late.context["form"]["after"].value(), once="b")
    assert client_of(cast.partner).post(address("write_terms", four), again).status_code == 302
    assert list(Terms.objects.values_list("number", flat=True)) == [2, 1]


def test_who_joins_or_leaves_makes_the_terms_go_away_until_they_are_written_again(cast, client_of, four):
    terms = write(four, cast.entrepreneur)
    sign_all(four, terms)
    place = Member.objects.get(coalition=four, party=cast.rival_party)
    client_of(cast.rival).post(address("leave_coalition", place), {"reason": "Te druk.", "once": "a"})
    page = client_of(cast.partner).get(four.get_absolute_url()).content.decode()
    assert ("Er doen nu andere partijen mee." in page, "Iedereen is akkoord" in page) == (True, False)
    assert client_of(cast.rival).get(four.get_absolute_url()).status_code == 404
    three = Coalition.objects.for_page().get(pk=four.pk)
    with pytest.raises(Refused):
        actions.sign_terms(coalition=three, by=cast.partner, party=cast.partner_party, content_sha256=terms.content_sha256)
    again = write(three, cast.partner, after=1, rows=((3334, 8), (3333, 8), (3333, 8)))
    sign_all(three, again)
    assert Terms.objects.get(number=2).agreed_at is not None


def test_who_stopped_and_comes_back_brings_no_old_agreement_along(cast, client_of, four):
    terms = write(four, cast.entrepreneur)
    sign_all(four, terms)
    place = Member.objects.get(coalition=four, party=cast.rival_party)
    actions.leave_coalition(member=place, by=cast.rival, reason="Wij zijn het er niet meer mee eens.")
    again = actions.invite_member(coalition=four, by=cast.entrepreneur, name=cast.rival_party.name)
    actions.join_coalition(member=again, by=cast.rival)
    back = Coalition.objects.for_page().get(pk=four.pk)
    for person in (cast.rival, cast.entrepreneur):
        client = client_of(person)
        page = client.get(back.get_absolute_url()).content.decode()
        said = ("Iedereen is akkoord", "Gaat u akkoord?", "Een partij is gestopt, en doet nu weer mee.", "gelden niet meer")
        assert [words in page for words in said] == [False, False, True, True]
        assert "Schrijf de afspraken opnieuw" in client.get(reverse("coalitions:my_coalitions")).content.decode()
    for party, person in people_of(back):
        with pytest.raises(Refused):
            actions.sign_terms(coalition=back, by=person, party=party, content_sha256=terms.content_sha256)
    same = write(back, cast.partner, after=1)
    assert (same.number, same.sign_offs.count(), same.agreed_at) == (2, 0, None)
    sign_all(back, same)
    page = client_of(cast.rival).get(back.get_absolute_url()).content.decode()
    assert ("Iedereen is akkoord" in page, Terms.objects.get(number=2).agreed_at is not None) == (True, True)


def test_who_joins_gives_all_partners_the_task_to_write_the_terms_anew(cast, client_of, met):
    coalition = make.coalition(met)
    make.terms(coalition, signed=[cast.party, cast.partner_party])
    invited = actions.invite_member(coalition=coalition, by=cast.entrepreneur, name=cast.rival_party.name)
    assert "Schrijf de afspraken" not in client_of(cast.entrepreneur).get("/mijn/").content.decode()
    actions.join_coalition(member=invited, by=cast.rival)
    for person in (cast.entrepreneur, cast.partner, cast.rival):
        client = client_of(person)
        page = client.get("/mijn/").content.decode()
        assert ("Schrijf de afspraken van uw coalitie opnieuw" in page, "wachten op uw akkoord" in page) == (True, False)
        assert "Schrijf de afspraken opnieuw" in client.get(reverse("coalitions:my_coalitions")).content.decode()
        page = client.get(coalition.get_absolute_url()).content.decode()
        assert ("Verander de afspraken" in page, "Wie akkoord is met deze versie" in page) == (True, False)
    now = Coalition.objects.for_page().get(pk=coalition.pk)
    make.terms(now, incomes=(5000, 3000, 2000), hours=(8, 8, 8), signed=[cast.party])
    assert "wachten op uw akkoord" in client_of(cast.rival).get(reverse("coalitions:my_coalitions")).content.decode()
    assert "afspraken" not in client_of(cast.entrepreneur).get(reverse("coalitions:my_coalitions")).content.decode()


def test_who_stays_behind_alone_has_no_terms_to_write(cast, client_of, met):
    coalition = make.coalition(met)
    make.terms(coalition, signed=[cast.party, cast.partner_party])
    place = Member.objects.get(coalition=coalition, party=cast.partner_party)
    actions.leave_coalition(member=place, by=cast.partner, reason="Te druk.")
    assert "Schrijf de afspraken" not in client_of(cast.entrepreneur).get("/mijn/").content.decode()


def test_only_who_may_sign_signs_and_two_parties_are_two_people(cast, four):
    terms = write(four, cast.entrepreneur)
    for by, party in ((cast.rival, cast.party), (cast.resident, cast.party), (cast.officer, cast.rival_party)):
        with pytest.raises(Refused):
            actions.sign_terms(coalition=four, by=by, party=party, content_sha256=terms.content_sha256)
    cast.party.memberships.update(may_sign=False)
    with pytest.raises(Refused):
        actions.sign_terms(coalition=four, by=cast.entrepreneur, party=cast.party, content_sha256=terms.content_sha256)
    cast.party.memberships.update(may_sign=True)
    cast.partner_party.memberships.create(user=cast.entrepreneur, may_sign=True)
    actions.sign_terms(coalition=four, by=cast.entrepreneur, party=cast.party, content_sha256=terms.content_sha256)
    with pytest.raises(Refused):
        actions.sign_terms(coalition=four, by=cast.entrepreneur, party=cast.partner_party, content_sha256=terms.content_sha256)
    assert terms.sign_offs.count() == 1


@pytest.mark.parametrize(
    ("fields", "where", "sentence"),
    [
        (
            {"incomes": ("25", "25", "25", "24")},
            "income",
            "De delen van de inkomsten zijn samen 99 %. Samen moeten zij 100 % zijn.",
        ),
        ({"incomes": ("-5", "50", "50", "5")}, "income", "Schrijf een percentage van 0 tot 100, zoals 12,5."),
        ({"incomes": ("", "50", "25", "25")}, "income", "Vul een percentage in. Het mag 0 zijn."),
        ({"hours": ("-1", "1", "1", "1")}, "hours", "Uren kunnen niet onder nul zijn."),
        ({"hours": ("1,5", "1", "1", "1")}, "hours", "Vul hele uren in, zoals 24."),
        ({"hours": ("0", "0", "0", "0")}, "hours", "Iemand moet uren maken. Vul die in."),
        ({"decision_rule": " "}, "decision_rule", "Vul in hoe u samen besluit."),
        ({"lead": ""}, "lead", "Kies de penvoerder."),
        ({"lead_kind": ""}, "lead_kind", "Kies wat de penvoerder doet."),
    ],
)
def test_what_is_not_right_in_the_terms_is_told_beside_its_field(cast, client_of, four, fields, where, sentence):
    page = client_of(cast.entrepreneur).post(address("write_terms", four), form(four, **fields))
    key = f"{where}_{cast.party.public_id}" if where in ("income", "hours") else where
    assert dict(page.context["form"].errors) == {key: [sentence]}
    assert ("Ieder heeft één stem." in page.content.decode() or where == "decision_rule", Terms.objects.count()) == (True, 0)


def test_the_list_of_what_is_not_right_names_the_party(cast, client_of, four):
    sent = form(four, incomes=("", "120", "", "25"), hours=("-1", "8", "8", "8"))
    page = client_of(cast.entrepreneur).post(address("write_terms", four), sent).content.decode()
    summary = page[: page.index('name="after"')]
    first, second, third, _fourth = (one.party.name for one in four.partners())
    told = (
        f"{first}: Vul een percentage in. Het mag 0 zijn.",
        f"{first}: Uren per week: Uren kunnen niet onder nul zijn.",
        f"{second}: Deel van de inkomsten: ",
        f"{third}: Vul een percentage in. Het mag 0 zijn.",
    )
    assert [sentence in summary for sentence in told] == [True] * 4


def test_an_unequal_split_is_flagged_at_the_limit_of_the_municipality_and_stops_nothing(cast, client_of, met):
    coalition = make.coalition(met)
    flag = "Stichting De Werkplaats krijgt 80 % van de inkomsten en maakt 50 % van de uren."

    def flagged() -> bool:
        return flag in client_of(cast.partner).get(coalition.get_absolute_url()).content.decode().replace("\u00a0", " ")

    terms = write(coalition, cast.entrepreneur, rows=((8000, 20), (2000, 20)))
    assert flagged()
    change_settings(municipality=cast.municipality, by=None, unequal_share=85)
    assert not flagged()
    change_settings(municipality=cast.municipality, by=None, unequal_share=60)
    assert flagged()
    sign_all(coalition, terms)
    terms.refresh_from_db()
    assert terms.agreed_at is not None


def test_hours_stand_against_income():
    parts = division([("A", 8000, 10), ("B", 2000, 5), ("C", 0, 0)])
    assert [(part.income, part.hours_part) for part in parts] == [(8000, 6667), (2000, 3333), (0, 0)]
    assert unequal(parts, 80) == parts[0]
    assert unequal(parts, 81) is None
    assert unequal(division([("A", 8000, 90), ("B", 2000, 10)]), 80) is None


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_with_more_partners_and_versions(cast, client_of, statements, met, count):
    coalition = make.coalition(met, others=[make.party() for _one in range(count)])
    whole = (10000, *(0,) * (count + 1))
    for _version in range(count):
        make.terms(coalition, incomes=whole, hours=(1,) * (count + 2), signed=[cast.party])
    client = client_of(cast.entrepreneur)
    client.get(coalition.get_absolute_url())
    with statements() as sent:
        client.get(coalition.get_absolute_url())
    assert len(sent) <= 15
