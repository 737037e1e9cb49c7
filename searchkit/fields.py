"""THE table of fields. The index schema, the query prefixes, the facets and the documentation all derive from it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from searchkit.analysis import STEMMERS, words
from searchkit.values import Value

if TYPE_CHECKING:
    from searchkit.article import Article

FORMAT_VERSION = 6
"""Version of the index on disk; raised when an index of the version before cannot be read any more."""

MARKER = "searchkit.json"
"""The file that makes a folder an index."""

Kind = Literal["text", "exact", "id", "day"]
FacetUnit = Literal["year", "quarter", "month", "week", "day"]


class Field(Value):
    """One searchable field.

    A `text` field is analysed and has positions; next to it stand a field of its unstemmed words, for prefixes, and one
    of the stems of texts in languages other than English. An `exact` field matches as a whole, whatever its case and
    accents; an `id` to the letter. A `day` field holds a day of the calendar.

    An exact field can have `many` values, which `value` joins by SEPARATOR: it matches each of them, and
    each is counted.

    A field that is `part_of` another repeats a part of it: whoever looks in both finds that part twice.
    """

    name: str
    kind: Kind
    help: str
    value: "Callable[[Article], str | date | None]"
    weight: float = 1.0
    facet: bool = False
    many: bool = False
    part_of: str | None = None


SEPARATOR = "\x1f"
"""Stands between the values of a field that has many: the unit separator of ASCII, which no name has."""

OTHER_ZONES = ("section", "byline", "dateline", "reading-time", "navigation", "source")
"""Zones that are searched only on request and have no field of their own."""


def _joined(values: Sequence[str]) -> str:
    return SEPARATOR.join(value.replace(SEPARATOR, " ") for value in values)


FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("title", "text", "the headline", lambda a: a.title, weight=2.0),
        Field("lead", "text", "the opening of the body", lambda a: a.lead, part_of="body"),
        Field("body", "text", "the article's own text", lambda a: a.body),
        Field("captions", "text", "picture captions and credits", lambda a: a.zone_text("caption")),
        Field("links", "text", "headlines of other articles", lambda a: a.zone_text("links", "recommendation")),
        Field("page", "text", "everything else on the page", lambda a: a.zone_text(*OTHER_ZONES)),
        Field("date", "day", "the day of publication", lambda a: a.date, facet=True),
        Field("source", "exact", "the outlet", lambda a: a.source, facet=True),
        Field("section", "exact", "the outlet's section", lambda a: a.section, facet=True),
        Field(
            "agency", "exact", "an agency that supplied the text", lambda a: _joined(a.agencies), facet=True, many=True
        ),
        Field(
            "photo", "exact", "who is credited for a picture", lambda a: _joined(a.photo_credits), facet=True, many=True
        ),
        Field("byline", "exact", "who wrote it", lambda a: a.byline, facet=True),
        Field("place", "exact", "where its dateline says it was written", lambda a: a.dateline, facet=True),
        Field("date-quality", "exact", "how its date is known", lambda a: a.date_quality, facet=True),
        Field("language", "exact", "the language, as a code of two letters", lambda a: a.language, facet=True),
        Field("id", "id", "the article's id", lambda a: a.id),
    )
}

DEFAULT_ZONES = ("title", "body")
"""The text fields that a word without a prefix is looked for in."""

PREFIX_SCORE = 1.0
"""What a prefix or a fuzzy word adds to the score for every zone that it is found in, however often."""

RECENCY_SCORE = 4.0
"""What the newest articles get under a boost for recency: as much as a word of middling frequency gives in a body."""

STEM_WEIGHT = 0.5
"""What a stem of the article's language counts beside the term of the text field, which is stemmed as English."""

TEXT_FIELDS = tuple(field.name for field in FIELDS.values() if field.kind == "text")

ALL_ZONES = tuple(name for name in TEXT_FIELDS if not FIELDS[name].part_of)
"""The text fields that make up a page together, each of its lines in one: what `--in all` stands for."""

OTHER_TEXTS = tuple([name for name in ALL_ZONES if name not in DEFAULT_ZONES])
"""The text fields of what surrounds an article on its page."""

ZONE_CHOICES = (*TEXT_FIELDS, "all")
"""What `--in` takes."""

DATE_UNITS: tuple[FacetUnit, ...] = ("year", "quarter", "month", "week", "day")
"""Calendar units of the date facet: `date` alone counts by month."""

FACETS = (*(field.name for field in FIELDS.values() if field.facet), *DATE_UNITS)
"""What `--facet` and `--by` take."""


def words_field(name: str) -> str:
    """Return the name of the index field that holds the unstemmed words of a text field."""
    return f"{name}_words"


def stems_field(name: str) -> str:
    """Return the name of the index field beside a text field that holds stems by the language of the article.

    It is empty for an article in English, or in a language without a stemmer.
    """
    return f"{name}_stems"


SENTENCE_START = "\x1fS"
PARAGRAPH_START = "\x1fP"
"""Terms of a field of places that no word is, at the first words of sentences and paragraphs."""


def places_field(name: str) -> str:
    """Return the name of the index field with what `searchkit.places` says of a text field.

    That of a field which is part of another is that of the other: the positions of its words are the same.
    """
    return f"{FIELDS[name].part_of or name}_places"


def stemmed_languages(found: Iterable[str]) -> tuple[str, ...]:
    """Return, of the languages of an index, those that it has stems of."""
    return tuple(sorted(STEMMERS.keys() & found))


def exact_term(value: str) -> str:
    """Return the form in which an exact field is compared: its words in one case, without accents or punctuation.

    >>> exact_term("TRT  World"), exact_term("A.P."), exact_term("?!")
    ('trt world', 'ap', '?!')
    """
    return " ".join(words(value)) or value.strip().lower()
