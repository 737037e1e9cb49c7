"""Term vectors: the terms of one field of one document, as a record of a store.

A record is the number of terms, then for each its weight (a 32-bit float), the bytes of its text and of its value, and
then the texts and values. Numbers are little-endian.
"""

import struct
from collections.abc import Iterable
from typing import Any

from whoosh.matching import ListMatcher

_COUNT = struct.Struct("<I")
_ENTRY = struct.Struct("<fII")


def store_name(field: str) -> str:
    """Return the name of the store of a field's vectors."""
    return f"vector:{field}"


def encode(items: Iterable[tuple[str, float, bytes]]) -> bytes:
    """Return the record of (text, weight, value) items; empty for none."""
    head, body = [], []
    for text, weight, value in items:
        key = text.encode("utf-8", "surrogatepass")
        head.append(_ENTRY.pack(weight, len(key), len(value)))
        body += [key, value]
    return b"".join([_COUNT.pack(len(head)), *head, *body]) if head else b""


def decode(record: bytes) -> tuple[list[str], list[float], list[bytes]]:
    """Return the texts, weights and values of a record."""
    (count,) = _COUNT.unpack_from(record)
    at = _COUNT.size + count * _ENTRY.size
    texts, weights, values = [], [], []
    for weight, key_length, value_length in _ENTRY.iter_unpack(record[_COUNT.size : at]):
        texts.append(record[at : at + key_length].decode("utf-8", "surrogatepass"))
        values.append(record[at + key_length : at + key_length + value_length])
        weights.append(weight)
        at += key_length + value_length
    return texts, weights, values


def matcher(record: bytes, format_: Any) -> Any:
    """Return a Whoosh matcher over the terms of a vector."""
    texts, weights, values = decode(record)
    return ListMatcher(texts, weights, values, format_)
