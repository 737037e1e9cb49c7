"""What lines of a few words are: dates, times, numbers, addresses, names, labels. Each is a cue of `cues`.

Most patterns need a digit or a certain sign, and are not tried on a line without.
"""

import unicodedata
from collections.abc import Iterator

from searchkit import analysis
from searchkit.ingest.facts.months import NAMES
from searchkit.ingest.facts.sources import is_agency
from searchkit.ingest.pages import patterns
from searchkit.ingest.pages.words import AROUND_DATES, PHRASES, SITE_WORDS, phrase

SHORT = 12
"""Words of the longest line that a date, a name or a label alone can make."""

_DATE_LABELS = frozenset(label.split()[0] for label, kinds in PHRASES.items() if kinds[0] == "dateline")


def entries(text: str, words: int, is_sentence: bool, form: str) -> Iterator[tuple[str, str]]:
    """Yield the cues of a line of so many words; `form` is its `phrase`."""
    has_digit = patterns.DIGIT.search(text) is not None
    dated = is_date(text) if has_digit else None
    if words > SHORT:
        if dated == "date":
            yield "date", "a date alone"
        return
    if dated:
        yield _dated(text, dated)
    if has_digit:
        yield from _with_digits(text, words, is_sentence, dated is not None)
    if "/" in text:
        yield from _letters(text)
    if ":" in text or "：" in text or "contact" in form:
        yield from _label_and_rest(text, form)
    yield from _named(text, words, is_sentence, form, dated is not None)


def _dated(text: str, dated: str) -> tuple[str, str]:
    if phrase(patterns.DIGIT.split(text, maxsplit=1)[0]).split(" ")[0] in _DATE_LABELS:
        return "labelled date", "states a date"
    return ("date", "a date alone") if dated == "date" else ("date and name", "a date with a name")


def _with_digits(text: str, words: int, is_sentence: bool, is_dated: bool) -> Iterator[tuple[str, str]]:
    if not is_dated and not is_sentence and patterns.FULL_DATE.search(text):
        yield "has a date", "states a day"
    if not is_dated and patterns.TIME.fullmatch(text):
        yield "time", "a time alone"
    if words <= 8 and patterns.MINUTES.search(text):
        if patterns.READ.search(text):
            yield "reading time", "minutes to read"
        elif patterns.MINUTES_ALONE.fullmatch(text):
            yield "minutes", "minutes to read"
    if patterns.DURATION.fullmatch(text):
        yield "duration", "the length of a recording"
    if "%" in text and patterns.TICKER.search(text):
        yield "ticker", "the price of a share"
    if not is_dated and patterns.PHONE.search(text):
        yield "contact", "an address or a number to reach someone"
    if "=" in text and patterns.SUM.search(text):
        yield "captcha", "a question for machines"
    if patterns.ADDRESS.fullmatch(text):
        yield "postal address", "a postal address"
    count = patterns.COUNT.fullmatch(text)
    if count and "navigation" in PHRASES.get(phrase(count[1]).rstrip("s"), PHRASES.get(phrase(count[1]), ())):
        yield "count", "a count beside a button"
    if patterns.PAGE_OF.fullmatch(text):
        yield "page numbers", "numbers of pages"
    if words <= 6 and not patterns.LETTERS.search(text):
        yield "number", "a number alone"


def _letters(text: str) -> Iterator[tuple[str, str]]:
    if patterns.AGENCY_LETTERS.fullmatch(text) and any(is_agency(part) for part in text.strip("()").split("/")):
        yield "agency letters", "names the agencies"
    elif patterns.INITIALS.fullmatch(text):
        yield "initials", "letters of those who wrote it"


def _label_and_rest(text: str, form: str) -> Iterator[tuple[str, str]]:
    if patterns.CONTACT_WITHIN.search(text) and form not in PHRASES:
        yield "contact label", "introduces who wrote or issued it"
        if patterns.BEGINS_WITH_DAY.match(text):
            yield "labelled date", "states a date"
    if patterns.FACT.match(text):
        yield "fact", "a fact with its label"


def _named(text: str, words: int, is_sentence: bool, form: str, is_dated: bool) -> Iterator[tuple[str, str]]:
    if words <= 9 and not is_sentence and not SITE_WORDS.isdisjoint(patterns.NO_WORD.sub(" ", text.casefold()).split()):
        yield "site words", "speaks of the site and its rules"
    if "list" in form and patterns.LIST.fullmatch(text):
        yield "list word", "read out around a list of articles"
    if "@" in text and not is_dated and patterns.EMAIL.search(text):
        yield "contact", "an address or a number to reach someone"
    if "." in text and patterns.URL.fullmatch(text):
        yield "web address", "a web address alone"
    if patterns.CASE_NUMBER.fullmatch(text):
        yield "case number", "the number of a case"
    if ("*" in text and patterns.FIELD.fullmatch(text)) or text.startswith(
        ("Type your", "Type to search", "Enter your")
    ):
        yield "field", "a field of a form"
    if "newsletter" in form or "javascript" in form:
        yield "form", "speaks of the site's newsletter or its workings"
    if patterns.NAME.fullmatch(text) and not text.isupper():
        yield "name", "looks like a name"
    byline = patterns.BYLINE.fullmatch(text)
    if byline and not is_dated and is_name(byline["name"]):
        yield "byline", "names who wrote it"


def is_name(text: str) -> bool:
    """Tell whether a text looks like names: most words with a capital, or of a script without."""
    words = [
        word
        for word in patterns.TOKEN.findall(text)
        if word.casefold()
        not in ("and", "und", "et", "y", "e", "ve", "и", "de", "van", "von", "in", "for", "of", "the")
    ]
    return (
        0 < len(words) <= 10
        and not text.rstrip().endswith((".", "?", "!"))
        and all(not word[0].islower() for word in words)
        and not patterns.DIGIT.search(text)
    )


def is_date(text: str) -> str | None:
    """Return `date` when a line is nothing but a date, `place` when a name stands beside it; else None.

    >>> is_date("Published November 13, 2025"), is_date("WASHINGTON, Nov 13"), is_date("He came on November 13.")
    ('date', 'place', None)
    """
    if len(text) > 120 or not patterns.DIGIT.search(text):
        return None
    if patterns.CJK_DATE.search(text):
        rest = sum(map(str.isalpha, patterns.CJK_DATE.sub("", text)))
        if rest <= 12:
            return "date" if rest <= 4 else "place"
    months = numbers = others = 0
    parted = patterns.GLUED_MONTH.sub(" ", unicodedata.normalize("NFC", text).casefold())  # 13.nov.2025
    for token in patterns.TOKEN.findall(parted):
        bare = token.strip(".:'’\"")
        if not bare:
            continue
        if patterns.NUMERIC_DATE.fullmatch(bare):
            months, numbers = months + 1, numbers + 1
        elif (bare if bare.isascii() else " ".join(analysis.words(bare))) in NAMES:
            months += 1
        elif patterns.DATE_PART.fullmatch(bare):
            numbers += 1
        elif bare not in AROUND_DATES and token not in AROUND_DATES:
            others += 1 if not token.endswith(":") else 5
            if others > 4:
                return None
    if numbers and (months or _is_relative(text) or (patterns.CLOCK.search(text) and patterns.NEAR_DAY.search(text))):
        return (
            "date"
            if not others
            else "place"
            if months and others <= 4 and not text.rstrip().endswith(".") and numbers <= 6 and text[0].isupper()
            else None
        )
    return None


def _is_relative(text: str) -> bool:
    return patterns.RELATIVE.search(text) is not None
