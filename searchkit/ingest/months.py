"""The names of months in the languages of news, as dates have them, with the English name of each.

Names are in lower case and without accents, as `analysis.words` gives them. Only calendars whose months are those of
the Gregorian one are here: a Persian or an Islamic date is no date to us rather than a wrong one.
"""

ENGLISH = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip

_NAMES = {
    "en": "jan feb mar apr - jun jul aug sep/sept oct nov dec",
    "de": "januar/janner februar/feber marz/mrz april mai juni juli august september oktober/okt november dezember/dez",
    "fr": "janvier/janv fevrier/fevr mars avril/avr mai juin juillet/juil aout septembre octobre novembre decembre",
    "es": "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic",
    "pt": "janeiro fevereiro/fev marco abril maio/mai junho julho agosto setembro/set outubro/out novembro dezembro/dez",
    "it": "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre",
    "nl": "januari februari maart/mrt april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "fi, nominative": "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu syyskuu lokakuu marraskuu joulukuu",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
    "cs": "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "tr": "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "tr, short": "oca sub - nis - haz tem agu eyl eki kas ara",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ru, nominative": "январь/янв февраль/фев март/мар апрель/апр - июнь/июн июль/июл август/авг сентябрь/сен/сент октябрь/окт ноябрь/ноя декабрь/дек",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "el": "ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου",
    "ar": "يناير فبراير مارس ابريل مايو يونيو/يونيه يوليو/يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
    "ar, Levant": "كانون_الثاني شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين_الاول تشرين_الثاني كانون_الاول",
    "fa": "ژانويه فوريه مارس اوريل مه ژوين ژوييه اوت سپتامبر اكتبر نوامبر دسامبر",
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "hi": "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "ar, Maghreb": "جانفي فيفري - افريل ماي جوان جويليه اوت - - - -",
}

MONTHS: dict[str, str] = {name: name for name in ENGLISH}
"""Every name, with the English name of its month. No name means different months in two of the languages."""

for _language in _NAMES.values():
    for _english, _forms in zip(ENGLISH, _language.split(), strict=True):
        MONTHS.update((form.replace("_", " "), _english) for form in _forms.split("/") if form != "-")

_OTHER_CALENDARS = "فروردين ارديبهشت خرداد تير مرداد شهريور مهر ابان اذر دي بهمن اسفند"

NAMES = {word for name in MONTHS for word in name.split()} | {*_OTHER_CALENDARS.split(), "thang"}
"""Every word of a name, those of calendars whose days we do not read too: such a line is a date, if not one for us."""
