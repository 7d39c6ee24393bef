"""A lesson comes from a measurement or a closed reflection of the same tender."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from contracts.models import ContractState
from events.models import Event
from monitoring import actions
from monitoring.models import Lesson
from tenders.steps import Step
from tests import make


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.MONITORING)


@pytest.fixture
def measurement(cast, tender):
    return make.measurement(cast, make.indicator(make.contract(cast, tender, state=ContractState.SIGNED)))


def _draw(cast, tender, **changes):
    values = {"by": cast.officer, "step": Step.MONITORING, "text": "Loop de eerste ochtend mee."}
    return actions.draw_lesson(tender=tender, **(values | changes))


def test_it_names_where_it_comes_from(cast, tender, measurement):
    reflection = make.reflection(cast, tender, closed=True)
    lesson = _draw(cast, tender, measurement=measurement, reflection=reflection, situation="bij een nieuw rooster")
    assert (lesson.measurement, lesson.reflection, lesson.situation) == (measurement, reflection, "bij een nieuw rooster")
    assert Event.objects.get(name="monitoring.lesson_drawn").is_public


def test_a_lesson_from_nowhere_from_elsewhere_or_from_an_open_talk_is_refused(cast, tender, measurement):
    elsewhere = make.tender(cast, step=Step.MONITORING)
    wrong = [
        (tender, {}, "measurement"),
        (elsewhere, {"measurement": measurement}, "measurement"),
        (tender, {"reflection": make.reflection(cast, tender)}, "reflection"),
        (tender, {"reflection": make.reflection(cast, elsewhere, closed=True)}, "reflection"),
    ]
    for of, source, field in wrong:
        with pytest.raises(ValidationError) as refused:
            _draw(cast, of, **source)
        assert list(refused.value.message_dict) == [field]
    assert Lesson.objects.count() == 0


def test_the_page_takes_it_from_a_measurement(cast, client_of, tender, measurement):
    url = reverse("monitoring:draw_lesson", args=[tender.slug])
    client = client_of(cast.officer)
    assert client.get(f"{url}?meting={measurement.public_id}").context["form"]["measurement"].value() == measurement.pk
    wrong = client.post(url, {"text": "Mijn les", "step": 6})
    assert wrong.context["form"].errors == {"__all__": ["Kies de meting of het reflectiemoment waar u dit van leerde."]}
    assert "Mijn les" in wrong.content.decode()
    assert client.post(url, {"text": "Mijn les", "step": 6, "measurement": measurement.pk}).status_code == 302
    assert Lesson.objects.get().text == "Mijn les"


def test_the_team_and_the_party_draw_lessons(cast, client_of, tender, measurement):
    url = reverse("monitoring:draw_lesson", args=[tender.slug])
    people = (cast.officer, cast.entrepreneur, cast.rival, cast.resident)
    assert [client_of(one).get(url).status_code for one in people] == [200, 200, 403, 403]
