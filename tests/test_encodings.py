"""Bytes of every encoding that news comes in -> the text, what it is in, and the way back to the bytes."""

from pathlib import Path

import pytest

from searchkit import Article
from searchkit.article import Evidence
from searchkit.errors import UnreadableError
from searchkit.ingest import reading
from searchkit.ingest.encodings import decode, original
from searchkit.ingest.files import Candidate

RUSSIAN = "Министр заявил в четверг, что переговоры о поставках газа продолжатся на следующей неделе в Москве."
GERMAN = ("Die Bundesregierung hat am Donnerstag neue Maßnahmen beschlossen. Für die Bürger ändert sich zunächst"
          " nichts, sagte der Minister in München. Über das Gesetz müssen die Länder noch abstimmen.")  # fmt: skip
GREEK = "Η κυβέρνηση ανακοίνωσε την Πέμπτη νέα μέτρα. Ο υπουργός δήλωσε ότι είναι απαραίτητα."
TEXTS = {
    "windows-1251": RUSSIAN,
    "koi8-r": RUSSIAN,
    "windows-1252": GERMAN.replace("zunächst", "„zunächst“"),
    "windows-1250": "Rząd ogłosił w czwartek nowe środki. Minister powiedział, że są one konieczne, ponieważ sytuacja"
                    " gospodarcza pogorszyła się w ciągu ostatnich tygodni.",
    "windows-1256": "أعلنت الحكومة يوم الخميس عن إجراءات جديدة وقال الوزير إنها ضرورية بسبب الوضع الاقتصادي في البلاد.",
    "gb18030": "中国政府星期四宣布了新的措施。部长在北京举行的记者会上表示，这些措施对于稳定经济形势是必要的。",
    "big5": "中國政府星期四宣布了新的措施。部長在北京舉行的記者會上表示，這些措施對於穩定經濟形勢是必要的。",
    "cp932": "東京都は十三日、新しい防災計画を発表した。知事は記者会見で「都民の安全を守る」と述べた。",
    "cp949": "정부는 13일 새로운 경제 정책을 발표했다. 대통령은 기자회견에서 국민의 안전을 지키겠다고 말했다.",
    "iso-2022-jp": "東京都は十三日、新しい防災計画を発表した。知事は記者会見で「都民の安全を守る」と述べた。",
}  # fmt: skip


@pytest.mark.parametrize("encoding", TEXTS)
def test_a_legacy_encoding_is_detected(encoding: str) -> None:
    found = decode(TEXTS[encoding].encode(encoding))
    assert (found.text, found.encoding, found.origin) == (TEXTS[encoding], encoding, "detected")
    assert 0.2 <= found.confidence <= 1


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("latin-1", GERMAN), ("iso-8859-15", GERMAN), ("iso-8859-7", GREEK), ("windows-1253", GREEK)],
)
def test_what_two_encodings_read_alike_is_in_either(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_characters_are_known_by_their_nul_bytes(encoding: str) -> None:
    text = "Gas talks in Zürich\r\n北京。\n"
    found = decode(text.encode(encoding))
    assert (found.text, found.encoding, found.origin) == (text, encoding, "places of NUL bytes")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(encoding: str) -> None:
    found = decode(f"\ufeff{RUSSIAN}".encode(encoding), declared="koi8-r")
    assert (found.text, found.encoding, found.origin) == (RUSSIAN, encoding, "byte-order mark")


def test_plain_utf_8_has_no_evidence() -> None:
    assert decode(RUSSIAN.encode()) == (found := decode(RUSSIAN.encode(), "windows-1251"))
    assert (found.text, found.evidence) == (RUSSIAN, ())


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1251", "windows-1251"), (" CP1251 ", "windows-1251"), ("ISO-8859-1", "windows-1252"),
     ("koi8-r", "koi8-r")],
)  # fmt: skip
def test_what_a_file_declares_is_believed(declared: str, encoding: str) -> None:
    text = "Кафе" if encoding != "windows-1252" else "“Café”"
    found = decode(text.encode(encoding), declared)
    assert found.evidence == (Evidence("encoding", encoding, "declared"),)
    assert found.text == text


@pytest.mark.parametrize("declared", ["no such encoding", "ascii", "utf-8", "big5"])
def test_what_is_declared_wrongly_is_detected(declared: str) -> None:
    content = RUSSIAN.encode("windows-1251")
    if declared == "ascii":
        content = TEXTS["cp932"].encode("cp932")  # which has bytes that windows-1252 has no character for
    assert decode(content, declared).origin == "detected"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t", "the file is empty"),
        (b"\xef\xbb\xbf\n", "the file is empty"),
        (b"\xff\xfe", "the file is empty"),
        (b"PK\x03\x04\0\0\0\0", "the file is binary: it has NUL bytes"),
        (bytes(range(256)) * 40, "the file is binary: it has NUL bytes"),
        (bytes(range(1, 256)) * 40, "the file is binary: it has control characters and is not UTF-8"),
        (b"caf\xe9", "the file is not UTF-8: byte 0xe9 in line 1; windows-1252 is no more than a guess"),
        (b"\xff\xfea\0b", "the file begins with the mark of utf-16-le but is not in it: byte 0x62 in line 1"),
        (b"\xef\xbb\xbfa\0b", "the file is binary: it has NUL characters"),
    ],
)
def test_what_is_uncertain_or_no_text_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        decode(content)
    assert str(caught.value) == reason


def _read(tmp_path: Path, content: bytes) -> Article:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    (found,) = reading.articles(Candidate(str(path), str(tmp_path), len(content)))
    assert isinstance(found, Article)
    return found


CONTENTS = [
    *(f"Title\r\n\r\n{text}\rÄ".encode(encoding, "ignore") for encoding, text in TEXTS.items()),
    *(f"\ufeffTitle\n\n{RUSSIAN}\n".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-be")),
    *(f"Title\n\n{RUSSIAN}\n".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")),
]


@pytest.mark.parametrize("content", CONTENTS)
def test_the_bytes_of_the_file_can_be_had_back(tmp_path: Path, content: bytes) -> None:
    assert original(_read(tmp_path, content)) == content


def test_where_they_cannot_the_evidence_says_so(tmp_path: Path) -> None:
    # A character that the Japanese set has in two places.
    content = TEXTS["cp932"].encode("cp932") + b"\x87\x90"
    article = _read(tmp_path, content)
    (told,) = [evidence for evidence in article.evidence if evidence.field == "encoding"]
    assert (told.value, told.origin) == ("cp932", "detected; writing the text back gives other bytes")
    with pytest.raises(ValueError, match="does not give its bytes back"):
        original(article)
