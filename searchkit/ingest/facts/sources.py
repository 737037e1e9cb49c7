"""Who published a text, who wrote it, where, and whose picture it shows, as far as the text says so.

The outlet is who published it; an agency is who supplied text to the outlet. A picture's credit names neither.
"""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from searchkit.article import UNKNOWN, Evidence
from searchkit.values import Value

TRUST = {
    "field": 1.0,
    "source line": 0.99,
    "collection": 0.99,
    "front matter": 0.98,
    "json-ld": 0.97,
    "feed": 0.97,
    "opengraph": 0.96,
    "meta": 0.95,
    "page title": 0.92,
    "copyright": 0.9,
    "title of the feed": 0.9,
    "mailing list": 0.9,
    "masthead": 0.8,
    "letterhead": 0.75,
    "url": 0.6,
    "sender": 0.6,
    "dateline": 0.5,
    "folder": 0.3,
}
"""Where an outlet can be named -> how likely it is the one that published, if nothing else is known."""

_OWN_HOST = 0.7
"""The same for an agency that supplied the text, where the host of the text is its own: reuters.com for Reuters."""

_AGENCIES = """
    AA ABNA AFP AGI AKI APA ATS Agence_France-Presse Agencies Agerpres Anadolu Anadolu_Agency ANI ANSA ANTARA AP
    Associated_Press Belga Bernama BTA CNA CTK dpa EFE EFE-EPA EPA HINA IANS Interfax IRNA ISNA KCNA KUNA Kyodo
    Kyodo_News Lehtikuva Lusa MENA NAN NTB PA PA_Media PAP Press_Association PTI QNA Reuters RIA RIA_Novosti
    Ritzau SANA SPA STT Tanjug TASS The_Associated_Press Thomson_Reuters TT Ukrinform UNI UPI WAFA WAM Xinhua
    Yonhap AAP ANP AAP_FactCheck BELTA Canadian_Press The_Canadian_Press ČTK DHA IHA Jiji_Press Keystone-SDA MTI Newsis
    TASR TTXVN ТАСС РИА_Новости Интерфакс Укринформ УНІАН 연합뉴스 뉴시스
    共同通信 共同 共同社 時事通信 中新社 中国新闻社 中央社
    رويترز فرانس_برس أ_ف_ب الأناضول 新华社 新華社 路透社 法新社 ロイター AFP時事
"""

AGENCIES = {name.replace("_", " ").casefold() for name in _AGENCIES.split()}
"""News agencies, by name, in one case."""

_GENERIC = frozenset(
    ("agencies", "agency", "news agencies", "wires", "wire services", "staff", "agenturen", "agences", "agencias",
     "agenzie", "ajanslar", "وكالات")
)  # fmt: skip

_PICTURES = """
    Getty_Images Getty PA_Images Bloomberg Shutterstock iStock iStockphoto Unsplash Alamy Zuma Picture_Alliance Imago
    Keystone Scanpix NurPhoto Middle_East_Images Sputnik CNN BBC Handout File Archive Archives Pool Courtesy_photo
    Social_media Screengrab Screenshot Wikimedia_Commons Others TRT_World TRT Reuters_Archive AP_Archive AFP_Archive
"""

PICTURES = {name.replace("_", " ").casefold() for name in _PICTURES.split()}
"""Who else is named as the origin of a picture, in one case."""

_PUBLISH = frozenset(("bloomberg", "bbc", "cnn", "sputnik", "trt", "trt world"))

_DAY = r"(?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2}\.? [^\W\d_]{3,9})\b[^()/]{0,12}"  # Oct 20; 13 nov 2025

