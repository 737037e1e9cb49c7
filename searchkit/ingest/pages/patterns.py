"""THE table of patterns that lines of pages have: dates, credits, bylines, numbers, addresses, marks.

None takes more time than in proportion to the line, and `cues` looks only at lines of some hundred characters.
"""

import re

AROUND = re.compile(r"^[\W_]+|[\W_]+$")
SPACE = re.compile(r"\s+")
TOKEN = re.compile(r"[^\s,;|()\[\]–—]+")
NO_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
NO_SPACES_LONG = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
LONGER_WORDS = re.compile(r"[^\W\d_]{4,}")
RUNS_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]{2,}"
)
STOP_INSIDE = re.compile(r"[^\W\d_]{3}[.!?…]['\"”’»)]? [^\W\d_a-z]|[。！？](?=.{3})")
DIGIT = re.compile(r"\d")
NUMERIC_DATE = re.compile(
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{4}[年.]\s?\d{1,2}[月.]\s?\d{1,2}日?|\d{4}년)(?:[tT]?\d{1,2}[:.].*)?"
)
DATE_PART = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|er|º|ª|\.|:|日|月|年|時|分|时|년|월|일|시|분|h)*(?:\d\d(?::\d\d)?)?[apAP]?\.?[mM]?\.?|[+-]\d{2}:?\d{2}z?|\d{1,2}h\d{2}"
)
CJK_DATE = re.compile(
    r"\d{4}\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}\s?日?|\d{4}년\s?\d{1,2}월\s?\d{1,2}일|\d{1,2}月\d{1,2}日"
)
FULL_DATE = re.compile(
    r"\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th|\.|º)?(?: de)? [^\W\d_]{3,12}\.?(?: de)?,? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}/\d{1,2}/(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
TIME = re.compile(
    r"(?:(?:updated|posted|published|aktualisiert|stand|mis à jour)(?: at)?:? )?\d{1,2}[.:h]\d{2}(?::\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,5}|Uhr)?(?: \([A-Z]{2,5}\))?", re.IGNORECASE)  # fmt: skip
READ = re.compile(
    r"\b(?:read(?:ing)?|lesezeit|lesedauer|lecture|lectura|lettura|leitura|leestijd|leestijden|okuma|lukuaika|lästid|czytania)\b"
    r"|чтени|читать|قراءة|القراءة|مطالعه|阅读|閱讀|読|읽", re.IGNORECASE)  # fmt: skip
MINUTES = re.compile(r"\d+\s*[-–+]?\s*(?:m\b|min|мин|dk\b|dakika|دق|分|분)", re.IGNORECASE)
MINUTES_ALONE = re.compile(r"\d{1,2} min(?:ute)?s?", re.IGNORECASE)
EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}")
PHONE = re.compile(
    r"(?<![\d.,])(?!(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\b)(?:\+?\d{1,3}[ .-]?)?(?:\(\d{2,5}\)|\d{2,5})[ ./-]{1,3}\d{2,4}[ .-]?\d{2,5}(?:[ .-]?\d{2,4})?(?![\d,])"
)
URL = re.compile(r"(?:https?://|www\.)\S{1,300}", re.IGNORECASE)
CASE_NUMBER = re.compile(
    r"\(?(?:case|docket|cause|file|indictment|ref(?:erence)?|aktenzeichen|az|expediente|dossier|release|news release|press release)\W{0,3}"
    r"(?:#|no\b|nos\b|nr\b|nº|n°|number|numbers|s\b)?\W{0,5}[\w/.-]*\d[\w/., -]{0,40}\)?|\(?(?:case|docket)\b.{0,4}(?:#|no\b|number)\W{0,4}\w{2,12}\)?", re.IGNORECASE)  # fmt: skip
