import copy
import pickle

import pytest

from searchkit.results import Hit, Passage, Results
from searchkit.values import Value


class Point(Value):
    """A place."""

    x: int
    y: int
    name: str = "here"
    tags: tuple[str, ...] = ()


class Other(Value):
    """The same fields as another kind."""

    x: int
    y: int
    name: str = "here"
    tags: tuple[str, ...] = ()


def test_a_value_with_another_field_is_another_value() -> None:
    point = Point(1, 2)
    assert point.replaced(y=3) == Point(1, 3)
    assert point == Point(1, 2)
    with pytest.raises(TypeError, match="Point is made of x, y, name, tags"):
        point.replaced(z=3)


def test_fields_are_given_in_order_or_by_name_or_left_to_their_defaults() -> None:
    point = Point(1, 2, "there", ("a",))
    assert (point.x, point.y, point.name, point.tags) == (1, 2, "there", ("a",))
    assert Point(1, 2) == Point(y=2, x=1) == Point(1, y=2, name="here", tags=())
    assert Point(1, 2, tags=("b",)).tags == ("b",)


@pytest.mark.parametrize(
    ("values", "named"),
    [((1,), {}), ((), {}), ((1, 2, "a", (), 5), {}), ((1,), {"x": 1, "y": 2}), ((1, 2), {"z": 3}), ((), {"y": 2})],
)
def test_fields_that_are_missing_unknown_or_given_twice_are_refused(values: tuple[int], named: dict[str, int]) -> None:
    with pytest.raises(TypeError, match="Point is made of x, y, name, tags"):
        Point(*values, **named)  # type: ignore[arg-type]


def test_values_are_equal_to_their_own_kind_alone() -> None:
    assert Point(1, 2) == Point(1, 2)
    assert Point(1, 2) != Point(1, 3)
    assert Point(1, 2) != Other(1, 2)
    assert Point(1, 2) != (1, 2, "here", ())
    assert len({Point(1, 2), Point(1, 2), Other(1, 2)}) == 2


def test_rows_become_values() -> None:
    assert Point.of_rows([(1, 2, "there", ()), (3, 4, "here", ("a",))]) == (
        Point(1, 2, "there"),
        Point(3, 4, tags=("a",)),
    )


def test_values_show_what_they_are_made_of() -> None:
    assert repr(Point(1, 2)) == "Point(x=1, y=2, name='here', tags=())"


def test_values_are_copied_and_pickled() -> None:
    results = Results("talks", "talks", 2, 0.5, (Hit("a", 1, 1.5, "A", None, "Wire", None, (), (Passage("x", 0, 1),)),))
    assert pickle.loads(pickle.dumps(results)) == results
    assert copy.deepcopy(results) == results


def test_values_match_patterns() -> None:
    match Point(1, 2, "there"):
        case Point(x, y, name="there"):
            assert (x, y) == (1, 2)
        case _:
            pytest.fail("no match")
