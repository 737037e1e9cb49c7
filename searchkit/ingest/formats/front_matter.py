"""The front matter of a text: names and values between two lines of `---` (YAML) or `+++` (TOML).

Of YAML it reads what front matter is made of: strings, lists of strings, blocks. It never fails: a title such as
`Talks: the end`, an error in YAML, is a title all the same.
"""

import json
import re
import tomllib
from collections.abc import Iterable
from typing import Any

MAX_LINES = 500
"""Lines in which front matter must have ended."""

_KEY = re.compile(r"([A-Za-z_][\w-]{0,60})[ \t]*:(?:[ \t]+(.*))?")
_ITEM = re.compile(r"\s*-[ \t]+(.*)")


class Values:
    """The values by their names, which are in lower case, and the lines that they stand in."""

    def __init__(self, values: dict[str, Any], lines: dict[str, int]) -> None:
        self._values, self._lines = values, lines

    def text(self, name: str) -> str:
        """Return a value as one line of text; empty where there is none."""
        value = self._values.get(name)
        items = value if isinstance(value, list) else [value]
        return " ".join(", ".join(str(item) for item in items if item is not None).split())

    def line(self, name: str) -> int | None:
        """Return the line of a value, from 1."""
        return self._lines.get(name)

    def without(self, names: Iterable[str]) -> dict[str, Any]:
        """Return what else there is."""
        return {name: value for name, value in self._values.items() if name not in names and value not in ("", [])}


def read(lines: list[str]) -> tuple[Values, int]:
    """Return the values, and the number of lines that the front matter takes: 0 where there is none."""
    mark = lines[0].rstrip() if lines else ""
    ends = ("---", "...") if mark == "---" else (mark,)
    end = next((number for number, line in enumerate(lines[1:MAX_LINES], 1) if line.rstrip() in ends), 0)
    inside = lines[1:end]
    if mark == "+++" and end:
        values = _toml(inside)
        return (Values(values, {}), end + 1) if values else (Values({}, {}), 0)
    if mark != "---" or not any(_KEY.fullmatch(line) for line in inside):
        return Values({}, {}), 0
    return _yaml(inside), end + 1


def _toml(lines: list[str]) -> dict[str, Any]:
    try:
        values = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return {}
    return {name.lower(): value if isinstance(value, (str, list)) else str(value) for name, value in values.items()}


def _yaml(lines: list[str]) -> Values:
    values: dict[str, Any] = {}
    places: dict[str, int] = {}
    below: dict[str, list[str]] = {}
    name = ""
    for number, line in enumerate(lines, 2):
        match = _KEY.fullmatch(line.rstrip())
        if match:
            name = match[1].lower()
            values[name], places[name] = match[2] or "", number
        elif name and line.strip() and not line.startswith("#"):
            below.setdefault(name, []).append(line)
    return Values({name: _value(value.strip(), below.get(name, [])) for name, value in values.items()}, places)


def _value(written: str, below: list[str]) -> str | list[str]:
    items = [match[1] for line in below if (match := _ITEM.fullmatch(line.rstrip()))]
    if not written and items:
        return [_scalar(item) for item in items]
    if written.startswith("[") and written.endswith("]"):
        return [_scalar(item) for item in _split(written[1:-1]) if item.strip()]
    if written[:1] in ("|", ">"):
        written = ""
    return _scalar(" ".join([written, *(line.strip() for line in below)]).strip())


def _split(items: str) -> list[str]:
    """Return what stands between the commas that are not inside quotation marks."""
    return re.findall(r"""(?:"(?:[^"\\]|\\.)*+"|'[^']*+'|[^,"']++|["'])+""", items)


def _scalar(written: str) -> str:
    written = written.strip()
    if len(written) > 1 and written[0] == written[-1] == '"':
        try:
            return str(json.loads(written, strict=False))
        except ValueError:
            return written[1:-1]
    if len(written) > 1 and written[0] == written[-1] == "'":
        return written[1:-1].replace("''", "'")
    return re.split(r"\s#", written, maxsplit=1)[0].rstrip()
