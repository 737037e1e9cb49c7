"""Stored text and what a query looks for -> marked passages.

Everything is measured in code points of the text that is given. A mark stands exactly on what matched: a word on the
whole word, a phrase on the whole phrase. A passage is a sentence, so that it can be quoted.

>>> text = "Talks failed. Lavrov spoke of new contacts on Monday. He left."
>>> best_passages(text, [Pattern.of_terms(["new", "contact"])], limit=1)
[Passage(text='Lavrov spoke of new contacts on Monday.', start=14, end=53, marks=((16, 28),))]
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from searchkit.analysis import Token, stem, tokens, word
from searchkit.query.likeness import is_like
from searchkit.query.tree import Form, Fuzzy, Node, Phrase, Prefix, Scope, Word, leaves, stemmed
from searchkit.results import Passage
from searchkit.values import Value

MAX_PASSAGE = 480
"""Code points of the longest passage; of a longer sentence the part around its marks is shown, cut between words."""

_LOOK_BACK = 80
"""Code points shown before the first mark of a sentence that is too long to show whole."""


_MARKED = (Word, Form, Phrase, Prefix, Fuzzy)

Stems = tuple[tuple[str, tuple[str, ...]], ...]
"""Languages, and consecutive stems in each."""


class Pattern(Value):
    """What to mark: consecutive terms, every word with a prefix, or every word like one; what is not meant is empty.

    What is looked for `in_lead` is marked in the lead of the text alone. `stems` occur beside the terms in a text of
    their language.
    """

    terms: tuple[str, ...] = ()
    prefix: str = ""
    word: str = ""
    distance: int = 0
    in_lead: bool = False
    stems: Stems = ()

    @classmethod
    def of_terms(cls, terms: Iterable[str], stems: Stems = ()) -> "Pattern":
        """Return the pattern of one term or of a phrase."""
        return cls(terms=tuple(terms), stems=stems)

    @classmethod
    def of_prefix(cls, prefix: str) -> "Pattern":
        """Return the pattern of all words that begin with a prefix."""
        return cls(prefix=prefix)

    @classmethod
    def of_fuzzy(cls, word: str, distance: int) -> "Pattern":
        """Return the pattern of all words that are like a word, as `is_like` has it."""
        return cls(word=word, distance=distance)


def patterns(tree: Node, zone: str, zones: Sequence[str], languages: Sequence[str] = ()) -> tuple[Pattern, ...]:
    """Return what a query wants marked in a zone, when its words without a field are looked for in `zones`.

    Nothing under a NOT is marked. `languages` are those that the index has stems of.
    """
    return tuple([_pattern(found, in_lead=False) for found in _looked_for(tree, Scope(zones, languages), zone)])


def body_patterns(tree: Node, zones: Sequence[str], languages: Sequence[str] = ()) -> tuple[Pattern, ...]:
    """Return what a query wants marked in the body, and what in the lead alone: what it does not look for in the body.

    `zones` and `languages` are those of `patterns`.
    """
    scope = Scope(zones, languages)
    in_body = _looked_for(tree, scope, "body")
    in_lead = [found for found in _looked_for(tree, scope, "lead") if found not in in_body]
    return (*[_pattern(found, False) for found in in_body], *[_pattern(found, True) for found in in_lead])


_Wanted = tuple[tuple[str, ...], str, str, int, Stems]
"""The fields of a pattern but whether it is for the lead."""


def _pattern(wanted: _Wanted, in_lead: bool) -> Pattern:
    terms, prefix, word, distance, stems = wanted
    return Pattern(terms, prefix, word, distance, in_lead, stems)


def _looked_for(tree: Node, scope: Scope, zone: str) -> dict[_Wanted, None]:
    """Return what a query looks for in a zone, each once."""
    found: dict[_Wanted, None] = {}
    for leaf in leaves(tree):
        if not isinstance(leaf, _MARKED) or zone not in scope.fields(leaf.field):
            continue
        match leaf:
            case Word():
                found[(leaf.term,), "", "", 0, _stems(leaf, scope)] = None
            case Phrase():
                found[tuple(leaf.terms), "", "", 0, _stems(leaf, scope)] = None
            case Form():
                found[(), "", leaf.word, 0, ()] = None
            case Prefix():
                found[(), leaf.prefix, "", 0, ()] = None
            case Fuzzy():
                found[(), "", leaf.word, leaf.distance, ()] = None
    return found


def _stems(node: Word | Phrase, scope: Scope) -> Stems:
    return tuple([(language, tuple(stems)) for language, stems in stemmed(node, scope.languages)])


class Mark(Value):
    """A place [start, end) of the text where the pattern of that number occurs."""

    start: int
    end: int
    pattern: int


def find_marks(text: str, wanted: Sequence[Pattern], language: str | None = None) -> list[Mark]:
    """Return every occurrence of every pattern, by start, then longest first. Occurrences may overlap.

    `language` is that of the text, for what is looked for by its stems.
    """
    return _marks(text, wanted, _reaches(text, wanted), language)


def _reaches(text: str, wanted: Sequence[Pattern]) -> list[int]:
    """Return for each pattern where the part of the text ends in which it is looked for."""
    if not any(pattern.in_lead for pattern in wanted):
        return [len(text)] * len(wanted)
    from searchkit.article import lead_end  # takes 3 ms to import, which a search by the native core need not wait for

    lead = lead_end(text)
    return [lead if pattern.in_lead else len(text) for pattern in wanted]


def _marks(text: str, wanted: Sequence[Pattern], reaches: Sequence[int], language: str | None) -> list[Mark]:
    # No token spans white space: those of a lead are the first ones of the text.
    found = list(tokens(text[: max(reaches, default=0)]))
    marks: list[Mark] = []
    for number, (pattern, reach) in enumerate(zip(wanted, reaches, strict=True)):
        within = found[: bisect_right(found, reach, key=lambda token: token.end)]
        marks += _occurrences(text, within, pattern, number)
        stems = dict(pattern.stems).get(language or "", ())
        if stems:
            in_language = [Token(stem(text[start:end], str(language)), start, end) for _, start, end in within]
            marks += set(_runs(in_language, stems, number)).difference(marks)
    marks.sort(key=lambda mark: (mark.start, -mark.end, mark.pattern))
    return marks


def _occurrences(text: str, found: list[Token], pattern: Pattern, number: int) -> Iterator[Mark]:
    if not pattern.terms:
        for _, start, end in found:
            if _is_meant(word(text[start:end]), pattern):
                yield Mark(start, end, number)
        return
    yield from _runs(found, pattern.terms, number)


def _runs(found: list[Token], terms: tuple[str, ...], number: int) -> Iterator[Mark]:
    """Yield where tokens that follow each other have these terms."""
    first, length = terms[0], len(terms)
    for position, (term, start, end) in enumerate(found):
        if term != first:
            continue
        if length == 1:
            yield Mark(start, end, number)
            continue
        run = found[position : position + length]
        if tuple(token.term for token in run) == terms:
            yield Mark(start, run[-1].end, number)


def _is_meant(word: str, pattern: Pattern) -> bool:
    return word.startswith(pattern.prefix) if pattern.prefix else is_like(pattern.word, word, pattern.distance)


def merge_marks(marks: Iterable[Mark]) -> tuple[tuple[int, int], ...]:
    """Return the stretches that the marks, given by start, cover together: in order, none touching another's inside."""
    merged: list[tuple[int, int]] = []
    for mark in marks:
        if merged and mark.start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], mark.end)
        else:
            merged.append((mark.start, mark.end))
    return tuple(merged)


