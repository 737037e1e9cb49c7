"""What finds what in the languages and scripts of news: one article each, with the queries that find it or must not."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

import searchkit
from searchkit import Archive, Article
from searchkit.engines.folder import Marker, has_native
from tests.test_languages import TEXTS

# language: what stands in the article behind the sentences that tell its language, what finds it, what does not
CASES: dict[str, tuple[str, list[str], list[str]]] = {
    "en": ("The sanctions were lifted by the U.S.", ["sanction", "SANCTIONED", "lifting", "us"], ["sanctuary"]),
    "de": ("Die Häuser der Straße sind verkauft.", ["Haus", "HÄUSER", "hauser", "Strasse", "Straßen", "STRASSE"], ["Hausse"]),
    "fr": ("L’été, des élections présidentielles à l’Élysée.",
           ["élection", "election", "été", "ete", "Élysée", '"élection présidentielle"', "l'été"], ["électeur"]),
    "es": ("Las elecciones de los trabajadores en Málaga.", ["elección", "trabajador", "malaga", '"trabajadores en Málaga"'],
           ["electricidad"]),
    "it": ("I lavoratori dell’università in sciopero.", ["lavoratore", "università", "universita", "scioperi"], ["lavanda"]),
    "pt": ("As eleições dos trabalhadores em São Paulo.", ["eleições", "trabalhador", "sao", '"são paulo"'], ["eletricidade"]),
    "nl": ("De verkiezingen in de huizen.", ["verkiezing", "huis"], ["huisarts"]),
    "sv": ("Flyktingarna i Malmö.", ["flykting", "flyktingar", "malmo", "MALMÖ"], ["flykt"]),
    "fi": ("Sanktioista puhuttiin taloissa.", ["sanktio", "sanktiot", "talo", "talon"], ["taloudellinen"]),
    "da": ("Bilerne i København.", ["bil", "biler", "københavn", "kobenhavn"], ["billede"]),
    "no": ("Bilene i Tromsø.", ["bil", "biler", "tromso"], ["bilde"]),
    "ru": ("Санкции против банков. Самолёт сел.", ["санкция", "САНКЦИЙ", "банк", "самолет", "самолёты", '"санкция против банка"'],
           ["банкет"]),
    "tr": ("Kitapların ışığı İSTANBUL’DA.", ["kitap", "kitaplar", "ışık", "istanbul", "İstanbul", "Istanbul"], ["kitle"]),
    "ar": ("في المُؤتَمر مع الوزارة.", ["مؤتمر", "المؤتمر", "المؤتمرات", "الوزارة", "الوزاره", "المـــؤتمر"], ["أمر"]),
    "fa": ("کتاب‌ها را می‌خواهند ۱۲۳.", ["کتاب", "كتاب", "کتاب‌ها", "می‌خواهند", "123", "١٢٣"], ["کتابها", "کتا"]),
    "he": ("שָׁלוֹם לכולם.", ["שלום", "שָׁלוֹם"], ["שלו"]),
    "el": ("Οι εκλογές στην Αθήνα.", ["εκλογή", "ΕΚΛΟΓΕΣ", "εκλογών", "αθηνα", "ΑΘΗΝΑ"], ["εκλεκτός"]),
    "hu": ("A házakban választások voltak.", ["ház", "házak", "választás"], ["házasság"]),
    "pl": ("Wybory w Łodzi.", ["wyborów", "łodzi", "lodzi"], ["wyborny"]),
    "cs": ("Zpráva ministrům o volbách.", ["ministr", "ministři", "zpráva", "zprava"], ["ministerstvo"]),
    "ro": ("Alegerile miniștrilor.", ["alegeri", "miniștrii", "ministrii"], ["alergare"]),
    "uk": ("Переговори в Києві.", ["переговори", "києві", "ПЕРЕГОВОРИ"], ["переговорник"]),
    "hi": ("दिल्ली में चुनाव।", ["दिल्ली", "चुनाव", '"दिल्ली में"'], ["दिल"]),
    "zh": ("世界贸易组织（ＷＴＯ）１２日。", ["中国政府", '"中国政府"', "wto", "ＷＴＯ", "12", '"贸易组织"'], ["国中", '"政府中国"', "府宣中"]),
    "ja": ("東京都知事はトヨタとﾎﾝﾀﾞを訪問。", ["東京都", "トヨタ", "ﾄﾖﾀ", "ホンダ", '"東京都知事"'], ["京東", '"知事都"']),
    "ko": ("서울에서 회담이 열렸다.", ["서울", "회담", '"서울에서 회담이"'], ["울서", '"회담이 서울에서"']),
    "th": ("ประเทศไทย", ["ประเทศ", '"ประเทศไทย"'], ["ไทยประเทศ"]),
}  # fmt: skip

native = pytest.param("native", marks=pytest.mark.skipif(not has_native(), reason="searchkit._native is not built"))


@pytest.fixture(scope="module", params=["whoosh", native])
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """One archive of all languages, every article in NFC and in NFD."""
    folder: Path = tmp_path_factory.mktemp("index")
    Marker(request.param).write(folder)
    with searchkit.open(folder, create=True) as archive:
        articles = [
            Article(id=f"{language} {form}", body=unicodedata.normalize(form, f"{TEXTS[language]}\n{text}"))
            for language, (text, _, _) in CASES.items()
            for form in ("NFC", "NFD")
        ]
        archive.add(articles)
        yield archive


def _found(archive: Archive, language: str, query: str) -> list[str]:
    return [hit.id for hit in archive.search(f"language:{language} ({query})", copies=True)]


@pytest.mark.parametrize("language", CASES)
def test_what_finds_an_article_finds_it_in_either_form(archive: Archive, language: str) -> None:
    both = [f"{language} NFC", f"{language} NFD"]
    for query in CASES[language][1]:
        for form in ("NFC", "NFD"):
            assert (query, form, _found(archive, language, unicodedata.normalize(form, query))) == (query, form, both)


@pytest.mark.parametrize("language", CASES)
def test_what_does_not_find_it(archive: Archive, language: str) -> None:
    for query in CASES[language][2]:
        assert (query, _found(archive, language, query)) == (query, [])


@pytest.mark.parametrize("language", CASES)
def test_what_is_found_is_marked(archive: Archive, language: str) -> None:
    for query in CASES[language][1]:
        for hit in archive.search(f"language:{language} ({query})", copies=True):
            assert any(passage.marks for passage in hit.passages), (query, hit.id)


def test_languages_are_counted(archive: Archive) -> None:
    counts = dict(archive.facets(by="language"))
    assert counts == dict.fromkeys(CASES, 2)


def test_stems_of_one_language_do_not_find_those_of_another(archive: Archive) -> None:
    # A Spanish ending that German does not know, and the other way round.
    assert [hit.id for hit in archive.search("Häusern", copies=True)] == ["de NFC", "de NFD"]
    assert [hit.id for hit in archive.search("trabajadora", copies=True)] == ["es NFC", "es NFD"]


def test_marks_stand_on_the_form_that_the_article_has(archive: Archive) -> None:
    hit, _ = archive.search("language:de Haus")
    (passage,) = hit.passages
    assert [passage.text[start:end] for start, end in passage.marks] == ["Häuser"]


@pytest.mark.parametrize(
    ("query", "found"),
    [("=Häuser", ["de NFC", "de NFD"]), ("=hauser", ["de NFC", "de NFD"]), ("=Haus", []), ("=sanctions", ["en NFC", "en NFD"]),
     ("=sanction", []), ("title:=sanctions", [])],
)  # fmt: skip
def test_an_exact_form_finds_no_other(archive: Archive, query: str, found: list[str]) -> None:
    assert [hit.id for hit in archive.search(query, copies=True)] == found


def test_an_exact_form_marks_no_other(archive: Archive) -> None:
    archive.add([Article(id="forms", body="Sanctions and a sanction.", language="eo")])
    (hit,) = archive.search("language:eo =sanction")
    assert [hit.passages[0].text[start:end] for start, end in hit.passages[0].marks] == ["sanction"]
    archive.delete(["forms"])
