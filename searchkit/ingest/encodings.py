"""The bytes of a file -> its text, the encoding it is in, and how that is known.

UTF-8 is tried first: other encodings hardly ever look like it. Then come a byte-order mark, the NUL bytes of UTF-16 and
UTF-32, what the file declares, and what the text itself makes likely. A text is decoded to the letter or not at all: a
file whose encoding is uncertain is refused.

>>> decode("Привет".encode("utf-16")).encoding
'utf-16-le'
"""

import codecs
import re
import unicodedata

from searchkit.article import Article, Evidence
from searchkit.errors import UnreadableError
from searchkit.values import Value

LEAST_CONFIDENCE = 0.2
"""What detection must be sure of. It is modest: in texts of 150 bytes with this much, none of 1,300 was wrong."""

_PEEK = 8192
"""Bytes in which a NUL tells that a file is no text in UTF-8."""

_MARK = "byte-order mark"
_CHANGED = "; writing the text back gives other bytes"

# In this order: the mark of UTF-32 begins with that of UTF-16.
_MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}

# What browsers read for these names, since that is what files of these names are: the larger set around each.
_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip

_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f]")


class Decoded(Value):
    """The text of a file, without a byte-order mark, its encoding, and how that is known: `origin`, empty for UTF-8."""

    text: str
    encoding: str = "utf-8"
    origin: str = ""
    confidence: float = 1.0

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What tells the encoding; nothing for plain UTF-8."""
        found = Evidence("encoding", self.encoding, self.origin, None, True, self.confidence)
        return (found,) if self.origin else ()

    @property
    def evidence_of_source(self) -> tuple[Evidence, ...]:
        """The same for a text that is taken out of this one: from it there is no way back to the bytes."""
        return Decoded("", self.encoding, self.origin.removesuffix(_CHANGED), self.confidence).evidence


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """Return the text of a file; `declared` is the encoding that it, or what brought it, names.

    Raises UnreadableError with the reason when there is no text, or none that can be decoded with certainty.
    """
    for encoding, mark in _MARKS.items():
        if content.startswith(mark):
            return Decoded(_marked(content[len(mark) :], encoding), encoding, _MARK)
    if not content.strip():
        raise UnreadableError("the file is empty")
    if b"\0" in content[:_PEEK]:
        return _wide(content)
    failure = None
    if b"\x1b" not in content:  # which begins the Japanese of ISO-2022-JP, otherwise ASCII
        try:
            return Decoded(content.decode())
        except UnicodeDecodeError as error:
            failure = error
    found = (_declared(content, declared) if declared else None) or _detected(content)
    if found.confidence < LEAST_CONFIDENCE or _CONTROL.search(found.text.replace("\x1b", "")):
        raise UnreadableError(_why_not(content, failure, found))
    return found


def original(article: Article) -> bytes:
    """Return the bytes of the text file that an article was read from, so that places in it can be given in bytes.

    Raises ValueError where they cannot be had back.
    """
    told = next((evidence for evidence in article.evidence if evidence.field == "encoding"), None)
    if told is None:
        return article.text.encode()
    if told.origin.endswith(_CHANGED):
        raise ValueError(f"{article.id}: the text in {told.value} does not give its bytes back")
    return (_MARKS[told.value] if told.origin == _MARK else b"") + article.text.encode(told.value)


def marks() -> dict[str, bytes]:
    """Return the byte-order marks of the encodings that have one."""
    return dict(_MARKS)


def _marked(content: bytes, encoding: str) -> str:
    if not content:
        raise UnreadableError("the file is empty")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        where = _place(content, error)
        raise UnreadableError(f"the file begins with the mark of {encoding} but is not in it: {where}") from error
    if not text.strip():
        raise UnreadableError("the file is empty")
    if "\0" in text:
        raise UnreadableError("the file is binary: it has NUL characters")
    return text


def _wide(content: bytes) -> Decoded:
    """Return a text whose characters have two or four bytes, as the places of its NUL bytes tell."""
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        if _has_nuls_of(content[:_PEEK], encoding):
            try:
                text = content.decode(encoding)
            except UnicodeDecodeError:
                continue
            if all(map(_is_of_text, set(text))):
                return Decoded(text, encoding, "places of NUL bytes", 0.95)
    raise UnreadableError("the file is binary: it has NUL bytes")


def _has_nuls_of(content: bytes, encoding: str) -> bool:
    """Tell whether the NUL bytes stand where the high bytes of characters are, and nowhere else."""
    size = 4 if "32" in encoding else 2
    high, low = (size - 1, 0) if encoding.endswith("le") else (0, size - 1)
    if size == 4:
        middle = 1 if encoding.endswith("be") else 2  # no character has more than 21 bits: 17 planes
        return not any(content[high::4]) and max(content[middle::4], default=0) <= 0x10
    return 0 in content[high::2] and 0 not in content[low::2]


def _is_of_text(char: str) -> bool:
    return char in "\t\n\r\f\v" or unicodedata.category(char) not in ("Cc", "Cn", "Co", "Cs")


def _declared(content: bytes, declared: str) -> Decoded | None:
    """Return the text in the encoding that is declared; None if there is no such encoding or the text is not in it."""
    try:
        name = codecs.lookup(declared.strip()).name
        return _decoded(content, _MEANT.get(name, name), "declared", 1.0)
    except (LookupError, UnicodeDecodeError):  # of many that are declared wrongly, detection still finds the right one
        return None


def _detected(content: bytes) -> Decoded:
    """Return the text in the encoding that is likeliest; with no confidence if there is none."""
    import chardet  # takes 40 ms, and most files are UTF-8

    answer = chardet.detect(content)
    name, confidence = answer["encoding"], answer["confidence"]
    try:
        if name and not name.lower().startswith(("utf-16", "utf-32")):  # which have NUL bytes
            return _decoded(content, name, "detected", round(confidence or 0.0, 2))
    except (LookupError, UnicodeDecodeError):
        pass
    return Decoded("", name or "", "detected", 0.0)


def _decoded(content: bytes, name: str, origin: str, confidence: float) -> Decoded:
    text = content.decode(name)
    if text.encode(name, "replace") != content:
        origin += _CHANGED
    return Decoded(text, re.sub("^cp(?=125)", "windows-", name.lower()), origin, confidence)


def _why_not(content: bytes, failure: UnicodeDecodeError | None, found: Decoded) -> str:
    if failure is None or _CONTROL.search(found.text):
        return "the file is binary: it has control characters and is not UTF-8"
    guess = f"{found.encoding} is no more than a guess" if found.encoding else "no other encoding fits"
    return f"the file is not UTF-8: {_place(content, failure)}; {guess}"


def _place(content: bytes, error: UnicodeDecodeError) -> str:
    line = content.count(b"\n", 0, error.start) + 1
    return f"byte {content[error.start]:#04x} in line {line}"
