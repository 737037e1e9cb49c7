"""THE table of single words and of shapes that hint at what a line is, for `hints`."""

import re

COMMON = frozenset(
    """
the a an of for in on at to from by with and or is are be this that it all our we my no not one out up off see go get
de la le les des du en un une el los las y e o da do das dos em di il lo gli del della per con su der die das den dem
und zu zur zum im am mit von für auf het een van te op voor w na z do i и в на с по о для из та у з за und je se si ve
bir da het i o a och att på en den det til og af er som for ja on ei tin và của men how what who
""".split()  # noqa: SIM905  # a table is easier to read than a list of quoted words
)

OF_LISTS = frozenset(
    """
latest recent popular trending related recommended other others similar newest hottest
neueste neuesten weitere weiteren ähnliche ähnlichen beliebte beliebteste meistgelesen meistgelesene aktuelle
derniers dernières dernier dernière récents récentes autres populaires similaires
últimas últimos última más otras otros recientes populares relacionadas relacionados mais outras outros recentes
ultime ultimi altre altri recenti correlati correlate popolari laatste meer ander andere populaire gerelateerde
senaste seneste siste mest fler flere andra andre relaterade relaterte relaterede populära populære
uusimmat muut lisää luetuimmat suosituimmat tuoreimmat najnowsze ostatnie inne najpopularniejsze powiązane podobne
последние популярное популярные другие похожие свежие останні популярне популярні інші схожі свіжі найпопулярніше
последни популярни свързани други nejčtenější nejnovější související další ostatní najčítanejšie najnovšie súvisiace
najčitanije najnovije ostale povezane ultimele recente alte similare legfrissebb további legolvasottabb kapcsolódó
τελευταία δημοφιλή σχετικά περισσότερα προτεινόμενα son diğer ilgili popüler benzer önerilen terbaru terkait lainnya
terpopuler terkini berkaitan mới nhất khác liên أحدث آخر أخرى متعلقة الأكثر مشابهة آخرین مرتبط دیگر مشابه تازه‌ترین
אחרונות נוספות קשורות מומלצות ताज़ा संबंधित अन्य लोकप्रिय সর্বশেষ আরও সম্পর্কিত مزید متعلقہ
""".split()  # noqa: SIM905
)
OF_LISTS_WITHOUT_SPACES = re.compile(
    "最新|相关|相關|热门|熱門|推荐|推薦|排行|更多|関連|人気|おすすめ|ランキング|新着|あわせて|관련|인기|최신|추천|많이 본|랭킹|ล่าสุด|ที่เกี่ยวข้อง|ยอดนิยม|แนะนำ"
)

MORE = frozenset(
    """
more mehr weitere plus más mais altri altre meer mer flere fler lisää więcej еще ещё больше більше ще další více viac daha
diğer lebih thêm المزيد مزید بیشتر עוד और আরও περισσότερα mai még još още
""".split()  # noqa: SIM905
)
ALL = frozenset(
    """
all alle toutes tous todas todos tutte tutti alla kaikki wszystkie wszystko все всі усі всички všechny všetky sve svi toate
összes tüm bütün semua tất جميع كل همه כל सभी সব όλα browse view see explore discover
""".split()  # noqa: SIM905
)
ROLES = re.compile(
    r"\b(?:(?:correspondent|reporter|editor|columnist|writer|producer|photographer|redact(?:eur|rice)|redakteur(?:in)?|korrespondent(?:in)?|journalist(?:e|a|in)?"
    r"|corresponsal|periodista|redactora?|correspondente|repórter|colunista|corrispondente|giornalista|redattore|verslaggever|muhabir|redaktor(?:ka)?|reportér(?:ka)?|wartawan)\b"
    r"|корреспондент|обозреватель|кореспондент|редактор|журналист)|记者|記者|기자|特派员|編集委員|مراسل|خبرنگار|संवाददाता",
    re.IGNORECASE,
)

