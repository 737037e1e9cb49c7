"""Stored fields as JSON, with a tag for what JSON has no form for. Nothing is pickled.

Strings, numbers, truth values, None, lists and dicts with strings for keys are themselves. Everything else is an object
with the key "!", whose value names the type, and the key "v" with the content.
"""

import base64
import datetime
import decimal
import json
from collections.abc import Callable
from typing import Any

from searchkit.errors import CorruptIndexError

STORED = "stored"
"""The store of stored fields."""

TAG = "!"

_PLAIN = frozenset({str, int, float, bool, type(None)})


def encode(value: Any) -> str:
    """Return a value as text. Raises ValueError if it, or something in it, is of a type that has no form.

    >>> encode(("Война", 3))
    '{"!":"tuple","v":["Война",3]}'
    """
    return json.dumps(_to_json(value), ensure_ascii=False, separators=(",", ":"))


def record(fields: dict[str, str]) -> bytes:
    """Return the record of a document: its stored fields by name, each encoded. A document without any has no bytes."""
    if not fields:
        return b""
    if TAG in fields:
        pairs = ",".join(f"[{encode(name)},{value}]" for name, value in fields.items())
        text = f'{{"{TAG}":"dict","v":[{pairs}]}}'
    else:
        text = "{" + ",".join(f"{encode(name)}:{value}" for name, value in fields.items()) + "}"
    return text.encode("utf-8", "surrogatepass")


def decode(data: bytes) -> dict[str, Any]:
    """Return the stored fields of a record.

    >>> decode(record({"tags": encode({"a", "b"})}))["tags"] == {"a", "b"}
    True
    """
    fields: dict[str, Any] = json.loads(data.decode("utf-8", "surrogatepass"), object_hook=_from_json) if data else {}
    return fields


def _to_json(value: Any) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is list:
        return [_to_json(item) for item in value]
    if kind is dict and all(type(key) is str and key != TAG for key in value):
        return {key: _to_json(item) for key, item in value.items()}
    return {TAG: kind.__name__, "v": _content(value)}


def _content(value: Any) -> Any:
    kind = type(value)
    if kind is dict:
        return [[_to_json(key), _to_json(item)] for key, item in value.items()]
    if kind in (tuple, set, frozenset):
        return [_to_json(item) for item in value]
    if kind in (bytes, bytearray):
        return base64.b64encode(value).decode()
    if kind in (datetime.date, datetime.datetime, datetime.time) and _has_plain_zone(value):
        return value.isoformat()
    if kind is datetime.timedelta:
        return [value.days, value.seconds, value.microseconds]
    if kind in (decimal.Decimal, complex):
        return str(value)
    raise ValueError(f"a value of type {kind.__module__}.{kind.__qualname__} cannot be stored in a native segment")


def _has_plain_zone(value: Any) -> bool:
    zone = getattr(value, "tzinfo", None)
    return zone is None or type(zone) is datetime.timezone


_READERS: dict[str, Callable[[Any], Any]] = {
    "dict": dict,
    "tuple": tuple,
    "set": set,
    "frozenset": frozenset,
    "bytes": base64.b64decode,
    "bytearray": lambda content: bytearray(base64.b64decode(content)),
    "date": datetime.date.fromisoformat,
    "datetime": datetime.datetime.fromisoformat,
    "time": datetime.time.fromisoformat,
    "timedelta": lambda content: datetime.timedelta(*content),
    "Decimal": decimal.Decimal,
    "complex": complex,
}


def _from_json(found: dict[str, Any]) -> Any:
    name = found.get(TAG)
    if name is None:
        return found
    if name not in _READERS:
        raise CorruptIndexError(f"a stored value is of an unknown type: {name}")
    return _READERS[name](found["v"])