END_MARK = re.compile(
    r"[#*\-–—_=~•·■◆●▪xX|/\\+<>»«›‹…\s]{1,40}|[-–—(#\s]{1,4}(?:30|ends?|fin|ende|完|终)[-–—)#\s]{1,4}", re.IGNORECASE
)
SUM = re.compile(r"\d\s*[+×x*−-]\s*\d{1,2}\s*=")
COUNT = re.compile(r"\(?\d[\d.,]*\s?[kKmM]?\+?\)?\s*(.{2,30})")
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b|ⓒ)", re.IGNORECASE)
BREADCRUMB = re.compile(
    r"\s*[>›»|•·→⟩＞｜]\s*|\s*/\s*(?!/)|[ \t\xa0]{2,}|(?<=[^。、」])\u3000+(?=[^\u3000]{1,9}(?:\u3000|$))"
)
ADDRESS = re.compile(
    r"\d{1,6}\s+[\w.' -]{2,40}\b(?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|dr|lane|ln|plaza|square|parkway|highway|suite|floor)\b\.?"
    r"|.{2,40},\s*[A-Z]{2}\s+\d{5}(?:-\d{4})?|p\.?\s?o\.? box \d+.{0,40}|[\w -]{2,40}(?:straße|strasse|str\.)\s+\d+.{0,40}", re.IGNORECASE)  # fmt: skip
BYLINE = re.compile(
    r"(?:by|von|par|por|di|door|text|words|story|oprac|opracował[a]?|rozmawiał[a]?|a cura (?:di|della|del|dell')|scritto da|testo di|propos recueillis par|recueilli par|écrit par|textes? de|escrito por|texto (?:de|por)|redacción de|redação de|geschreven door|tekst|text(?: by)?|aufgezeichnet von|ein (?:bericht|kommentar) von|подготовил[а]?|підготува(?:в|ла)|автори?:|zapsal[a]?|napsal[a]?|připravil[a]?|írta|γράφει(?: ο| η)?|του|της|piše|skrev|af|av|teksti|haber|viết bởi|ditulis oleh|penulis|wartawan|reporter|journalist|yazan|автор|текст|autor(?:in)?|auteur|author|oleh|posted by|story by|interview by"
    r"|بقلم|كتب|كتبت|גורם|מאת|نویسنده|خبرنگار|toimittaja|记者|記者|本报记者|文|作者|opinion by|analysis by|written by|reported by)\b\s*[:：|]?\s*(?P<name>.{2,100})", re.IGNORECASE)  # fmt: skip
CREDITS_OF_TEXT = re.compile(
    r"\*?[(\[（]?\s*(?:(?:additional |with )?(?:reporting|writing|editing|compiled|translated|written|edited|graphics?|production|text|research) (?:by|from)\b"
    r"|this (?:story|article) was (?:written|reported) by|(?:.{2,90}\b|.{2,30} reported from .{2,60})contributed (?:to (?:this (?:report|story|article)|the report)|reporting)|(?:(?-i:[^\W\d_a-z])[\w'’.-]* ){2,4}(?:is|was) an? (?:[\w-]+ ){0,4}(?:columnist|reporter|correspondent|editor|journalist|staff writer|writer)\b[^.]{0,60}\.?$|(?:ein|eine|un|une|una) (?:interview|kommentar|bericht|analyse|reportage|gastbeitrag|entretien|entrevista) (?:von|de|par|por) (?:(?-i:[^\W\d_a-z])[\w'’.-]* ?){2,5}$|(?:责任编辑|責任編集|编辑|記者|记者|责编|作者|編輯|来源记者)\s*[:：/])", re.IGNORECASE)  # fmt: skip
CAPTION = re.compile(
    r"[(\[]?(?:(?:file |ap |afp |handout |stock |courtesy |lead |feature |featured )?(?:photos?|photograph(?:er|s|y)?|images?|pictures?|video)(?: (?:credits?|source|caption|by|via|courtesy(?: of)?))?\s*[:：|/]"
    r"|(?:file )?(?:photo|photograph|image|picture) (?:by|courtesy|credit|credits|caption|source|via)\b|photo\s*/|file(?: photo)?\s*[-–—:]\s|file photo\b|(?:view|open|enlarge) (?:image|photo|picture|gallery)\b|alt(?: text)?\s*:|image \d+ of \d+|fotos?\s*[:：]|bild(?:er|quelle|nachweis)?\s*[:：]"
    r"|crédits?(?: photo)?s?\s*[:：]|créditos?\s*[:：]|légende\s*[:：]|фото\s*[:：/]|на фото\s*[:：]|zdjęcie\s*:|fot\.\s|kuva(?:t|aja)?\s*[:：]|fotoğraf\s*[:：]|görsel\s*[:：]|imagen\s*[:：]|imagem\s*[:：]|immagine\s*:|beeld\s*[:：]|foto (?:di|de|von|van)\b|credits?\s*[:：]|caption\s*[:：]"
    r"|(?:صورة|الصورة|عکس|تصویر|תמונה|צילום|फोटो|तस्वीर)\s*[:：/]|(?:图|图片|图为|資料圖|资料图|資料照|圖|写真|画像|사진)\s*[:：/=＝])", re.IGNORECASE)  # fmt: skip