# --- sentences

# The end of a sentence: closing punctuation with the quotes and brackets that belong to it, before white space; the
# full stops of Chinese and Japanese, which need none; a line break, which `_ends_sentence` judges.
_CANDIDATE = r"""[.!?…؟۔।]+["'”’»)\]]*(?=\s)|[。！？]+[」』”’）]*|\n"""

# After these a full stop does not end the sentence, in the words of English newsrooms.
_ABBREVIATIONS = frozenset(
    """adm apr aug ave capt cmdr co col corp dec dept dr est etc feb fig gen gov hon inc jan jr jul jun lt ltd maj mar
    messrs mr mrs ms mt no nov oct op pfc phd pres prof pvt rep rev sen sens sep sept sgt sr st supt univ v viz vol
    vs""".split()  # noqa: SIM905  a list of 70 literals is no better read
)

_LAST_WORD = r"[^\s(\[\"'“‘]*$"
_UNWRAPPED = 120
"""Code points of a line that nobody wrapped by hand: the line break behind it ends a paragraph."""


def sentence_starts(text: str) -> list[int]:
    """Return the code points where sentences start, in order; the first is 0.

    A sentence ends at closing punctuation (not at the full stop of an abbreviation, an initial or an acronym), at an
    empty line, and at a line break that is not one inside a wrapped paragraph.
    """
    ends = (candidate for candidate in re.finditer(_CANDIDATE, text) if _ends_sentence(text, candidate))
    return [0, *(candidate.end() for candidate in ends)]


def _ends_sentence(text: str, candidate: re.Match[str]) -> bool:
    if candidate[0] == "\n":
        return _ends_paragraph(text, candidate.start())
    if candidate[0] != ".":
        return True
    following = _next_visible(text, candidate.end())
    if following.islower():
        return False
    before = re.search(_LAST_WORD, text[max(0, candidate.start() - 20) : candidate.start()])
    last = before[0].lower() if before else ""
    is_initial = len(last) == 1 and last.isalpha()
    is_acronym = "." in last and all(len(part) == 1 for part in last.split("."))
    return not (last in _ABBREVIATIONS or is_initial or is_acronym)


