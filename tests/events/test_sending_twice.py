"""A form that is sent twice is carried out once, and leads to the same page."""

from events.models import SentForm
from tenders.models import Question
from tests import make


def test_the_second_time_leads_to_where_the_first_time_led(cast, client_of):
    tender = make.tender(cast)
    client, form = client_of(cast.resident), {"text": "Wanneer begint het?", "once": "abc"}
    answers = [client.post(f"/trajecten/{tender.slug}/vragen/stel/", form) for _ in range(2)]
    list_page = f"/trajecten/{tender.slug}/vragen/"
    assert [(answer.status_code, answer.headers["Location"]) for answer in answers] == [(302, list_page)] * 2
    assert Question.objects.count() == 1


def test_a_form_with_errors_leaves_its_token_unused(cast, client_of):
    tender = make.tender(cast)
    client, address = client_of(cast.resident), f"/trajecten/{tender.slug}/vragen/stel/"
    assert client.post(address, {"text": "", "once": "abc"}).status_code == 200
    assert SentForm.objects.count() == 0
    assert client.post(address, {"text": "Toch iets", "once": "abc"}).status_code == 302
    assert list(Question.objects.values_list("text", flat=True)) == ["Toch iets"]


def test_two_forms_are_two_acts(cast, client_of):
    tender = make.tender(cast)
    client = client_of(cast.resident)
    for token in ("abc", "def"):
        client.post(f"/trajecten/{tender.slug}/vragen/stel/", {"text": "Zelfde vraag", "once": token})
    assert Question.objects.count() == 2


def test_who_goes_back_and_writes_something_else_says_something_new(cast, client_of):
    tender = make.tender(cast)
    client = client_of(cast.resident)
    for text in ("Wanneer begint het?", "En waar?"):
        client.post(f"/trajecten/{tender.slug}/vragen/stel/", {"text": text, "once": "abc"})
    assert list(Question.objects.order_by("id").values_list("text", flat=True)) == ["Wanneer begint het?", "En waar?"]