PHOTO_IN_BRACKETS = re.compile(
    r"[(\[（【][^()\[\]（）【】]{0,80}(?:photo|images\b|image\b|pictures?|foto|фото|صورة|图|写真|via |getty|handout|file\b)[^()\[\]（）【】]{0,80}[)\]）】]\.?$", re.IGNORECASE)  # fmt: skip
CREDIT_TAIL = re.compile(
    r"(?:photograph|photo|image|picture|illustration|foto|bild|imagen|imagem|immagine|фото|fotoğraf|kuva|صورة|عکس|图|写真|crédit|credit)s?(?: (?:credit|by|courtesy|via|di|de|von))?s?\s*[:：/]\s*(?P<credit>[^.:：!?]{2,60})\.?$"
    r"|[\w·.]{2,20}\s*(?:摄影|摄|攝|撮影|撮)[)）]?$|[(\[][^()\[\]]{2,60}/[^()\[\]]{2,40}[)\]]$", re.IGNORECASE)  # fmt: skip
LABELLED = re.compile(r"(?P<label>[^:：|]{2,40}?)\s*[:：|]\s*(?P<rest>\S.*)?", re.DOTALL)
RELATED = re.compile(r"(?:related|recommended|read more|read also|watch)(?=[A-Z0-9])", re.IGNORECASE)
RELATED_GLUED = re.compile(r"Related[A-Z].*|RELATED[A-Z][a-z].*|Recommended[A-Z].*")
SOURCE = re.compile(
    r"(?:quelle|quellen|fuente|fuentes|fonte|fontes|fonti|kaynak|источник|źródło|bron|lähde|lähteet|källa|kilde|nguồn|المصدر|مصدر|منبع|मूल|स्रोत|来源|來源|出处|出典|출처|מקור|origin|first published (?:on|in|by))\s*[:：]\s*\S.{0,80}",
    re.IGNORECASE,
)
FIELD = re.compile(r"[\w '’-]{2,40}\s?\*")
PAGE_OF = re.compile(
    r"(?:page|seite|página|pagina|страница|第)\s*\d+(?:\s*(?:of|/|von|de|di|из|页)\s*\d*)?|(?:\d{1,3}\s+){2,}\d{1,4}(?:\s+\w+)?",
    re.IGNORECASE,
)
NAME = re.compile(
    r"[^\W\d_a-z][\w'’.-]*(?: (?:de|da|di|del|der|van|von|bin|al|el|la|le|and|y|und|et)\b)*(?:,? [^\W\d_a-z][\w'’.-]*){1,4}"
)
AGENCY_LETTERS = re.compile(r"\(?(?:\w{2,10}/){1,3}\w{2,10}\)?")
LIST = re.compile(r"(?:list|item|slide) (?:\d+ )?of \d+(?: items?)?|end of list|start of list", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]")
RELATIVE = re.compile(
    r"\b(?:ago|vor \d|il y a|hace|h[aá] \d|fa\b|sitten|önce|назад|temu|siden|sedan|geleden|trước|lalu)|قبل|منذ|پیش|לפני|前$|전$|पहले", re.IGNORECASE)  # fmt: skip
CRUMBS = re.compile(r"[>›»⟩→|＞]")

WIDE_GAP = re.compile(r"\S(?:[ \t\xa0]{2,}|\u3000+)(?=\S)")
NO_WORD = re.compile(r"[^\w'’-]+")
GLUED_MONTH = re.compile(r"(?<=\d)\.(?=[^\W\d_])|(?<=[^\W\d_])\.(?=\d)")
CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}|\d\s?[ap]\.?m\b", re.IGNORECASE)
NEAR_DAY = re.compile(
    r"\b(?:today|yesterday|heute|gestern|aujourd'hui|hier|hoy|ayer|hoje|ontem|oggi|ieri|vandaag|gisteren|bugün|dün|сегодня|вчера)\b|今天|昨天|今日|昨日|اليوم|أمس", re.IGNORECASE)  # fmt: skip