def _next_visible(text: str, start: int) -> str:
    """Return the first character from `start` on that is neither white space nor an opening quote or bracket."""
    for char in text[start : start + 20]:
        if not char.isspace() and char not in "\"'“‘([«":
            return char
    return ""


def _ends_paragraph(text: str, newline: int) -> bool:
    previous = text[text.rfind("\n", 0, newline) + 1 : newline].strip()
    stop = text.find("\n", newline + 1)
    following = text[newline + 1 : stop if stop >= 0 else len(text)].strip()
    if not previous or not following:
        return True
    return previous[-1] in '.!?:…"”’»' or len(previous) > _UNWRAPPED or len(following) > _UNWRAPPED


# --- passages


class _Sentence(Value):
    start: int
    end: int
    marks: tuple[Mark, ...]


def best_passages(text: str, wanted: Sequence[Pattern], limit: int, language: str | None = None) -> list[Passage]:
    """Return up to `limit` passages with marks, best first: those that show most of what was looked for, then earlier.

    A pattern that is rare in this text counts more; what an earlier passage has shown counts little. No two passages
    read the same. Without an occurrence there is no passage. `language` is that of `find_marks`.
    """
    reaches = _reaches(text, wanted)
    marks = _marks(text, wanted, reaches, language) if wanted and limit > 0 else []
    if not marks:
        return []
    weights = _weights(wanted, marks)
    candidates = _distinct(text, _marked_sentences(text, marks, reaches))
    chosen: list[_Sentence] = []
    shown: set[int] = set()
    while candidates and len(chosen) < limit:
        best = max(candidates, key=lambda sentence: (_gain(sentence, weights, shown), -sentence.start))
        candidates.remove(best)
        chosen.append(best)
        shown.update(mark.pattern for mark in best.marks)
    return [_passage(text, sentence) for sentence in chosen]


def _weights(wanted: Sequence[Pattern], marks: Iterable[Mark]) -> list[float]:
    """Return what showing each pattern is worth: a phrase more than a word, a rare one more than a frequent one."""
    counts = Counter(mark.pattern for mark in marks)
    return [max(1, len(pattern.terms)) / (1 + math.log(max(1, counts[n]))) for n, pattern in enumerate(wanted)]


def _gain(sentence: _Sentence, weights: list[float], shown: set[int]) -> float:
    counts = Counter(mark.pattern for mark in sentence.marks)
    repeats = sum(min(count, 3) - 1 for count in counts.values())
    return sum(weights[pattern] * (0.2 if pattern in shown else 1.0) for pattern in sorted(counts)) + 0.1 * repeats


def _marked_sentences(text: str, marks: Sequence[Mark], reaches: Sequence[int]) -> Iterator[_Sentence]:
    """Yield the sentences that hold marks; a mark that crosses a sentence's end joins it to the next.

    A sentence ends no further than what is marked in it was looked for.
    """
    starts = sentence_starts(text)
    position = 0
    while position < len(marks):
        first = position
        number = bisect_right(starts, marks[position].start)
        end = starts[number] if number < len(starts) else len(text)
        while position < len(marks) and marks[position].start < end:
            while marks[position].end > end:
                number += 1
                end = starts[number] if number < len(starts) else len(text)
            position += 1
        start = starts[bisect_right(starts, marks[first].start) - 1]
        inside = tuple(marks[first:position])
        yield _Sentence(start, min(end, max(reaches[mark.pattern] for mark in inside)), inside)


def _distinct(text: str, sentences: Iterable[_Sentence]) -> list[_Sentence]:
    """Return the sentences without those that repeat an earlier one word for word (a caption, a pull quote)."""
    seen: dict[str, _Sentence] = {}
    for sentence in sentences:
        seen.setdefault(" ".join(text[sentence.start : sentence.end].split()), sentence)
    return list(seen.values())


def _passage(text: str, sentence: _Sentence) -> Passage:
    start, end = _bounds(text, sentence)
    merged = merge_marks(mark for mark in sentence.marks if mark.end <= end)
    return Passage(text[start:end], start, end, tuple((low - start, high - start) for low, high in merged))


def _bounds(text: str, sentence: _Sentence) -> tuple[int, int]:
    """Return the sentence without the white space around it, or the part around its first marks if it is too long."""
    start, end = sentence.start, sentence.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start <= MAX_PASSAGE:
        return start, end
    first = sentence.marks[0]
    if first.start - start > _LOOK_BACK:
        start = _word_start(text, first.start - _LOOK_BACK, first.start)
    if end - start > MAX_PASSAGE:
        end = max(first.end, _word_end(text, start + MAX_PASSAGE, first.end))
    return start, end


def _word_start(text: str, low: int, high: int) -> int:
    """Return the first place in [low, high] behind white space, or `high`."""
    return next((place for place in range(low, high) if text[place - 1].isspace()), high)


def _word_end(text: str, high: int, low: int) -> int:
    """Return the last place in [low, high] before white space, or `high`."""
    return next((place for place in range(high, low, -1) if text[place].isspace()), high)
