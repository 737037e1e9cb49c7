"""A file of one kind of element after another -> those elements. One that is broken cannot break the next."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Element(NamedTuple):
    """An element, tags included, with the place and the number of the line where it begins."""

    line: int
    start: int
    written: str


def elements(text: str, *names: str) -> Iterator[Element]:
    """Yield the elements of these names.

    What stands in a CDATA section is no tag. An element that is never closed ends where the next one begins.
    """
    either = "|".join(map(re.escape, names))
    mark = re.compile(rf"<!\[CDATA\[|<(?:\w+:)?(?:{either})(?=[\s>])|</(?:\w+:)?(?:{either})\s*>")
    start, at, line, counted = -1, 0, 1, 0
    while match := mark.search(text, at):
        at = match.end()
        if match[0] == "<![CDATA[":
            at = max(at, text.find("]]>", at) + 3)
            if at == match.end():
                break
            continue
        closes = match[0].startswith("</")
        if start >= 0:
            line += text.count("\n", counted, start)
            counted = start
            yield Element(line, start, text[start : match.end() if closes else match.start()])
        start = -1 if closes else match.start()
    if start >= 0:
        yield Element(line + text.count("\n", counted, start), start, text[start:])
