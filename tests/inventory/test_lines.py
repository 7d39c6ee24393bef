"""The inventory that everybody reads, and its lines: who writes them, what is refused, what each resident pays."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from areas.models import Area, Theme
from events.models import Event
from inventory import actions
from inventory.models import Fitness, Line, LineKind, TaskTender, per_head
from tenders.refusal import Changed, Refused
from tests import make


@pytest.fixture
def horn(cast):
    return Area.objects.create(municipality=cast.municipality, name="Horn", population=2_000)


def address(page: str, line=None, place="zwolle") -> str:
    return reverse(f"inventory:{page}", args=[place, line.public_id] if line else [place])


def shown(client, query="") -> str:
    return client.get(address("show_inventory") + query).content.decode()


def test_everybody_reads_the_inventory_and_each_line(cast, client_of):
    line = make.line(cast, title="Bermen")
    for person in cast.people().values():
        client = client_of(person)
        assert ("Bermen" in shown(client), client.get(line.get_absolute_url()).status_code) == (True, 200)


def test_another_municipality_shows_its_own(cast, client_of):
    make.line(cast, title="Bermen")
    make.line(cast, title="Van Deventer", municipality=cast.other_municipality)
    page = shown(client_of(cast.visitor))
    assert ("Bermen" in page, "Van Deventer" in page) == (True, False)
    elsewhere = Line.objects.get(title="Bermen").get_absolute_url().replace("zwolle", "deventer")
    assert client_of(cast.visitor).get(elsewhere).status_code == 404


def test_who_keeps_the_inventory_adds_a_line_by_a_form_of_its_kind(cast, client_of, horn):
    client = client_of(cast.officer)
    page = client.get(address("add_line") + "?soort=overeenkomsten").content.decode()
    assert ('name="notice_months"' in page, 'name="earning"' in page) == (True, False)
    form = {"title": "Groen", "party_name": "Groenwerk", "area": horn.pk, "amount": "€ 1.000", "vat": "excl"}
    form |= {"ends_on": "2030-12-31", "notice_months": "6"}
    assert client.post(address("add_line") + "?soort=overeenkomsten", form).status_code == 302
    line = Line.objects.get()
    assert (line.kind, line.amount, line.notice_on, line.area) == ("contract", 100_000, dt.date(2030, 6, 30), horn)
    assert Event.objects.get(name="inventory.line_added").is_public


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"title": ""}, "title", "Schrijf in een paar woorden wat het is."),
        ({"amount": "-5"}, "amount", "Een bedrag kan niet onder nul zijn."),
        ({"amount": ""}, "amount", None),
        ({"begins_on": "2031-01-01"}, "ends_on", "Het eindigt voordat het begint."),
        ({"ends_on": "0203-12-31"}, "ends_on", "Kijk naar het jaar. Het ligt tussen 1900 en 2999."),
        ({"title": "x" * 201}, "title", None),
    ],
)
def test_what_is_wrong_stands_beside_the_field_and_what_was_typed_stays(cast, client_of, wrong, field, sentence):
    form = {"title": "Groen", "party_name": "Een heel eigen naam", "amount": "10", "vat": "excl", "ends_on": "2030-12-31"}
    answer = client_of(cast.officer).post(address("add_line") + "?soort=subsidies", form | wrong)
    errors = answer.context["form"].errors
    assert (list(errors), "Een heel eigen naam" in answer.content.decode()) == ([field], True)
    assert sentence is None or errors[field] == [sentence]
    assert Line.objects.count() == 0


def test_two_who_change_a_line_do_not_overwrite_each_other(cast, client_of):
    line = make.line(cast, title="Bermen")
    actions.edit_line(line=Line.objects.get(), by=cast.buyer, version=1, title="Bermen en sloten")
    client = client_of(cast.officer)
    answer = client.post(address("edit_line", line), {"title": "Alleen bermen", "vat": "none", "version": 1})
    assert all(words in answer.content.decode() for words in ("Bermen en sloten", "Alleen bermen"))
    assert client.post(address("edit_line", line), {"title": "Alleen bermen", "vat": "none", "version": 2}).status_code == 302
    assert (Line.objects.get().title, Line.objects.get().version) == ("Alleen bermen", 3)
    with pytest.raises(Changed):
        actions.edit_line(line=Line.objects.get(), by=cast.officer, version=1, title="Te laat")


def test_a_line_is_judged_with_a_reason_that_everybody_reads(cast, client_of):
    line, client = make.line(cast), client_of(cast.officer)
    form = {"fitness": "not_needed", "reason": "", "version": 1}
    refused = client.post(address("judge_line", line), form)
    assert refused.context["form"].errors["reason"] == ["Zeg waarom. Iedereen kan het lezen."]
    client.post(address("judge_line", line), form | {"reason": "Alles staat op de website."})
    page = client_of(cast.visitor).get(line.get_absolute_url()).content.decode()
    assert all(words in page for words in ("Niet meer nodig", "Alles staat op de website."))


def test_an_ambition_is_not_judged(cast, client_of):
    line = make.line(cast, kind=LineKind.AMBITION)
    assert client_of(cast.officer).get(address("judge_line", line)).status_code == 403
    with pytest.raises(Refused):
        actions.judge_line(line=line, by=cast.officer, version=1, fitness=Fitness.FIT, reason="Ja.")


def test_a_line_that_ended_leaves_the_list_and_keeps_its_page_and_reason(cast, client_of):
    line, client = make.line(cast, title="Folders"), client_of(cast.officer)
    client.post(address("end_line", line), {"reason": "Wij doen het niet meer."})
    visitor = client_of(cast.visitor)
    assert "Er is nog niets uit gehaald" not in shown(visitor, "?vervallen=1")
    assert ("Folders" in shown(visitor), "Folders" in shown(visitor, "?vervallen=1")) == (False, True)
    assert "Wij doen het niet meer." in shown(visitor, "?vervallen=1")
    assert "Wij doen het niet meer." in visitor.get(line.get_absolute_url()).content.decode()
    assert client.get(address("edit_line", line)).status_code == 403
    with pytest.raises(Refused):
        actions.edit_line(line=Line.objects.get(), by=cast.officer, version=2, title="Stiekem")


def test_money_is_shown_in_euro_and_for_each_resident_of_the_area(cast, client_of, horn):
    make.line(cast, kind=LineKind.MONEY, title="Dorpshuis", area=horn, amount=2_000_000)
    page = shown(client_of(cast.visitor), "?wijk=Horn")
    assert all(
        words in page.replace("\xa0", " ") for words in ("€ 20.000 per jaar", "Dat is € 10 per inwoner.", "€ 10 per inwoner")
    )


def test_where_nobody_knows_how_many_live_there_it_says_so(cast, client_of):
    area = Area.objects.create(municipality=cast.municipality, name="Neer")
    line = make.line(cast, kind=LineKind.MONEY, area=area, amount=2_000_000)
    visitor = client_of(cast.visitor)
    assert "niet bekend" in shown(visitor)
    assert "wij weten niet hoeveel mensen er wonen" in visitor.get(line.get_absolute_url()).content.decode()


def test_money_and_contracts_are_never_added_up(cast, client_of):
    make.line(cast, kind=LineKind.MONEY, amount=100_000)
    make.running(cast, amount=100_000)
    assert "€ 1.000 per jaar</h2>" in shown(client_of(cast.visitor)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("cents", "people", "each"), [(100, 3, 33), (200, 3, 67), (1, 2, 1), (None, 3, None), (5, 0, None), (5, None, None)]
)
def test_an_amount_for_each_is_rounded_to_a_whole_cent(cents, people, each):
    assert per_head(cents, people) == each


def test_the_list_is_filtered_by_kind_area_theme_and_word(cast, client_of, horn):
    theme = Theme.objects.create(municipality=cast.municipality, name="Groen")
    make.line(cast, title="Bermen", area=horn, theme=theme)
    make.line(cast, title="Dorpshuis", kind=LineKind.BUILDING, text="Met een podium.")
    visitor = client_of(cast.visitor)

    def found(query: str) -> tuple[bool, bool]:
        rows = [row.title for row in visitor.get(address("show_inventory") + query).context["page_obj"]]
        return "Bermen" in rows, "Dorpshuis" in rows

    asked = ("", "?soort=taken", "?wijk=Horn", "?wijk=-", "?thema=Groen", "?q=podium", "?soort=onzin", "?soort=geld")
    both, first, second, none = (True, True), (True, False), (False, True), (False, False)
    assert [found(query) for query in asked] == [both, first, first, second, first, second, both, none]


def test_of_two_areas_with_one_name_each_is_found(cast, client_of):
    district, inside = make.areas_of_one_name(cast.municipality)
    make.line(cast, title="Bermen", kind=LineKind.MONEY, area=district, amount=100_00)
    make.line(cast, title="Bankjes", kind=LineKind.MONEY, area=inside, amount=50_00)
    visitor = client_of(cast.visitor)

    def found(query: str) -> list[str]:
        return [row.title for row in visitor.get(address("show_inventory") + query).context["page_obj"]]

    assert [found(f"?wijk={asked}") for asked in (district.code, inside.code, "Centrum")] == [["Bermen"], ["Bankjes"], []]
    page = visitor.get(address("show_inventory") + f"?wijk={inside.code}")
    assert page.context["areas"] == [
        (district.code, "Centrum (wijk)", False),
        (inside.code, "Centrum (buurt in Centrum)", True),
    ]
    bars = visitor.get(address("show_inventory")).context["money"].bars
    assert [name for name, _cents, _words in bars] == ["Centrum (wijk)", "Centrum (buurt in Centrum)"]


def test_an_older_address_with_a_name_finds_the_area_that_has_a_code_now(cast, client_of, horn):
    make.line(cast, title="Bermen", area=horn)
    Area.objects.update(code="WK164003")
    visitor = client_of(cast.visitor)
    for asked in ("Horn", "WK164003"):
        page = visitor.get(address("show_inventory") + f"?wijk={asked}")
        assert ([row.title for row in page.context["page_obj"]], page.context["areas"]) == (
            ["Bermen"],
            [("WK164003", "Horn", True)],
        )


def test_tasks_are_filtered_by_how_they_were_judged(cast, client_of):
    for title, fitness in (("Maaien", "fit"), ("Strooien", "not_fit"), ("Vegen", "")):
        make.line(cast, title=title, fitness=fitness, fitness_because="Zo." if fitness else "")
    visitor = client_of(cast.visitor)

    def found(query: str) -> list[str]:
        page = visitor.get(address("show_inventory") + f"?soort=taken{query}").context["page_obj"]
        return [page.paginator.count, *(row.title for row in page)]

    asked = ("", "&oordeel=geschikt", "&oordeel=niet-gezegd", "&oordeel=niet-nodig", "&oordeel=onzin", "&q=e&oordeel=niet-geschikt")
    everything = [3, "Maaien", "Strooien", "Vegen"]
    assert [found(query) for query in asked] == [everything, [1, "Maaien"], [1, "Vegen"], [0], everything, [1, "Strooien"]]
    assert "Nog niet gezegd" in shown(visitor, "?soort=taken")


@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_page_takes_as_many_statements_for_more_lines(cast, client_of, statements, count, horn):
    Line.objects.bulk_create(
        Line(municipality=cast.municipality, kind=LineKind.MONEY, title=f"Post {n}", area=horn, amount=100) for n in range(count)
    )
    for person, most in ((cast.visitor, 7), (cast.officer, 10)):
        client = client_of(person)
        with statements() as sent:
            shown(client)
        assert len(sent) <= most


def test_a_task_starts_a_tender_that_says_where_it_came_from(cast, client_of, horn):
    line = make.line(cast, title="Bermen maaien", area=horn, fitness="fit", fitness_because="Het dorp doet het al.")
    client = client_of(cast.officer)
    page = client.get(address("start_from_line", line))
    assert (page.context["form"]["title"].value(), page.context["form"]["reason"].value()) == (
        "Bermen maaien",
        "Het dorp doet het al.",
    )
    form = {
        "title": "Bermen maaien",
        "summary": "Samen.",
        "route": "subsidy_tender",
        "first_step": "1",
        "reason": "Het dorp kan het.",
    }
    assert client.post(address("start_from_line", line), form).status_code == 302
    tender = TaskTender.objects.get().tender
    lot = tender.lots.get()
    assert (lot.area, lot.budget, lot.inhabitants) == (horn, line.amount, 2_000)
    assert "Dit begon met een regel van de inventaris" in client.get(tender.get_absolute_url()).content.decode()
    # Nobody sees a tender that is not public yet.
    assert [tender in client_of(p).get(line.get_absolute_url()).context["tenders"] for p in (cast.officer, cast.visitor)] == [
        True,
        False,
    ]


@pytest.mark.parametrize("fitness", ["not_fit", "not_needed"])
def test_what_is_not_fit_or_not_needed_starts_no_tender(cast, client_of, fitness):
    line = make.line(cast, fitness=fitness, fitness_because="Nee.")
    assert client_of(cast.officer).get(address("start_from_line", line)).status_code == 403


def test_an_officer_says_which_party_it_is_and_a_name_alone_proves_nothing(cast, client_of):
    line = make.line(cast, kind=LineKind.CONTRACT, party_name="De Werkplaats")
    client = client_of(cast.officer)
    assert cast.party in client.get(address("link_party", line)).context["form"].fields["party"].queryset
    client.post(address("link_party", line), {"party": cast.party.pk, "version": 1})
    assert Line.objects.get().party == cast.party
    actions.edit_line(line=Line.objects.get(), by=cast.officer, version=2, party_name="Iemand anders")
    assert Line.objects.get().party is None


def test_of_a_line_that_names_nobody_nobody_asks_which_party_it_is(cast, client_of):
    line = make.line(cast, party_name="")
    assert client_of(cast.officer).get(address("link_party", line)).status_code == 404


def test_who_starts_a_tender_sees_what_is_there_and_paid_for_around_it(cast, client_of, horn):
    theme = Theme.objects.create(municipality=cast.municipality, name="Groen")
    line = make.line(cast, title="Bermen", area=horn, theme=theme)
    make.line(cast, kind=LineKind.SUPPLY, title="De snoeiploeg", area=horn, theme=theme)
    make.running(cast, title="Groen voor iedereen", theme=theme)
    make.running(cast, title="Al voorbij", theme=theme, ends_in=-9)
    make.line(cast, kind=LineKind.SUPPLY, title="Koffie", area=horn)
    make.line(cast, kind=LineKind.TASK, title="Een andere taak", area=horn, theme=theme)
    page = client_of(cast.officer).get(address("start_from_line", line)).content.decode()
    titles = ("De snoeiploeg", "Groen voor iedereen", "Al voorbij", "Koffie", "Een andere taak")
    assert [title in page for title in titles] == [True, True, False, False, False]


def test_the_inventory_leads_to_what_residents_began_themselves(cast, client_of):
    there = reverse("initiatives:list_initiatives", args=["zwolle"])
    assert [there in shown(client_of(cast.visitor), query) for query in ("", "?soort=aanbod", "?soort=geld")] == [True, True, False]


def test_a_paper_is_kept_with_an_ambition_and_anybody_downloads_it(cast, client_of):
    paper = SimpleUploadedFile("nota.pdf", make.PDF)
    form = {"title": "Niemand eet alleen", "source": "Nota, bladzijde 3", "paper": paper}
    client_of(cast.officer).post(address("add_line") + "?soort=ambities", form)
    line = Line.objects.get()
    answer = client_of(cast.visitor).get(address("download_paper", line))
    assert (answer.status_code, answer["Content-Disposition"]) == (200, 'attachment; filename="nota.pdf"')
    wrong = client_of(cast.officer).post(
        address("add_line") + "?soort=ambities", form | {"paper": SimpleUploadedFile("nota.pdf", b"geen pdf")}
    )
    assert list(wrong.context["form"].errors) == ["paper"]


def test_strange_words_do_no_harm(cast, client_of):
    for words in ("<script>alert(1)</script>", "שלום עולם", "🌳🌳", "a" * 200):
        make.line(cast, title=words, text=words)
    page = shown(client_of(cast.visitor))
    assert ("<script>alert" in page, "🌳🌳" in page) == (False, True)


def test_the_money_is_headed_by_what_is_there(cast, client_of):
    address = reverse("inventory:show_inventory", args=["zwolle"])
    make.running(cast, amount=100_00)
    assert str(client_of(cast.visitor).get(address).context["money"].kinds) == "Lopende overeenkomsten"
    make.running(cast, amount=100_00, kind=LineKind.SUBSIDY)
    assert str(client_of(cast.visitor).get(address).context["money"].kinds) == "Lopende overeenkomsten – Lopende subsidies"


def money_of(client, query="") -> tuple:
    money = client.get(address("show_inventory") + query).context["money"]
    return money and (money.total, money.over, money.vat)


def test_what_ended_is_counted_in_no_sum_and_the_page_says_so(cast, client_of, horn):
    make.running(cast, kind=LineKind.SUBSIDY, amount=100_00, area=horn)
    make.running(cast, kind=LineKind.SUBSIDY, amount=900_00, area=horn, ends_in=-5)
    visitor = client_of(cast.visitor)
    assert money_of(visitor, "?soort=subsidies")[:2] == (100_00, 1)
    page = shown(visitor, "?soort=subsidies").replace("\xa0", " ")
    said = ("€ 100 per jaar", "1 regel die al is afgelopen, telt niet mee.", "afgelopen op")
    assert ([words in page for words in said], "€ 1.000" in page) == ([True] * 3, False)


def test_a_building_costs_money_also_after_it_came_free(cast, client_of):
    make.line(cast, kind=LineKind.BUILDING, amount=100_00, ends_on=dt.date(2020, 1, 1))
    assert money_of(client_of(cast.visitor), "?soort=gebouwen") == (100_00, 0, "")


@pytest.mark.parametrize(
    ("vats", "says"), [(["incl"], ""), (["excl", "excl"], "zonder btw"), (["excl", "incl"], "deels zonder btw"), (["none"], "")]
)
def test_a_sum_says_whether_vat_is_in_it(cast, client_of, vats, says):
    for vat in vats:
        make.running(cast, amount=100_00, vat=vat)
    assert money_of(client_of(cast.visitor), "?soort=overeenkomsten")[2] == says


def test_where_nothing_was_taken_out_nobody_is_asked_to_filter_less(cast, client_of):
    make.line(cast)
    page = shown(client_of(cast.visitor), "?vervallen=1")
    assert ("Er is nog niets uit gehaald" in page, "Kies minder filters" in page) == (True, False)