OF_COMMENTS = re.compile(
    r"\b(?:comments?|commentaires?|kommentare?r?|komentar(?:ze?|i|e|y|ji)?|komentáře?|comentari(?:os?|i|es)|comentários?|commenti|reacties|reactions"
    r"|yorum(?:lar)?|комментари[ийев]+|коментар[іив]*|σχόλια|kommentit|kommentek|hozzászólások|bình luận|maoni|leave a reply|thoughts? on|have your say|responses"
    r"|discussion|diskuse|diskussion|diskusia|skomentuj|opinie czytelników)\b|^\S.{1,30} (?:says|writes|wrote|schreibt|schrieb|dice|escribió|a écrit|dit|пишет|zegt|skriver)(?::|\.\.\.)|تعليق|نظرات|دیدگاه|تبصرے|תגובות|टिप्पणी|মন্তব্য|评论|評論|留言|コメント|댓글|ความคิดเห็น",
    re.IGNORECASE,
)  # fmt: skip

TO_READERS = frozenset(
    """
you your you're we our us ihr ihre ihren sie wir uns unser unsere unseren vous votre vos nous notre nos tu tus su sus nosotros
nuestro nuestra nuestros você seu sua nosso nossa nossos tua tuo vostro nostro nostra nostri je jouw uw onze ons
din ditt dina vår vårt våra dit vores vårt ditt sinun meidän sizin bizim siz twój twoja twoje nasz naszego nas
ваш ваша вашу ваше наш наша нашу нашем нас мы вы ви наш вашу váš vaše náš naše dvs dumneavoastră noastră nostru
""".split()  # noqa: SIM905
)
OF_SITES = frozenset(
    """
newsletter newsletters subscribe subscription subscriber subscribers subscribing email e-mail inbox account comment comments feedback website
site page browser cookie cookies privacy terms app whatsapp telegram facebook instagram twitter youtube channel membership member members donate
donation support journalism reader readers reporting unsubscribe register free trial offer click link sign policy stories rights tips
abonnement abonnieren datenschutz anmelden konto leser leserinnen kommentare kommentar abonnés abonné abonnez inscription inscrire courriel
lecteurs boletín suscríbete suscripción correo cuenta lectores canal assinante assine cadastro leitores conta abbonati abbonamento
iscriviti lettori nieuwsbrief abonnee lezers prenumerera nyhetsbrev nyhedsbrev abonner læsere uutiskirje tilaa abone bülten
подписка подписывайтесь подпишитесь канал телеграм рассылка читателей подписчики підписуйтесь канал помилку newsletteru artykułu czytelników odběr souhlasím
hírlevél előfizetés abonează canalul langganan pembaca channel đăng ký
""".split()  # noqa: SIM905
)

