"""A moment of reflection: each group speaks first by itself; the others are read afterwards, and by all when it is closed."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from evaluation.models import Capacity, Seat
from events import clock
from events.models import Event
from monitoring import actions
from monitoring.groups import groups_of
from monitoring.models import Reflection, ReflectionVoice, Voice
from tenders.models import InvolvementRole
from tenders.refusal import Changed, Refused
from tenders.steps import Step
from tests import make


@pytest.fixture
def tender(cast):
    made = make.tender(cast, step=Step.MONITORING)
    make.involve(made, InvolvementRole.CONTRACTOR, party=cast.party)
    make.involve(made, InvolvementRole.GUIDE, person=cast.guide)
    make.involve(made, InvolvementRole.ASSESSOR, person=cast.assessor, lot=made.lots.get())
    return made


@pytest.fixture
def reflection(cast, tender):
    return make.reflection(cast, tender)


def _speak(reflection, by, voice, **changes):
    return actions.speak(reflection=reflection, by=by, voice=voice, **({"text": f"Wij zijn {voice}."} | changes))


def test_the_team_plans_one_with_its_question(cast, tender):
    made = actions.hold_reflection(tender=tender, by=cast.officer, title="Werkt dit?", held_on=clock.today())
    assert (made.title, made.step, made.closed_at) == ("Werkt dit?", Step.MONITORING, None)
    assert Event.objects.get(name="monitoring.reflection_held").is_public


def test_who_speaks_for_whom_follows_from_what_the_person_is_in_the_tender(cast, tender):
    Seat.objects.create(lot=tender.lots.get(), person=cast.resident, capacity=Capacity.RESIDENT, appointed_by=cast.officer)
    people = (cast.officer, cast.entrepreneur, cast.guide, cast.assessor, cast.resident, cast.rival, cast.visitor)
    assert [groups_of(one, tender) for one in people] == [
        {Voice.MUNICIPALITY},
        {Voice.PROVIDER},
        {Voice.RESIDENTS},
        {Voice.COMMITTEE},
        {Voice.RESIDENTS},
        set(),
        set(),
    ]


def test_a_group_speaks_once_and_not_for_another(cast, reflection):
    said = _speak(reflection, cast.guide, Voice.RESIDENTS, people=23)
    assert (said.voice, said.people, said.by) == ("residents", 23, cast.guide)
    with pytest.raises(Changed):
        _speak(reflection, cast.guide, Voice.RESIDENTS)
    with pytest.raises(ValidationError) as refused:
        _speak(reflection, cast.guide, Voice.PROVIDER)
    assert list(refused.value.message_dict) == ["voice"]


def _seen(reflection, person) -> list[str]:
    person.forget_roles() if person.is_authenticated else None
    voices = ReflectionVoice.objects.visible_to(person).filter(reflection=reflection)
    for voice in ReflectionVoice.objects.filter(reflection=reflection).select_related("reflection__tender"):
        assert person.has_perm("monitoring.view_voice", voice) == voices.filter(pk=voice.pk).exists()
    return sorted(voice.voice for voice in voices)


def test_nobody_reads_the_others_before_the_own_group_has_spoken(cast, reflection):
    _speak(reflection, cast.entrepreneur, Voice.PROVIDER)
    people = (cast.entrepreneur, cast.officer, cast.buyer, cast.guide, cast.rival, cast.visitor, cast.stranger)
    assert [_seen(reflection, one) for one in people] == [["provider"], [], [], [], [], [], []]
    _speak(reflection, cast.officer, Voice.MUNICIPALITY)
    both = ["municipality", "provider"]
    assert [_seen(reflection, one) for one in people] == [both, both, both, [], [], [], []]


def test_who_belongs_to_two_groups_waits_for_both(cast, tender, reflection):
    make.involve(tender, InvolvementRole.SECRETARY, person=cast.officer)
    _speak(reflection, cast.entrepreneur, Voice.PROVIDER)
    _speak(reflection, cast.officer, Voice.MUNICIPALITY)
    assert _seen(reflection, cast.officer) == ["municipality"]
    _speak(reflection, cast.officer, Voice.COMMITTEE)
    assert _seen(reflection, cast.officer) == ["committee", "municipality", "provider"]


def test_closed_it_is_there_for_everybody(cast, reflection):
    _speak(reflection, cast.entrepreneur, Voice.PROVIDER)
    with pytest.raises(Refused) as refused:
        actions.close_reflection(reflection=reflection, by=cast.officer, conclusion="Wij gaan door.")
    assert refused.value.code == "voices"
    _speak(reflection, cast.officer, Voice.MUNICIPALITY)
    actions.close_reflection(reflection=reflection, by=cast.officer, conclusion="Wij gaan door.")
    assert [_seen(reflection, one) for one in (cast.visitor, cast.guide)] == [["municipality", "provider"]] * 2
    with pytest.raises(Changed):
        _speak(reflection, cast.guide, Voice.RESIDENTS)
    with pytest.raises(Changed):
        actions.close_reflection(reflection=reflection, by=cast.officer, conclusion="Nog eens.")


def test_of_a_tender_that_is_not_public_nobody_outside_sees_it(cast):
    hidden = make.reflection(cast, make.tender(cast, step=Step.MONITORING, published=False), closed=True)
    assert list(Reflection.objects.visible_to(cast.visitor)) == []
    assert (_seen(hidden, cast.visitor), _seen(hidden, cast.officer)) == ([], ["municipality", "provider"])


def _url(name, reflection):
    return reverse(f"monitoring:{name}", args=[reflection.tender.slug, reflection.public_id])


def test_the_page_shows_who_is_ready_and_not_what_they_said(cast, client_of, reflection):
    _speak(reflection, cast.guide, Voice.RESIDENTS, text="Het is te vroeg op de dag.", people=23)
    page = client_of(cast.visitor).get(_url("show_reflection", reflection)).content.decode()
    assert ("(23 mensen)" in page, "Het is te vroeg op de dag." in page) == (True, False)
    page = client_of(cast.guide).get(_url("show_reflection", reflection)).content.decode()
    assert "Het is te vroeg op de dag." in page


def test_the_pages_speak_and_close(cast, client_of, reflection):
    for person, voice in ((cast.entrepreneur, "provider"), (cast.officer, "municipality")):
        response = client_of(person).post(_url("speak", reflection), {"voice": voice, "text": "Wij zien verschil."})
        assert response.url == _url("show_reflection", reflection)
    wrong = client_of(cast.officer).post(_url("close_reflection", reflection), {"conclusion": ""})
    assert wrong.context["form"].errors == {"conclusion": ["Schrijf op wat u ermee doet."]}
    assert client_of(cast.officer).post(_url("close_reflection", reflection), {"conclusion": "Wij gaan door."}).status_code == 302
    assert "Wij gaan door." in client_of(cast.visitor).get(_url("show_reflection", reflection)).content.decode()


def test_only_who_can_speaks_and_only_the_team_plans_and_closes(cast, client_of, reflection):
    people = (cast.officer, cast.entrepreneur, cast.guide, cast.rival, cast.resident)
    assert [client_of(one).get(_url("speak", reflection)).status_code for one in people] == [200, 200, 200, 403, 403]
    assert [client_of(one).get(_url("close_reflection", reflection)).status_code for one in people] == [200, 403, 403, 403, 403]
    plan = reverse("monitoring:hold_reflection", args=[reflection.tender.slug])
    assert [client_of(one).get(plan).status_code for one in people] == [200, 403, 403, 403, 403]


def test_planning_asks_a_question_and_a_day(cast, client_of, tender):
    url = reverse("monitoring:hold_reflection", args=[tender.slug])
    client = client_of(cast.officer)
    assert set(client.post(url, {"step": 6}).context["form"].errors) == {"title", "held_on"}
    made = client.post(url, {"title": "Werkt dit?", "held_on": "2027-01-20", "step": 6})
    assert made.url == _url("show_reflection", Reflection.objects.get(tender=tender))
