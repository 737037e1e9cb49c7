"""The language of an article: stated, or detected where that is certain."""

import unicodedata

import pytest

from searchkit import Article
from searchkit.article import Evidence
from searchkit.ingest.languages import described, detect, stated
from tools.language_tables import TABLES, source

TEXTS = {
    "en": "The government announced new measures on Thursday. The minister said that they were needed, because the"
          " economy had not grown as it was hoped.",
    "de": "Die Regierung hat am Donnerstag neue Maßnahmen angekündigt. Der Minister sagte, dass sie nötig seien, weil"
          " die Wirtschaft nicht so gewachsen ist wie erhofft.",
    "fr": "Le gouvernement a annoncé jeudi de nouvelles mesures. Le ministre a déclaré qu'elles étaient nécessaires, car"
          " l'économie n'a pas connu la croissance que l'on avait espérée.",
    "es": "El gobierno anunció el jueves nuevas medidas. El ministro dijo que son necesarias porque la economía no ha"
          " crecido como se esperaba en el país.",
    "it": "Il governo ha annunciato giovedì nuove misure. Il ministro ha detto che sono necessarie perché l'economia non è"
          " cresciuta come si sperava nel paese.",
    "pt": "O governo anunciou na quinta-feira novas medidas. O ministro disse que são necessárias porque a economia não"
          " cresceu como se esperava no país.",
    "nl": "De regering heeft donderdag nieuwe maatregelen aangekondigd. De minister zei dat ze nodig zijn omdat de economie"
          " niet zo is gegroeid als werd gehoopt.",
    "sv": "Regeringen meddelade på torsdagen nya åtgärder. Ministern sade att de är nödvändiga eftersom ekonomin inte har"
          " vuxit som man hade hoppats.",
    "no": "Regjeringen kunngjorde nye tiltak på torsdag. Ministeren sa at de er nødvendige fordi økonomien ikke har vokst"
          " slik man hadde håpet, og at det blir mer av dem etter jul.",
    "da": "Regeringen meddelte torsdag nye tiltag. Ministeren sagde, at de er nødvendige, fordi økonomien ikke er vokset,"
          " som man havde håbet, og at der bliver flere af dem efter jul.",
    "fi": "Hallitus ilmoitti torstaina uusista toimista. Ministeri sanoi, että ne ovat välttämättömiä, koska talous ei ole"
          " kasvanut niin kuin toivottiin.",
    "pl": "Rząd ogłosił w czwartek nowe środki. Minister powiedział, że są one konieczne, ponieważ gospodarka nie urosła"
          " tak, jak się tego spodziewano.",
    "cs": "Vláda ve čtvrtek oznámila nová opatření. Ministr řekl, že jsou nutná, protože ekonomika nerostla tak, jak se"
          " čekalo, a že to není vše.",
    "hu": "A kormány csütörtökön új intézkedéseket jelentett be. A miniszter azt mondta, hogy ezek szükségesek, mert a"
          " gazdaság nem nőtt úgy, ahogy remélték.",
    "ro": "Guvernul a anunțat joi noi măsuri. Ministrul a declarat că sunt necesare pentru că economia nu a crescut așa cum"
          " se spera și că acestea nu sunt ultimele.",
    "tr": "Hükümet perşembe günü yeni önlemler açıkladı. Bakan, ekonominin beklendiği gibi büyümediği için bu önlemlerin"
          " gerekli olduğunu ve daha çok şey yapılacağını söyledi.",
    "ru": "Правительство объявило в четверг о новых мерах. Министр сказал, что они нужны, так как экономика не выросла"
          " так, как на это надеялись.",
    "uk": "Уряд оголосив у четвер про нові заходи. Міністр сказав, що вони потрібні, бо економіка не зросла так, як на це"
          " сподівалися, і що це ще не все.",
    "el": "Η κυβέρνηση ανακοίνωσε την Πέμπτη νέα μέτρα. Ο υπουργός δήλωσε ότι είναι απαραίτητα, γιατί η οικονομία δεν"
          " αναπτύχθηκε όπως είχε ελπίσει.",
    "ar": "أعلنت الحكومة يوم الخميس عن إجراءات جديدة. وقال الوزير إن هذه الإجراءات ضرورية لأن الاقتصاد لم ينم كما كان"
          " متوقعا في البلاد.",
    "fa": "دولت روز پنجشنبه از اقدامات تازه‌ای خبر داد. وزیر گفت که این اقدامات لازم است زیرا اقتصاد کشور آن گونه که"
          " انتظار می رفت رشد نکرده است.",
    "he": "הממשלה הודיעה ביום חמישי על צעדים חדשים. השר אמר כי הם נחוצים, כי הכלכלה לא צמחה כפי שקיוו, וכי זה לא הכל.",
    "hi": "सरकार ने गुरुवार को नए कदमों की घोषणा की। मंत्री ने कहा कि ये ज़रूरी हैं क्योंकि अर्थव्यवस्था उतनी नहीं बढ़ी है।",
    "zh": "中国政府星期四宣布了新的措施。部长在北京表示，这些措施是必要的，因为经济没有像预期那样增长。",
    "ja": "政府は木曜日に新しい対策を発表した。大臣は、経済が期待されたほど成長していないため必要だと述べた。",
    "ko": "정부는 목요일에 새로운 조치를 발표했다. 장관은 경제가 기대만큼 성장하지 않았기 때문에 필요하다고 말했다.",
    "th": "รัฐบาลประกาศมาตรการใหม่เมื่อวันพฤหัสบดี รัฐมนตรีกล่าวว่ามาตรการเหล่านี้จำเป็น",
}  # fmt: skip


