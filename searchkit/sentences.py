r"""Where sentences and paragraphs of a text start.

>>> text = "Mr. Lavrov left. He flew to the U.S.\n\nTalks failed."
>>> [text[start:].split(maxsplit=1)[0] for start in sentence_starts(text)]
['Mr.', 'He', 'Talks', 'Talks']
"""

import re
from collections.abc import Iterator

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
    return [0, *(start for start, _ in breaks(text))]


def breaks(text: str) -> Iterator[tuple[int, bool]]:
    """Yield the code points where sentences start, but for 0, and whether a paragraph starts there too.

    A paragraph starts behind a line break that ends a sentence.
    """
    for candidate in re.finditer(_CANDIDATE, text):
        if _ends_sentence(text, candidate):
            yield candidate.end(), candidate[0] == "\n"


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