HASHTAGS = re.compile(r"(?:[#＃][^\s#＃,]{1,40}(?: [^\s#＃,]{1,20}){0,3}[,，、]?\s*){1,15}")
COUNTED = re.compile(r"^[\d.,:/()\s]+|[\s\d.,:/()（）+kKmMK]+$")
ENTRY = re.compile(
    r"(?:\d{1,2}[:.]\d{2}(?::\d\d)?(?:\s?[ap]\.?m\.?)?|\d{1,2}[./-]\d{1,2}(?:[./-](?:\d{2}|\d{4}))?\.?|(?:19|20)\d\d[./-]\d\d?[./-]\d\d?)\s*[-–—|:,]?\s+[^\W\d_]\S*\s.*"
    r"|.{12,}\s[(\[][^()\[\]]*\b(?:19|20)\d\d[)\]]",
    re.IGNORECASE,
)
RANKED = re.compile(r"(?:#|no\. ?)?(\d{1,2})[.):．、]?[\s\u3000]+\S.{3,}", re.IGNORECASE)
IN_BRACKETS = re.compile(r"[(\[（【][^()\[\]（）【】]{1,50}[)\]）】]\.?")
BRACKETS_BEHIND = re.compile(r".{15,}[\s.。](?:[(（](?P<names>[^()（）]{2,60})[)）])\.?")
NAMES = re.compile(
    r"(?:[^\W\d_a-z][\w.'’&-]*|of|the|de|da|di|for|and|&|von|du)(?:[\s/:,]+(?:[^\W\d_a-z][\w.'’&-]*|of|the|de|da|di|for|and|&|von|du)){0,7}"
)
PICTURED = re.compile(
    r"\((?:left|right|centre|center|middle|top|bottom|above|below|l|r|c|pictured|links|rechts|à gauche|à droite|izquierda|derecha)\)|\bpictured\b|\bseen here\b|\bfrom left\b|^this (?:file |handout |undated |combination )?(?:photo|image|picture|photograph)\b"
    r"|\b(?:photo[- ]illustration|file (?:photo|image|picture|pic)|stock (?:photo|image)|archive photo|representative image|representational image|illustrative (?:photo|image)|symbolbild|symbolfoto|archivbild|archivfoto|archivaufnahme|photo d'illustration|photo d'archives?|image d'illustration"
    r"|foto de archivo|imagen de archivo|imagen ilustrativa|foto ilustrativa|foto de arquivo|imagem ilustrativa|foto d'archivio|immagine di repertorio|archieffoto|ter illustratie|arkivfoto|arkivbild|genrebild|illustrasjonsfoto|kuvituskuva|arkistokuva|zdjęcie ilustracyjne|zdj\. ilustracyjne|foto ilustrasi|temsili (?:fotoğraf|görsel|foto)|arşiv foto"
    r"|ilustrační (?:foto|snímek)|ilustračná snímka|ilustrativna fotografija|illusztráció|fotó|foto|photos?|архивное фото|иллюстративное|ілюстративне|фото ілюстративне|снимка)\b.{0,30}$"
    r"|資料写真|資料|イメージ写真|撮影$|提供$|写真・|자료사진|사진=|사진제공|제공$|资料图|示意图|配图|图源|資料照|示意圖|أرشيفية|تعبيرية|عکس آرشیوی|תמונת ארכיון|אילוסטרציה|फाइल फोटो|प्रतीकात्मक|ছবি|فائل فوٹو|ảnh minh họa|ภาพ",
    re.IGNORECASE,
)
CREDIT_BEHIND = re.compile(
    r"\S\s+[A-ZÀ-Þ][A-ZÀ-Þ .&'’-]{2,40}/[^\W\d_a-z][\w.'’ -]{2,40}$|[(（][A-Z][\w .&'’-]{1,40}: [^\W\d_a-z][^()]{2,60}[)）]\.?$|[＝=][^\s。]{2,40}(?:撮影|提供)$"
)
CREDIT_SAID = re.compile(
    r"(?:^|[.!?”\"»)]\s+|[-–—|/]\s+)(?:(?:pics?|picture|ảnh|تصوير|تصویر|photos?|fotos?|video)\s?[:：]\s?[^.]{2,60}"
    r"|(?:courtesy(?: of|:)|permission granted by|photo[- ]illustration by|image courtesy of|(?:provided|supplied|submitted) by|cortesía de|cedida por|gentileza|zur verfügung gestellt von)\b[^.]{2,60})$"
    r"|^\[(?:촬영|사진)\s[^\]]{2,20}\]$",
    re.IGNORECASE,
)
NAME_BEHIND = re.compile(
    r"[^\W\d_]{2}[.!?。][”\"»’)]? [^\W\d_a-z][\w'’-]+(?: (?:de |da |van |von |di )?[^\W\d_a-z][\w'’.-]*){1,3}(?:(?: for | via |/|, )[^.!?]{2,40})?$"
)
WITH_FILES = re.compile(
    r"\W*(?:with (?:files|reporting|inputs?|material|agenc\w+|information|additional reporting|wire reports|contributions?) (?:from|by)\b|\(?with agenc|con información de\b|com informações d|mit material (?:von|der)\b|avec (?:afp|reuters|ap)\b|con fonti|z agencji|на основе|за матеріалами|по материалам)",
    re.IGNORECASE,
)
RIGHT_ABOVE_ALL = re.compile(r"\bweb\.archive\.org\b|\barchive\.(?:ph|is|today)\b|^file:///", re.IGNORECASE)

PICTURE_STEMS = frozenset(
    """
phot foto fotó pict pic pic. pics seen left righ cent midd top top) bott abov belo l r c l) r) c) link rech gauc à izqu dere imag imme
immagine illu ilus illus arch arki symb stoc repr genr kuvi zdję zdj. tems arşi görs сним фото архи иллю ілюс illusztráció ter
""".split()  # noqa: SIM905
)
"""The first four letters of words of which `PICTURED` has one at least, where words have spaces between them."""

PICTURED_ELSEWHERE = ("أرشيف", "تعبير", "عکس", "תמונ", "אילו", "फाइल", "प्रती", "ছবি", "فائل", "ảnh", "ภาพ")
