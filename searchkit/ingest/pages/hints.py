"""Single words and shapes that hint at what a line is, where no table has the line as a whole.

A heading of a list is new on every site, and yet has a word such as "latest" in one language or another; a button has
words of other buttons. Hints are weaker than the rows of `words`: what they count for depends on where a line stands.
"""

from collections.abc import Iterator, Sequence

from searchkit.ingest.pages import hint_words as table
from searchkit.ingest.pages import patterns
from searchkit.ingest.pages.words import PHRASES, WEAK_FORMS

Cue = tuple[str, str]

_MOST_WORDS = 7
"""Words of the longest line whose single words are looked at."""


def _tokens(kind: str) -> frozenset[str]:
    found = {
        word for label, kinds in PHRASES.items() if kind in kinds and label.count(" ") <= 3 for word in label.split()
    }
    return frozenset(word for word in found if len(word) > 1 and word not in table.COMMON)


_OF_MENUS = _tokens("navigation")
_OF_TAGS = _tokens("tags") - _OF_MENUS
_WEAK_BY_WORD: dict[str, list[str]] = {}
for _form in WEAK_FORMS:
    _WEAK_BY_WORD.setdefault(_form.split()[0], []).append(_form)
_WEAK_FIRST = frozenset(_WEAK_BY_WORD)
_WEAK_WITHOUT_SPACES = tuple(form for form in WEAK_FORMS if patterns.NO_SPACES.search(form))


def hints(text: str, words: int, is_sentence: bool, form: str) -> Iterator[Cue]:
    """Yield what the words and the shape of a line hint at; `form` is its `phrase`."""
    if words <= _MOST_WORDS and not is_sentence:
        yield from _of_words(text, form)
    if text[0] in "#＃" and table.HASHTAGS.fullmatch(text):
        yield "hashtags", "topics of the article"
    if text[0] in "([（【" and words <= 8 and table.IN_BRACKETS.fullmatch(text):
        yield "brackets alone", "in brackets from beginning to end"
    folded = text.casefold()
    tokens = patterns.NO_WORD.sub(" ", folded).split() if 2 < words <= 60 else ()
    if words <= 60:
        yield from _of_pictures(text, tokens or folded.split())
    if words <= 14 and table.WITH_FILES.match(text):
        yield "with agencies", "names the agencies"
    if not is_sentence and words <= 25:
        if (text[0].isdigit() or text[-1] in ")]") and table.ENTRY.fullmatch(text):
            yield "dated entry", "a date or a time with a headline"
        if "." in text and table.RIGHT_ABOVE_ALL.search(text):
            yield "archive", "the address of an archive of pages"
    if tokens and (found := _to_readers(folded, tokens)):
        yield "to the reader", f"speaks to the reader: “{found}”"


def _of_words(text: str, form: str) -> Iterator[Cue]:
    bare = table.COUNTED.sub("", form) if form else ""
    if bare and bare != form:
        kinds = PHRASES.get(bare, ())
        if "navigation" in kinds:
            yield "counted button", "a button with a count"
        elif "links" in kinds:
            yield "list words", "words of the heading of a list"
    if table.OF_COMMENTS.search(text):
        yield "comments", "introduces what readers say"
    first = bare.split(" ", 1)[0]
    if first in table.MORE and form != first:
        yield "begins with more", "more of something, as the heading of a list"
    elif first in table.ALL and form != first:
        yield "begins with all", "all of something, as the button of a list"
    if " " in bare and table.ROLES.search(text):
        yield "role", "says what somebody writes about"
    tokens = [word for word in bare.split() if word not in table.COMMON]
    if not tokens:
        return
    known = sum(word in _OF_MENUS for word in tokens)
    if known == len(tokens) and form not in PHRASES:
        yield "button words", "words of menus and buttons"
    elif known * 2 >= len(tokens) and form not in PHRASES:
        yield "some button words", "some words of menus and buttons"
    if len(tokens) <= 4 and not _OF_TAGS.isdisjoint(tokens) and "tags" not in PHRASES.get(form, ()):
        yield "tag words", "words that introduce topics"
    if not table.OF_LISTS.isdisjoint(tokens) or (not text.isascii() and table.OF_LISTS_WITHOUT_SPACES.search(text)):
        yield "list words", "words of the heading of a list"


def _of_pictures(text: str, tokens: Sequence[str]) -> Iterator[Cue]:
    tail = text[-120:]
    if not text.endswith((".", "?", "!")):
        if table.CREDIT_SAID.search(tail):
            yield "credit behind", "ends in a photo credit"
        elif len(tokens) >= 6 and table.NAME_BEHIND.search(tail):
            yield "name behind a full stop", "ends in a name, as a picture with its credit"
    in_brackets = text[-1] in ")）" or tail.endswith((").", "）。"))
    if (in_brackets or "/" in tail or "＝" in tail or "=" in tail) and table.CREDIT_BEHIND.search(tail):
        yield "credit behind", "ends in a photo credit"
    elif in_brackets:
        match = table.BRACKETS_BEHIND.fullmatch(text[-200:])
        if match and table.NAMES.fullmatch(match["names"]):
            yield "names in brackets behind", "ends in names in brackets"
    if _can_be_pictured(text, tokens) and table.PICTURED.search(text):
        yield "pictured", "speaks of a picture"


def _can_be_pictured(text: str, tokens: Sequence[str]) -> bool:
    """Tell quickly whether a line has a word that a line on a picture has."""
    if not table.PICTURE_STEMS.isdisjoint([token[:4] for token in tokens]):
        return True
    return not text.isascii() and (
        patterns.NO_SPACES.search(text) is not None or any(word in text for word in table.PICTURED_ELSEWHERE)
    )


def _to_readers(folded: str, tokens: Sequence[str]) -> str | None:
    """Return what shows that a site speaks to its readers, in a line in one case and the words of it."""
    if not table.TO_READERS.isdisjoint(tokens) and (found := table.OF_SITES.intersection(tokens)):
        return min(found)
    for token in sorted(_WEAK_FIRST.intersection(tokens)):
        for form in _WEAK_BY_WORD[token]:
            if form in folded:
                return form
    if not folded.isascii() and patterns.NO_SPACES.search(folded):
        return next((form for form in _WEAK_WITHOUT_SPACES if form in folded), None)
    return None


def rank(text: str) -> int | None:
    """Return the number that a line begins with, as those of a list in order do."""
    match = table.RANKED.fullmatch(text[:200])
    return int(match[1]) if match else None