# WASHINGTON (Reuters) - ; NEW YORK, Oct 20 (Reuters) - ; (Reuters) - ; GAZA CITY, Gaza Strip (AP) —
_WITH_AGENCY = re.compile(
    rf"\s*(?:(?P<place>[^\W\d_][\w .,/'’-]{{0,80}}?)(?:,\s*{_DAY})?\s*)?"
    r"[(\[](?P<agency>[A-Za-z][\w. /&-]{0,40}?)[)\]](?P<dash>\s*(?:[-–—:]{1,2}\s|$))?"
)
# MOSCOW, November 13. /TASS/.
_SLASHED = re.compile(rf"\s*(?P<place>[A-Z][\w .'’-]{{0,60}}?),\s*{_DAY}/(?P<agency>[\w .-]{{2,30}})/(?P<dash>)")
# SANTA ANA, Calif. – ; ANKARA, November 13 — ; (Dallas, Texas) –
_CAPITALS = r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3}(?:, [A-Z][\w. ]{1,20}?)?"
_PLACE_ALONE = re.compile(
    rf"\s*(?P<open>\()?(?P<place>{_CAPITALS}|(?<=\()[A-Z][\w .'’-]{{1,30}}, [A-Z][\w .]{{1,20}})(?(open)\))"
    rf"(?:,\s*{_DAY})?\s?(?:[–—]|--| -)\s"
)
_LONGEST_PLACE = 6
"""Words of the longest place: GAZA CITY, Gaza Strip."""

_NO_PLACE = frozenset(
    ("BREAKING", "BREAKING NEWS", "UPDATE", "UPDATED", "WATCH", "LIVE", "OPINION", "ANALYSIS", "EXCLUSIVE", "EXPLAINER",
     "CORRECTED", "FACTBOX", "VIDEO", "PHOTOS", "NATO", "EU", "US", "UN")
)  # fmt: skip

_SOURCE_LINE = re.compile(
    r"\s*(?:sources?|quellen?|fuentes?|fontes?|fonti|kaynak|источник|джерело|źródło|zdroj|forrás|bron|kilde|källa|lähde|sursa|"
    r"izvor|nguồn|sumber|πηγή|المصدر|منبع|स्रोत|来源|來源|出典|출처|מקור)\s*[:：]\s*(?P<names>\S.*?)\s*",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"\s*(?:by|von|par|por|di|от|автор:?|yazan:?|بقلم:?|written by|reporting by|author:?)\s+"
    r"(?P<names>[^\W\d_].{1,120}?)\s*",
    re.IGNORECASE,
)

# AP Photo/Jane Doe
_AGENCY_FIRST = re.compile(r"(?:^|[\s(\[])(?P<agency>AP|REUTERS|AFP|EPA)(?: Photo)?\s?/\s?[A-Z]")
_CREDITS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # [File: Jane Doe/AP Photo] ; [Jane Doe/Reuters]
        r"[\[(](?:file|photo|handout|courtesy)[^\])]{0,60}?[:/]\s?(?P<credit>[^\])]{2,80})[\])]",
        r"\[(?P<credit>[^\])]{2,60}/[^\])]{2,40})\]\s*$",
        # Photograph: Jane Doe/AFP via Getty Images
        r"(?:^|[\s(\[])(?:photographs?|photos?|pictures?|image|fotos?|foto di|bild|crédit(?: photo)?|фото)\s?"
        r"(?:by\s|[:：])\s?(?P<credit>[^|)\]]{2,90})",
        r"[©Ⓒ]\s?(?P<credit>[a-z][\w .&/-]{1,60})\s*$",
        # A minister speaks / Reuters
        r"\s/\s(?P<credit>[\w .&-]{2,40})\s*$",
    )
)
# A harbour at dawn — AFP ; (AFP) : only names that are known
_CREDIT_END = re.compile(
    r"(?:\s[/|•]\s|\s[–—-]\s?|[©(\[（【/|:：]\s?)(?P<credit>[^()\[\]（）【】/|©]{2,60})[)\]）】]?\.?$"
)
_ARCHIVE = re.compile(
    r"images|getty|archive|alamy|shutterstock|press|picture|handout|agency|media|service|news|zuma|imago", re.IGNORECASE
)


class SourceClaim(Value):
    """An outlet that a page, its address or its folder names, and where."""

    name: str
    origin: str
    line: int | None = None


class Dateline(Value):
    """What the opening of a story says of itself: the place, and the agency that it comes from."""

    place: str | None
    agency: str | None