INITIALS = re.compile(r"[(\[]?[a-z]{2,4}(?:/[a-z]{2,4}){1,4}[)\]]?")
DURATION = re.compile(r"0{1,2}:\d\d|0\d:\d\d(?:\s?/\s?\d\d?:\d\d)?|(?:\d(?:[.,]\d+)?x\s*){2,}")
TICKER = re.compile(r"(?:^|\s)[A-Z][A-Z0-9.=^-]{0,9}\s+[+-]\d+[.,]\d+\s?%")
CONTACT_WITHIN = re.compile(
    r"\b(?:(?:media|press) )?(?:contacts?|contacto|contato|kontakt|contatti)(?: information)?\s*[:：](?!\S*@)|\bfor more information,? (?:please )?contact\W*$",
    re.IGNORECASE,
)
ZIP = re.compile(
    r"\b(?:[A-Z]{2}|[A-Z][a-z]+),? \d{5}(?:-\d{4})?(?:$|\W{1,4}(?:\(|tel|phone|fax|www|http|\d{3}))|\b\d{5}-\d{4}\b",
    re.IGNORECASE,
)
ABOUT_AUTHOR = re.compile(
    r"(?:(?-i:[^\W\d_a-z])[\w'’.-]+ ){2,4}(?:(?:is|was) (?:an? |the )?(?:[\w'’-]+ ){0,6}(?:columnist|reporter|correspondent|editor|journalist|writer|author of)\b|covers \w+|(?:joined|writes (?:about|for|on)|reports (?:on|for)) [\w’' ]{0,40}|can be reached\b|reported from\b)"
    r"|[^.]{0,90}\b(?:reach|contact|email|follow) (?:her|him|them|the (?:author|writer|reporter))\b"
    r"|(?:propos recueillis par|entrevista de|intervista di|text und fotos?|texte?|protokoll|aufgezeichnet von|röportaj|haber) ?:? (?:(?-i:[^\W\d_a-z])[\w'’.-]* ?){2,5}$", re.IGNORECASE)  # fmt: skip
WITH_AGENCY = re.compile(
    r"(?:\b(?:with|avec|mit|con|com|met|med|ile|und|and|et|y|e|&)\b|с)\s+[^\s].{1,30}$|^[\w ]{2,20} [-–—]+$",
    re.IGNORECASE,
)
WITH_WIRES = re.compile(r"\b(?:with|avec|mit|con|com|met|med|ile) [\w ]{2,20}$", re.IGNORECASE)
PERSON_TOO = re.compile(
    r"\b(?:in|from) [A-Z]|;|\bby (?!(?:the |The )?(?:[A-Z]{2,}|\w+ (?:Press|Media|News|Agency|Standard))\b)[A-Z][a-z]+ [A-Z][a-z]+"
)
CREDIT_IN_CAPITALS = re.compile(
    r"[.!?。”\"»)]\s+[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]+(?: [A-ZÀ-ÖØ-Þ«»“”/'’.-]{2,}){1,5}(?:/[A-ZÀ-ÖØ-Þ' -]+)?$|[^.]\s[(（][A-Z][\w'’.-]+ [A-ZÀ-ÖØ-Þ'’-]{3,}[)）]$|\s[-–—/|]\s(?i:arquivo pessoal|divulgação|reprodução|archivo|family handout|family photo|handout|archivbild|privat|d\.?r\.?)$"
)
BEGINS_WITH_DAY = re.compile(
    r"(?:[^\W\d_]{3,12}\.? (?:\d{1,2},? )?(?:19|20)\d\d|\d{1,2}\.? [^\d]{3,20} (?:19|20)\d\d)\b"
)
FACT = re.compile(
    r"\W{0,2}(?:who|what|when|where|why|how|wer|was|wann|wo|qui|quoi|quand|où|quién|qué|cuándo|dónde|quem|quando|onde|chi|cosa|dove)\s?[:：]",
    re.IGNORECASE,
)
