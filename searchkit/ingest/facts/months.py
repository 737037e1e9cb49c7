"""The names of months in the languages of news, as dates have them, with the English name of each.

Names are in lower case and without accents, as `analysis.words` gives them. An Islamic date, which the sight of the
moon decides, is no date to us rather than a wrong one; nor is one whose month two languages take for different ones.
"""

ENGLISH = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip

_NAMES = {
    "en": "jan feb mar apr - jun jul aug sep/sept oct nov dec",
    "de": "januar/janner februar/feber marz/mrz april mai juni juli august september oktober/okt november dezember/dez",
    "fr": "janvier/janv fevrier/fevr mars avril/avr mai juin juillet/juil aout septembre octobre novembre decembre",
    "es": "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic",
    "ca": "gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre",
    "pt": "janeiro fevereiro/fev marco abril maio/mai junho julho agosto setembro/set outubro/out novembro dezembro/dez",
    "it": "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre",
    "nl": "januari februari maart/mrt april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "fi, nominative": "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu syyskuu lokakuu marraskuu joulukuu",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
    "pl, short": "sty lut - kwi maj cze lip sie wrz paz lis gru",
    "pl, nominative": "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik - grudzien",
    "cs": "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince",
    "cs, nominative": "leden unor brezen duben kveten cerven cervenec srpen zari rijen - prosinec",
    "sk": "januara februara marca aprila maja juna jula augusta septembra oktobra novembra decembra",
    "sr": "januar/jan februar/feb mart april maj jun jul avgust/avg septembar oktobar novembar decembar",
    "sr, Cyrillic": "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
    "hr": "sijecnja veljace ozujka travnja svibnja lipnja - kolovoza rujna - studenoga/studenog prosinca",
    "sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
    "hu": "januar/jan februar/feb marcius/marc aprilis/apr majus junius/jun julius/jul augusztus szeptember/szept oktober november december",
    "lt": "sausio vasario kovo balandzio geguzes birzelio liepos rugpjucio rugsejo spalio lapkricio gruodzio",
    "lv": "janvaris februaris marts aprilis maijs junijs julijs augusts septembris oktobris novembris decembris",
    "lv, locative": "janvari februari marta aprili maija junija julija augusta septembri oktobri novembri decembri",
    "et": "jaanuar veebruar marts aprill mai juuni juuli august september oktoober november detsember",
    "is": "januar februar mars april mai juni juli agust september oktober november desember",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "tr": "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "tr, short": "oca sub - nis - haz tem agu eyl eki kas ara",
    "id": "januari februari maret april mei juni juli agustus/agu/agt/ags september/sept oktober/okt november/nov desember/des",
    "ms": "januari februari mac april mei jun julai ogos september oktober november disember/dis",
    "sw": "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
    "tl": "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ru, nominative": "январь/янв февраль/фев/февр март/мар апрель/апр - июнь/июн июль/июл август/авг сентябрь/сен/сент октябрь/окт ноябрь/ноя/нояб декабрь/дек",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "el": "ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου",
    "ar": "يناير فبراير مارس ابريل مايو يونيو/يونيه يوليو/يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
    "ar, Levant": "كانون_الثاني شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين_الاول تشرين_الثاني كانون_الاول",
    "fa": "ژانويه فوريه مارس اوريل مه ژوين ژوييه اوت سپتامبر اكتبر نوامبر دسامبر",
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "he, in": "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "hi": "जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
    "bn": "জানুয়ারি/জানুয়ারী ফেব্রুয়ারি/ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "ur": "جنوري فروري مارچ اپريل ميي جون جولايي اگست ستمبر اكتوبر نومبر دسمبر",
    "hy": "հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի",
    "ka": "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    "ar, Maghreb": "جانفي فيفري - افريل ماي جوان جويليه اوت - - - -",
}

MONTHS: dict[str, str] = {name: name for name in ENGLISH}
"""Every name, with the English name of its month. No name means different months in two of the languages."""

for _language in _NAMES.values():
    for _english, _forms in zip(ENGLISH, _language.split(), strict=True):
        MONTHS.update((form.replace("_", " "), _english) for form in _forms.split("/") if form != "-")

PERSIAN = ("فروردين", "ارديبهشت", "خرداد", "تير", "مرداد", "شهريور", "مهر", "ابان", "اذر", "دي", "بهمن", "اسفند")
"""The months of the Persian calendar, which begins in March."""

THAI = ("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน",
        "ธันวาคม")  # fmt: skip
"""The months in Thai, as they are written."""

NAMES = {word for name in MONTHS for word in name.split()} | {*PERSIAN, *THAI, "thang"}
"""Every word of a name."""
