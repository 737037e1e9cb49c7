"""The language of an article: what it states, else what its beginning is written in.

Words tell languages apart that share a script, the script alone tells the others. What is short, or in two languages,
has none: nothing is guessed. `native/src/language/` does the same for rows that no Python reads.

>>> detect("The minister said on Thursday that the talks would go on in Moscow, and that he was sure of it.")
('en', 1.0)
>>> stated("de-AT"), stated("French"), stated("?")
('de', 'fr', None)
"""

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from functools import cache

from searchkit.article import Article, Evidence
from searchkit.ingest.language_words import ALSO_CALLED, SCRIPTS, WORDS

SAMPLE = 600
"""Code points that are looked at."""

LEAST_VOTES = 4
"""Words of the language that must be in the sample."""

WORDS_A_VOTE = 12
"""At least one of so many words must be the language's: even in Finnish, which has few small words, one of eight is."""

LEAST_CONFIDENCE = 75
"""Percent of the words that only one of two languages has which must be the one's."""

LEAST_OWN = 2
"""Words that the language must have and the other not."""

LEAST_LETTERS = 25
"""Letters of a script that tell its language."""

_CODE = re.compile("[a-z]{2}")
_OF_ONE_LANGUAGE = re.compile(f"[{''.join(SCRIPTS.values())}]+")

Found = tuple[str, float]
"""A language and the confidence in it."""


def detect(text: str) -> Found | None:
    """Return the language of a text and the confidence in it; None if it is not certain."""
    sample = text[:SAMPLE]
    if not sample.isascii():
        sample = unicodedata.normalize("NFC", sample)
        if letters := "".join(_OF_ONE_LANGUAGE.findall(sample)):
            visible = sum(map(len, sample.split()))
            if len(letters) * 2 > visible:
                return _by_script(letters, visible)
            if len(letters) * 10 > visible:
                return None  # two scripts, two languages
    return _by_words(sample.lower().split())


def _by_script(letters: str, visible: int) -> Found | None:
    counts = _counts(letters)
    kana, han = counts.get("ja", 0), counts.get("zh", 0)
    if kana * 10 >= han:
        counts |= {"ja": kana + han, "zh": 0}
    elif kana * 50 > han:
        return None  # more than a name in Chinese, less than Japanese has
    most, language = max((count, language) for language, count in counts.items())
    return (language, most * 100 // visible / 100) if most >= LEAST_LETTERS and most * 2 > visible else None


def _counts(letters: str) -> dict[str, int]:
    """Return how many of the letters each script has, until all are counted."""
    counts: dict[str, int] = {}
    for language, pattern in _scripts():
        counts[language] = sum(map(len, pattern.findall(letters)))
        if sum(counts.values()) == len(letters):
            break
    return counts


@cache
def _scripts() -> list[tuple[str, re.Pattern[str]]]:
    return [(language, re.compile(f"[{chars}]+")) for language, chars in SCRIPTS.items()]


def _by_words(words: list[str]) -> Found | None:
    hits = Counter(map(_languages_of_words().get, words))
    del hits[None]
    votes: dict[str, int] = {}
    for languages, count in hits.items():
        for language in languages or ():
            votes[language] = votes.get(language, 0) + count
    most, best = max(((count, language) for language, count in votes.items()), default=(0, ""))
    if most < LEAST_VOTES or most * WORDS_A_VOTE < len(words):
        return None
    confidence = 100
    for other, count in votes.items():
        # What both have says nothing: Danish and Norwegian share most of their small words.
        if count * 2 >= most and other != best:
            shared = sum(n for languages, n in hits.items() if languages and best in languages and other in languages)
            own = most - shared
            confidence = min(confidence, own * 100 // (own + count - shared) if own >= LEAST_OWN else 0)
    return (best, confidence / 100) if confidence >= LEAST_CONFIDENCE else None


@cache
def _languages_of_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language, words in WORDS.items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


@cache
def _codes() -> dict[str, str]:
    return {name: code for code, names in ALSO_CALLED.items() for name in names.split()}


def stated(value: str) -> str | None:
    """Return the code of the language that a file states, in whatever form; None if the form is not known."""
    name = value.strip().lower()
    if found := _codes().get(name):
        return found
    main = re.split("[-_]", name, maxsplit=1)[0]
    return _codes().get(main) or (main if _CODE.fullmatch(main) else None)


def of_text(title: str, body: str) -> tuple[str | None, tuple[Evidence, ...]]:
    """Return the language that an article is surely written in, and the evidence for it."""
    found = detect(f"{title}\n{body}")
    return (found[0], (Evidence("language", found[0], "detected", None, True, found[1]),)) if found else (None, ())


def described(article: Article, origin: str | None = "field", line: int | None = None) -> Article:
    """Return the article with its language: the code of what it states, else what is detected, with the evidence.

    `origin` and `line` are where it was stated; no origin if that goes without saying. An article that has evidence for
    its language stays as it is.
    """
    told = article.language
    if told and any(item.field == "language" and item.chosen and item.value == told for item in article.evidence):
        return article
    language = stated(told) if told else None
    evidence: tuple[Evidence, ...] = ()
    if told and origin:
        is_known = language is not None
        evidence = (Evidence("language", language or told, origin, line, is_known, float(is_known)),)
    if language is None:
        language, detected = of_text(article.title, article.body)
        evidence += detected
    if language == told and not evidence:
        return article
    return replace(article, language=language, evidence=(*article.evidence, *evidence))
