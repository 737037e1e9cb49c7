"""A name that may be the outlet's, and the marks that speak for it or against it."""

from collections import defaultdict

from searchkit.ingest.facts.names import name_words


class Name:
    """A name, the first line that has it alone, and the marks that speak for it or against it."""

    def __init__(self, text: str, line: int) -> None:
        self.text, self.line = text, line
        self.words = name_words(text)
        self.plain = [word.removesuffix("'s") for word in self.words]
        self.marks: dict[str, int] = defaultdict(int)

    @property
    def origin(self) -> str:
        """Return the place that the name is believed for, as `sources.TRUST` calls it."""
        if "page title" in self.marks:
            return "page title"
        if any("copyright" in place for place in self.marks):
            return "copyright"
        return "letterhead" if "office" in self.marks else "masthead"


STRONG = frozenset(
    (
        "page title",
        "copyright",
        "frame",
        "masthead",
        "spelled",
        "stated",
        "host is",
        "imprint",
        "described",
        "above an address",
        "inflected",
    )
)
"""Marks of a name that are more than chance."""

SUPPORT = frozenset(
    ("of copyright", "host has", "beside network", "ends a caption", "ends a byline", "in a source", "in the opening",
     "begins a line of the foot", "in a notice", "employer", "once more", "alone in the foot")
)  # fmt: skip
"""Marks of a name that support one that is strong."""

_ELSEWHERE = {"once more", "in the opening"}
OWN = (STRONG | SUPPORT | {"owner", "office", "issued", "source line", "beside a date", "breadcrumb"}) - _ELSEWHERE
"""Marks of which a name has one where a page names its outlet, not only what it writes about."""
