"""Frozen values with named fields, for what a search makes and what the command waits for.

>>> class Point(Value):
...     x: int
...     y: int = 0
>>> Point(1), Point(1, y=2).y, Point(1) == Point(1), Point(1) == (1, 0)
(Point(x=1, y=0), 2, True, False)
"""

from collections.abc import Iterable
from itertools import repeat
from operator import itemgetter
from typing import Any, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Value(tuple[Any, ...]):
    """What a frozen dataclass is, for less: the class is defined in 10 us and not in 500, a value made in a third.

    A subclass states its fields, those with a default last. Values are equal to those of their own kind alone.
    """

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()
    _defaults: dict[str, Any] = {}  # noqa: RUF012  a class of its own has its own

    def __init_subclass__(cls) -> None:
        names = tuple(vars(cls).get("__annotations__", ()))
        cls._defaults = {name: vars(cls)[name] for name in names if name in vars(cls)}
        cls.__match_args__ = names  # type: ignore[misc]  # which mypy takes for given
        for place, name in enumerate(names):
            setattr(cls, name, property(itemgetter(place)))

    def __new__(cls, *values: Any, **named: Any) -> Self:
        """Return the value of these fields, given in order or by name."""
        if named or len(values) != len(cls.__match_args__):
            values += cls._rest(len(values), named)
        return tuple.__new__(cls, values)

    def replaced(self, **named: Any) -> Self:
        """Return the value with other values in the fields that are named."""
        values = [named.pop(name, value) for name, value in zip(self.__match_args__, self[:], strict=True)]
        return type(self)(*values, **named)  # which refuses a name that is no field

    @classmethod
    def of_rows(cls, rows: Iterable[tuple[Any, ...]]) -> tuple[Self, ...]:
        """Return the value of each row, which has all fields in order."""
        return tuple(map(tuple.__new__, repeat(cls), rows))

    @classmethod
    def _rest(cls, count: int, named: dict[str, Any]) -> tuple[Any, ...]:
        """Return the fields behind the first `count`, by name or by default."""
        names, defaults = cls.__match_args__, cls._defaults
        try:
            rest = [named.pop(name) if name in named else defaults[name] for name in names[count:]]
        except KeyError:
            rest = []
        if named or count + len(rest) != len(names):
            raise TypeError(f"{cls.__name__} is made of {', '.join(names)}")
        return tuple(rest)

    def __getnewargs__(self) -> tuple[Any, ...]:
        return self[:]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and tuple.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((type(self), self[:]))

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a {type(self).__name__} cannot be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a {type(self).__name__} cannot be changed")

    def __repr__(self) -> str:
        parts = zip(self.__match_args__, self[:], strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={part!r}' for name, part in parts)})"