def decide(claims: Iterable[SourceClaim]) -> tuple[str, tuple[Evidence, ...]]:
    """Return the outlet, `unknown` where nothing names it, and the evidence for it and its rivals, chosen one first.

    What stands in the place of the highest trust is chosen; of two in one place, the first. An agency is the outlet
    only where nothing but the folder names another.
    """
    named = [claim for claim in claims if claim.name.strip()]
    hosts = [claim.name for claim in named if claim.origin in ("url", "sender")]
    ranked = sorted(named, key=lambda claim: _trust(claim, hosts), reverse=True)
    if not ranked:
        return UNKNOWN, ()
    evidence = [
        Evidence("source", claim.name.strip(), claim.origin, claim.line, number == 0, _trust(claim, hosts))
        for number, claim in enumerate(ranked)
    ]
    return evidence[0].value, tuple(evidence)


def _trust(claim: SourceClaim, hosts: Iterable[str]) -> float:
    """Return the trust in a claim: that in an agency which supplied the text is small, unless the host is its own."""
    if claim.origin != "dateline" and not (claim.origin == "source line" and is_agency(claim.name)):
        return TRUST[claim.origin]
    name = "".join(claim.name.casefold().split())
    return _OWN_HOST if any(host.casefold().startswith(name) for host in hosts) else TRUST["dateline"]


def is_agency(name: str) -> bool:
    """Tell whether the name is that of a news agency, or means agencies in general.

    >>> is_agency("reuters"), is_agency("News Agencies"), is_agency("TRT World")
    (True, True, False)
    """
    name = name.strip().casefold()
    return name in AGENCIES or name in _GENERIC


def dateline(opening: str) -> Dateline | None:
    """Return the place and the agency that the opening of a story states, or None.

    >>> dateline("NEW YORK, Oct 20 (Reuters) - Stocks rose"), dateline("SANTA ANA, Calif. – A veteran firefighter")
    (Dateline(place='NEW YORK', agency='Reuters'), Dateline(place='SANTA ANA, Calif.', agency=None))
    >>> dateline("He (the president) - said") is None
    True
    """
    opening = opening[:200]
    match = _WITH_AGENCY.match(opening) or _SLASHED.match(opening)
    if match and _is_named(match) and _can_be_place(match["place"]):
        return Dateline(_place(match["place"]), match["agency"].strip())
    match = _PLACE_ALONE.match(opening)
    return Dateline(_place(match["place"]), None) if match and match["place"] not in _NO_PLACE else None


def _is_named(match: re.Match[str]) -> bool:
    """Tell whether what stands in brackets is an agency: one that is known, or a name between a place and a dash."""
    name, place = match["agency"], match["place"] or ""
    # The Dutch Data Protection Authority (AP) said
    longest = _LONGEST_PLACE if match["dash"] is not None or place.isupper() else _LONGEST_PLACE // 2
    if len(place.split()) > longest:
        return False
    is_known = is_agency(name) or is_agency(re.split("[/,]", name)[0])
    return is_known or bool(match["dash"] and place and name[:1].isupper() and name.count(" ") < 3)


def _can_be_place(name: str | None) -> bool:
    """Tell whether every word of more than three letters begins with a capital, as in the name of a place."""
    return name is None or all(word[:1].isupper() for word in name.split() if len(word) > 3)


def _place(name: str | None) -> str | None:
    return name.strip(" ,(") or None if name else None


