"""What was drawn from the same plain values is not drawn again; what can change is never kept."""

import pytest
from django.utils.safestring import SafeString
from django.utils.translation import override

from tenders.kept import kept
from tests import make


@pytest.fixture
def drawing():
    """A drawing that says how often it was made."""
    made = []

    @kept
    def draw(*values):
        made.append(values)
        return f"{len(made)}"

    draw.made = made
    return draw


def test_the_same_values_are_drawn_once(drawing):
    assert [drawing("a", [1, ("b", None)]), drawing("a", [1, ("b", None)])] == ["1", "1"]
    assert len(drawing.made) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("<b>", SafeString("<b>")), (1, True), (1, 1.0), ("1", 1), ([1], [1, 2]), ([SafeString("a")], ["a"])]
)
def test_what_looks_the_same_may_be_something_else(drawing, one, other):
    assert [drawing(one), drawing(other)] == ["1", "2"]


def test_every_language_has_its_own(drawing):
    with override("nl"):
        drawing("a")
    with override("en"):
        assert drawing("a") == "2"


def test_a_row_of_the_database_can_change_and_is_refused(drawing, cast):
    with pytest.raises(TypeError, match="Tender can change"):
        drawing(make.tender(cast))


def test_a_drawing_that_failed_is_tried_again():
    tries = []

    @kept
    def draw(value):
        tries.append(value)
        if len(tries) == 1:
            raise ValueError
        return "drawn"

    with pytest.raises(ValueError):
        draw("a")
    assert draw("a") == "drawn"