@pytest.mark.parametrize("language", TEXTS)
def test_two_sentences_tell_their_language(language: str) -> None:
    for text in (TEXTS[language], unicodedata.normalize("NFD", TEXTS[language])):
        found = detect(text)
        assert found is not None
        assert found[0] == language
        assert 0.5 < found[1] <= 1


@pytest.mark.parametrize(
    "text",
    ["", "Gas talks", "Merkel, Macron, Putin", "北京", "1,234 5,678 9.0", "東京都知事選挙", TEXTS["en"][:60] + TEXTS["zh"],
     f"{TEXTS['en']} {TEXTS['fr']}", f"{TEXTS['de']} {TEXTS['ru']}"],
)  # fmt: skip
def test_what_is_short_or_in_two_languages_has_none(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize(
    ("value", "code"),
    [("en", "en"), ("EN-us", "en"), ("pt_BR", "pt"), (" German ", "de"), ("deutsch", "de"), ("fra", "fr"), ("nb", "no"),
     ("zh-Hans-CN", "zh"), ("eo", "eo"), ("klingon", None), ("x", None), ("", None)],
)  # fmt: skip
def test_what_is_stated_becomes_a_code(value: str, code: str | None) -> None:
    assert stated(value) == code


def test_a_stated_language_wins() -> None:
    article = described(Article(id="a", body=TEXTS["en"], language="French"))
    assert (article.language, article.evidence) == ("fr", (Evidence("language", "fr", "field"),))


def test_a_stated_language_that_nobody_knows_is_kept_as_evidence() -> None:
    article = described(Article(id="a", body=TEXTS["en"], language="klingon"))
    assert article.language == "en"
    assert article.evidence == (
        Evidence("language", "klingon", "field", None, False, 0.0),
        Evidence("language", "en", "detected"),
    )


def test_an_article_without_a_certain_language_stays_as_it_is() -> None:
    article = Article(id="a", title="Gas talks", body="They failed.")
    assert described(article) is article


def test_the_table_of_the_native_core_is_that_of_python() -> None:
    assert TABLES.read_text(encoding="utf-8") == source()
