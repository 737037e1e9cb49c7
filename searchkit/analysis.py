"""Text to terms: the one definition that indexing, querying and highlighting share.

A *token* is a stretch of text, a *term* is the form of it that the index holds. Every token has a term: there are no
stop words, so that phrases are exact and "The Who" can be found.

>>> [(token.term, token.start, token.end) for token in tokens("The U.S. met Lavrov's envoys")]
[('the', 0, 3), ('us', 4, 8), ('met', 9, 12), ('lavrov', 13, 21), ('envoy', 22, 28)]
>>> terms("10,000 cafés in 北京")
['10000', 'cafe', 'in', '北', '京']
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import Stemmer

from searchkit._unicode import MARKS, UNSPACED, WORD

STEMMERS = {
    "ar": "arabic", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "es": "spanish", "fi": "finnish",
    "fr": "french", "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip
"""Languages other than English, by their code, with Snowball's stemmer of each: those that the native core has too."""

MAX_TERM_LENGTH = 255
"""Code points of a term; what is longer is cut, in the index and in queries alike."""

_KNOWN_TOKENS = 100_000
"""Tokens whose words and terms are kept at hand: nearly all that a news archive repeats, in some 30 MB."""

# What casefolding and normalisation leave apart although readers type one for the other: typographic apostrophes, the
# final sigma, letters with a stroke, Arabic and Persian variants of one letter, digits of the Arabic world.
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("’ʼ＇", "'"), "ς": "σ", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d",
        "þ": "th", "ħ": "h", "ı": "i", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": "",
        **dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789", strict=True)),
    }
)  # fmt: skip

# The same for what a stemmer reads, which wants the letters of its language as they are.
_TYPED = str.maketrans({**dict.fromkeys("’ʼ＇", "'"), "ς": "σ", "ی": "ي", "ک": "ك"})
_TURKISH = str.maketrans({"I": "ı", "İ": "i"})

# Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic. Marks of other scripts are vowels: they stay.
# The breve of a Cyrillic й stays too: it is a letter of its own.
_ACCENTS = re.compile(
    "(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe20-\ufe2f]"
)

# Dots of an acronym (U.S.) and commas between thousands (10,000); the dot of 1.5 stays.
_SILENT = re.compile(r"(?<![0-9])\.|\.(?![0-9])|,")


class Token(NamedTuple):
    """A term and the code points [start, end) of the text it stands for."""

    term: str
    start: int
    end: int


@cache
def _token_pattern(is_ascii: bool) -> re.Pattern[str]:
    """Return the pattern of a token, compiled at first use: beyond ASCII its character classes are large.

    In texts of ASCII alone, as most queries are, the short one finds the same.
    """
    word_chars = "0-9A-Za-z" if is_ascii else WORD
    letter = "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff]"
    acronym = rf"{letter}(?:\.{letter})+(?![{word_chars}])\.?(?:['’][sS](?![{word_chars}]))?"
    # A full stop joins digits (1.5), a comma joins thousands (10,000), an apostrophe joins anything (O'Brien's).
    joint = r"(?:['’ʼ]|(?<=[0-9])(?:\.(?=[0-9])|,(?=[0-9]{3}(?![0-9]))))"
    word = rf"[{word_chars}]+(?:{joint}[{word_chars}]+)*"
    if is_ascii:
        return re.compile(f"{acronym}|{word}")
    decomposed_hangul = "[\u1100-\u115f][\u1160-\u11a7]+[\u11a8-\u11ff]*"
    unspaced = rf"[{UNSPACED}][{MARKS}]*"
    return re.compile(f"{acronym}|{word}|{decomposed_hangul}|{unspaced}")


@cache
def _stemmer(algorithm: str = "english") -> Callable[[str], str]:
    """Return a stemmer of Snowball's; the English one is Porter2 (https://snowballstem.org/algorithms/english/)."""
    # A cache of its own would only double ours.
    stem: Callable[[str], str] = Stemmer.Stemmer(algorithm, 0).stemWord
    return stem


def _fold(token: str) -> str:
    """Return the token in one case, without accents and compatibility forms."""
    lowered = unicodedata.normalize("NFKC", token).lower().translate(_ALIKE)
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", lowered))
    return unicodedata.normalize("NFC", bare)


@lru_cache(_KNOWN_TOKENS)
def word(token: str) -> str:
    """Return the token as a reader would type it: one case, no accents, but not stemmed. Prefixes match words.

    >>> word("Lavrov's"), word("U.S."), word("Sanctions"), word("Zürich")
    ("lavrov's", 'us', 'sanctions', 'zurich')
    """
    folded = token.lower() if token.isascii() else _fold(token)
    if "." in folded or "," in folded:
        folded = _SILENT.sub("", folded)
    return folded[:MAX_TERM_LENGTH]


@lru_cache(_KNOWN_TOKENS)
def term(token: str) -> str:
    """Return the term of one token, as `tokens` cuts them; empty when nothing of it can be searched (a lone tatweel).

    >>> term("Lavrov's"), term("U.S."), term("sanctions"), term("Zürich")
    ('lavrov', 'us', 'sanction', 'zurich')
    """
    return _stemmer()(word(token))


def term_of_word(word: str) -> str:
    """Return the term of a token whose `word` is known.

    >>> term_of_word("sanctions")
    'sanction'
    """
    return _stemmer()(word)


@lru_cache(_KNOWN_TOKENS)
def stem(token: str, language: str) -> str:
    """Return the stem of one token in a language of STEMMERS, marked by its code; empty where `term` is.

    Accents are endings in some languages: they go after the stemming.

    >>> stem("Häuser", "de"), stem("l'élection", "fr"), stem("Kitaplarından", "tr")
    ('de:haus', 'fr:elect', 'tr:kitap')
    """
    bare = word(_stemmer(STEMMERS[language])(typed(token, language))) or word(token)
    return f"{language}:{bare}" if bare else ""


def typed(token: str, language: str = "") -> str:
    """Return the token in lower case, without silent dots and commas, but with its accents: what a stemmer reads.

    >>> typed("L’Été"), typed("U.S."), typed("Işık"), typed("Işık", "tr")
    ("l'été", 'us', 'işık', 'ışık')
    """
    whole = unicodedata.normalize("NFKC", token)
    if language == "tr":
        whole = whole.translate(_TURKISH)
    lower = unicodedata.normalize("NFC", whole.lower().translate(_TYPED))
    if "." in lower or "," in lower:
        lower = _SILENT.sub("", lower)
    return lower[:MAX_TERM_LENGTH]


def stems(language: str, text: str) -> list[str]:
    """Return the stems of the text in order, one for each of its terms; none for a language without a stemmer."""
    return [form for token in _cut(text) if (form := stem(token, language))] if language in STEMMERS else []


def _cut(text: str) -> list[str]:
    """Return the tokens of the text in order."""
    is_ascii = text.isascii()
    if is_ascii:
        # Letters and digits between spaces, as in most queries, are the tokens: the pattern would only find them again.
        if text.isalnum():
            return [text]
        found = text.split()
        if all(map(str.isalnum, found)):
            return found
    return _token_pattern(is_ascii).findall(text)


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of the text in order; the n-th token has position n."""
    for match in _token_pattern(text.isascii()).finditer(text):
        if form := term(match[0]):
            start, end = match.span()
            yield Token(form, start, end)


def terms(text: str) -> list[str]:
    """Return the terms of the text in order."""
    return [form for token in _cut(text) if (form := term(token))]


def words(text: str) -> list[str]:
    """Return the words of the text in order: what `terms` returns, before stemming."""
    return [form for token in _cut(text) if (form := word(token))]
