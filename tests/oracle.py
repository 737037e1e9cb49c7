"""A second opinion: what a query matches, scores and counts, worked out article by article without any index."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from whoosh.util.numeric import byte_to_length, length_to_byte

from searchkit.analysis import stems, terms, words
from searchkit.article import Article
from searchkit.engines.base import Request
from searchkit.fields import (
    DATE_UNITS,
    FIELDS,
    SEPARATOR,
    STEM_WEIGHT,
    TEXT_FIELDS,
    FacetUnit,
    exact_term,
    stems_field,
)
from searchkit.query import tree as nodes
from searchkit.query.units import calendar_unit
from tests.places_oracle import Text, chains, is_meant

K1, B = 1.2, 0.75


class Oracle:
    """Answers requests about some articles by reading all of them."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles = {article.id: article for article in articles}
        self.terms: dict[tuple[str, str], list[str]] = {}
        self.words: dict[tuple[str, str], set[str]] = {}
        self.texts: dict[tuple[str, str], Text] = {}
        for id, article in self.articles.items():
            for zone in TEXT_FIELDS:
                text = str(FIELDS[zone].value(article))
                self.terms[id, zone] = terms(text)
                self.terms[id, stems_field(zone)] = stems(article.language or "", text)
                self.words[id, zone] = set(words(text))
                self.texts[id, zone] = Text(text, article.language, article.body if zone == "lead" else None)

    def scores(self, node: nodes.Node, zones: Sequence[str]) -> dict[str, float]:
        """Return the score of every article that matches, by id."""
        found = {id: self.score(node, article, zones) for id, article in self.articles.items()}
        return {id: score for id, score in found.items() if score is not None}

    def score(self, node: nodes.Node, article: Article, zones: Sequence[str]) -> float | None:
        """Return the score of one article, or None where it does not match. Filters give 0."""
        match node:
            case nodes.Everything():
                return 0.0
            case nodes.Word(text, term, field):
                return _sum(self.in_zone(text, [term], article, zone) for zone in _searched(field, zones))
            case nodes.Phrase(text, wanted, field, slop):
                return _sum(self.in_zone(text, wanted, article, zone, slop) for zone in _searched(field, zones))
            case nodes.Form(_, word, term, field):
                zones = [zone for zone in _searched(field, zones) if word in words(str(FIELDS[zone].value(article)))]
                return _sum(self.bm25f([term], article, zone) for zone in zones)
            case nodes.Prefix() | nodes.Fuzzy() | nodes.Wildcard() | nodes.Regex():
                return _sum(self.has_meant(node, article, zone) for zone in _searched(node.field, zones))
            case nodes.Near() | nodes.AtLeast():
                return _sum(self.in_places(node, article, zone) for zone in _searched(node.field, zones))
            case nodes.Boost(part, factor):
                score = self.score(part, article, zones)
                return None if score is None else score * factor
            case nodes.Exact("id", value):
                return 0.0 if value == article.id else None
            case nodes.Exact(field, value):
                return (
                    0.0 if exact_term(value) in {exact_term(held or "") for held in _values(article, field)} else None
                )
            case nodes.Days(first, last):
                day = article.date
                return 0.0 if day and (first or day) <= day <= (last or day) else None
            case nodes.Recent(half_life, day):
                return _recency(half_life, day, article.date) if article.date else None
            case nodes.Favoured(part, extras):
                score = self.score(part, article, zones)
                return None if score is None else _sum([score, *(self.score(e, article, zones) for e in extras)])
            case nodes.Not(part):
                return 0.0 if self.score(part, article, zones) is None else None
            case nodes.And(parts):
                found = [self.score(part, article, zones) for part in parts]
                return None if None in found else _sum(found)
            case nodes.Or(parts):
                return _sum(self.score(part, article, zones) for part in parts)
        raise TypeError(node)

    def in_places(self, node: nodes.Near | nodes.AtLeast, article: Article, zone: str) -> float | None:
        """Return what the words of places give in one zone, if there are as many places as there must be."""
        text = self.texts[article.id, zone]
        operand, least = (node.part, node.least) if isinstance(node, nodes.AtLeast) else (node, 1)
        return self.of_operand(operand, article, zone) if len(text.spans(operand)) >= least else None

    def of_operand(self, node: nodes.Node, article: Article, zone: str) -> float | None:
        """Return the score of the words of an operand: without those that must not be near."""
        match node:
            case nodes.Near(first, second, _, _, without):
                found = [self.of_operand(part, article, zone) for part in ((first,) if without else (first, second))]
                return None if None in found else _sum(found)
            case nodes.Or(parts):
                return _sum(self.of_operand(part, article, zone) for part in parts)
            case nodes.Boost(part, factor):
                score = self.of_operand(part, article, zone)
                return None if score is None else score * factor
        return self.score(node, article, (zone,))

    def in_zone(self, text: str, wanted: Sequence[str], article: Article, zone: str, slop: int = 0) -> float | None:
        """Return what consecutive terms give in one zone, and half of what the stems of the article's language give."""
        forms = stems(article.language or "", text)
        if len(forms) != len(wanted):
            return self.bm25f(wanted, article, zone, slop=slop)
        own = self.bm25f(forms, article, stems_field(zone), FIELDS[zone].weight * STEM_WEIGHT, slop)
        return _sum([self.bm25f(wanted, article, zone, slop=slop), own])

    def bm25f(
        self, wanted: Sequence[str], article: Article, name: str, weight: float | None = None, slop: int = 0
    ) -> float | None:
        """Return what consecutive terms give in a field: the sum of what each gives, times the weight of the field."""
        held = self.terms[article.id, name]
        if not wanted or not chains(held, list(wanted), slop):
            return None
        return (weight or FIELDS[name].weight) * sum(self.bm25(term, held, name) for term in wanted)

    def bm25(self, term: str, held: list[str], zone: str) -> float:
        idf, average = self.statistics(term, zone)
        length = byte_to_length(length_to_byte(len(held)))
        frequency = held.count(term)
        return float(idf * frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * length / average)))

    @cache  # noqa: B019  an oracle lives as long as a test
    def statistics(self, term: str, zone: str) -> tuple[float, float]:
        """Return the inverse document frequency of a term, and the average length of its zone."""
        texts = [self.terms[id, zone] for id in self.articles]
        idf = math.log(len(texts) / (sum(term in text for text in texts) + 1)) + 1
        return idf, sum(map(len, texts)) / len(texts)

    def has_meant(self, node: nodes.Node, article: Article, zone: str) -> float | None:
        """Return 1 if a pattern stands for a word of a zone."""
        return 1.0 if any(is_meant(node, word) for word in self.words[article.id, zone]) else None

    def ranking(self, request: Request, scores: dict[str, float]) -> list[str]:
        """Return the ids of the page that is asked for, ordered by these scores."""

        def key(id: str) -> tuple[float, int, str]:
            article = self.articles[id]
            day = article.date.toordinal() if article.date else 0
            if request.sort == "oldest":
                return float(day == 0), day, id
            return -round(scores[id], 6) if request.sort == "relevance" else 0.0, -day, id

        return sorted(scores, key=key)[request.offset : request.offset + request.limit]

    def facet(self, name: str, ids: Iterable[str]) -> dict[str | None, int]:
        """Return how many of the articles have each value of a field, or lie in each unit of the calendar."""
        return dict(Counter(value for id in ids for value in _values(self.articles[id], name)))


def _values(article: Article, name: str) -> set[str | None]:
    if name == "date" or name in DATE_UNITS:
        unit: FacetUnit = "month" if name == "date" else name  # type: ignore[assignment]
        return {calendar_unit(article.date, unit) if article.date else None}
    value = str(FIELDS[name].value(article) or "")
    return {part or None for part in (value.split(SEPARATOR) if FIELDS[name].many else [value])}


def _recency(half_life: int, day: date, published: date) -> float | None:
    """Return 4 at the day and later, half of it after the half-life and so on, in steps of a 32th; None below one."""
    share = 2 ** (-max(0, (day - published).days) / half_life)
    return math.floor(share * 32) / 32 * 4 or None


def _searched(field: str | None, zones: Sequence[str]) -> Sequence[str]:
    return [field] if field else zones


def _sum(found: Iterable[float | None]) -> float | None:
    """Return the sum of what there is, or None where there is nothing."""
    scores = [score for score in found if score is not None]
    return sum(scores) if scores else None