def from_source_line(line: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the outlet and the agencies of a `SOURCE:` line; an outlet alone has no agencies.

    >>> from_source_line("SOURCE:TRT World & Agencies"), from_source_line("SOURCE: AFP")
    (('TRT World', ('Agencies',)), ('AFP', ()))
    """
    match = _SOURCE_LINE.fullmatch(line[:300])
    if not match:
        return None
    outlet, *agencies = re.split(r"\s*(?:&|,|、|，|\||\band\b)\s*", match["names"])
    # "Johnson & Sons": an ampersand is part of a name unless agencies stand behind it.
    is_list = is_agency(outlet) or "、" in match["names"]
    if agencies and not is_list and not any(is_agency(name) or name.isupper() for name in agencies):
        return match["names"], ()
    return outlet, tuple(agencies)


def byline(line: str) -> str | None:
    """Return the names of a line that says who wrote a text.

    >>> byline("By Jane Doe and John Roe"), byline("by the way"), byline("Von Anna Schmidt, Berlin")
    ('Jane Doe and John Roe', None, 'Anna Schmidt, Berlin')
    """
    match = _BYLINE.fullmatch(line[:200])
    if not match or line.rstrip().endswith((".", "?", "!")):
        return None
    words = [word for word in re.findall(r"[^\W\d_]+", match["names"]) if len(word) > 3]
    has_case = match["names"].lower() != match["names"].upper()
    is_name = not has_case or (
        match["names"][0].isupper() and sum(word[0].isupper() for word in words) * 2 > len(words)
    )
    return match["names"] if is_name else None


def photo_credits(line: str) -> tuple[str, ...]:
    """Return whom a caption credits for its picture: agencies and archives, not persons beside them.

    >>> photo_credits("Lavrov at a meeting / Reuters"), photo_credits("[File: Jane Doe/AP Photo]")
    (('Reuters',), ('AP',))
    >>> photo_credits("Photograph: John Roe/AFP via Getty Images"), photo_credits("A quiet street in May")
    (('AFP', 'Getty Images'), ())
    """
    line = line[-300:]
    if agency_first := _AGENCY_FIRST.search(line):
        agency = agency_first["agency"]
        return (agency.capitalize() if agency == "REUTERS" else agency,)
    if line.count(" / ") > 1 or "›" in line:
        return ()  # the way to a page through its site
    for pattern in _CREDITS:
        if match := pattern.search(line):
            return _credited(match["credit"])
    name = _name_at_the_end(line[-100:])
    return _credited(name) if name else ()


def is_credited(name: str) -> bool:
    """Tell whether pictures are credited to a name: that of an agency, of an archive, or a word such as `handout`."""
    return is_agency(name) or name.strip().casefold() in PICTURES


def is_archive(name: str) -> bool:
    """Tell whether a name credits pictures alone, and is none of an outlet or an agency."""
    return name.strip().casefold() in PICTURES - _PUBLISH


def _name_at_the_end(text: str) -> str | None:
    """Return the known name that stands at the end of a caption, behind a dash or in brackets."""
    for start in range(len(text)):
        match = _CREDIT_END.match(text, start) if text[start] in " ©([（【/|:：" else None
        if match and is_credited(match["credit"].strip(" .)]")) and (start or text[0] in "©([/|"):
            return match["credit"].strip(" .)]")
    return None


def _credited(text: str) -> tuple[str, ...]:
    """Return the names of a credit; of `person/agency via archive` those that are no persons."""
    names = [name.strip(" .)") for name in re.split(r"\s?/\s?|\svia\s|,\s", text)]
    names = [re.sub(r"\s(?:Photo|Images?/?)$", "", name) if is_agency(name.split(" ")[0]) else name for name in names]
    institutions = [name for name in names if is_agency(name) or _ARCHIVE.search(name)]
    return tuple(dict.fromkeys(institutions or names[-1:]))


_BEHIND_TITLE = re.compile(r"\s*[|–—·•-]\s+(?P<name>\S.*)|\s+[|–—·•-]\s*(?P<other>\S.*)")


def behind_title(page_title: str, title: str) -> str | None:
    """Return the name of the site that the title of a page puts behind the title of its article.

    >>> behind_title("Talks go on | The Wire", "Talks go on"), behind_title("Talks: the end", "Talks")
    ('The Wire', None)
    """
    if not title or not page_title.startswith(title):
        return None
    match = _BEHIND_TITLE.fullmatch(page_title, len(title))
    return (match["name"] or match["other"]) if match else None


def host(url: str) -> str | None:
    """Return the host of a web address without its www., or None.

    >>> host("http://www.reuters.com/article/x"), host("no address")
    ('reuters.com', None)
    """
    try:
        name = urlsplit(url).hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def folder_claim(relative: str) -> SourceClaim | None:
    """Return the folder of a file as its outlet: the innermost inside the indexed one that is no date.

    >>> folder_claim("bbc.com/2025/11/talks.txt")
    SourceClaim(name='bbc.com', origin='folder', line=None)
    >>> folder_claim("talks.txt") is None
    True
    """
    folders: Sequence[str] = relative.split("/")[:-1]
    name = next((folder for folder in reversed(folders) if not re.fullmatch(r"[\d_. -]*", folder)), None)
    return SourceClaim(name, "folder") if name else None
