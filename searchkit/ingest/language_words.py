"""Words that tell languages apart: the commonest of each language of news, as they stand between spaces.

`native/src/language/tables.rs` is made from this page by tools/language_tables.py. A word may stand in several
languages: it then tells them from the others, and nothing about themselves.
"""

WORDS = {
    "en": """
        the of and to a in that is was for with as his her he she it on be at by had not are but from they have
        this which one you were been their would will has said who when more also about after its we than other
        over new people
    """,
    "de": """
        der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus
        er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber
        vor zur bis mehr durch man sein wurde sei hatte kann gegen vom können schon wenn unter wir ich
    """,
    "fr": """
        le la les de des du et en un une que qui dans pour est au aux sur par pas plus ne se ce il avec sont son
        sa ses cette mais ont été elle aussi nous leur être fait ou comme après selon entre deux depuis c'est
        qu'il a à où lors contre sans très sous dont même était avait je vous
    """,
    "es": """
        el la los las de del y en un una que se por con para su al lo como más no es fue ha sus pero este esta
        entre también son sobre ya le desde hasta cuando años muy sin según está han donde ser todo porque
        durante contra sido dijo hay era o a esto ese hace uno dos tiene
    """,
    "it": """
        il lo la i gli le di del della dei delle e in un una che è per con da dal dalla non si al alla ai nel
        nella sono come più anche ma ha su sul sulla suo sua questo questa dopo essere stato stata hanno o se ci
        tra anni ancora però quando chi fra dall'anno perché due era degli alle
    """,
    "pt": """
        o a os as de do da dos das e em um uma que não no na nos nas por para com se ao à é foi mais como mas
        também seu sua são pelo pela ser anos ou já está há entre tem sobre depois quando muito disse até isso
        sem foram ainda segundo após ele ela eu você às aos esse esta
    """,
    "nl": """
        de het een van en in is dat op te die voor met zijn niet aan er om ook als hij bij door maar naar dan
        nog uit ze over wordt was worden werd tot heeft meer geen of hebben deze zo al kan wel moet jaar na
        onder tegen wat hun haar zich volgens tussen we ik zei
    """,
    "sv": """
        och i att det som en på är av för med den till har inte om ett de var han men sig från vid kan så när
        efter också vi man under nu år eller hade mot ska ut upp där över vara blir säger skulle bara mellan hon
        dag sedan detta då finns andra enligt alla jag mycket blev två fick bli
    """,
    "no": """
        og i det å som en på er av for med at til har ikke den et om de han men seg fra ved kan så når etter
        også vi var under nå år eller hadde mot skal ut opp der over være blir sier skulle bare mellom hun dag
        siden dette da andre ifølge alle jeg mye ble hva noe to mer fikk bli sa kommer hvor ha vil
    """,
    "da": """
        og i det at som en på er af for med til har ikke den et om de han men sig fra ved kan så når efter også
        vi var under nu år eller havde mod skal ud op der over være bliver siger skulle kun mellem hun dag siden
        dette da andre ifølge alle jeg meget blev hvad noget to mere fik blive sagde kommer hvor have vil
    """,
    "fi": """
        ja on ei se että oli hän mukaan myös kun joka ovat mutta jotka ole olla sekä kuin tai ollut niin jo vain
        sen vielä noin mitä ennen sitten jos voi siitä tämä hänen vuoden ne eivät muun koska jälkeen kanssa yli
        nyt kertoo sanoo aikana kaksi olisi olivat tällä tämän jonka he joista siihen
    """,
    "is": """
        og að í á er sem til var við um það ekki hann af en með því fyrir hún frá hefur þá verið sé þess vera
        hafa þau þeir þetta nú eða eru eftir ég þar segir
    """,
    "pl": """
        i w na z się że do nie jest to o jak za od po ale przez przy dla co tym czy są jego tego oraz był była
        było ich który która które będzie może jej ze już tak także tylko jako być przed pod zostały został
        została roku lat ma więc jednak gdy we bardzo między powiedział
    """,
    "cs": """
        a v na se je že s z do to o i ve za pro od po který která které jako jsou byl byla bylo ale by si k při
        podle také jeho když už jen není nebo aby až před má ještě mezi jsem tak jejich však co být bude pouze
        ze více řekl kteří této tento proti
    """,
    "sk": """
        a v na sa je že s z do to o aj vo za pre od po ktorý ktorá ktoré ako sú bol bola bolo ale by si k pri
        podľa tiež jeho keď už len nie alebo aby až pred má ešte medzi som tak ich však čo byť bude iba zo viac
        povedal ktorí tejto tento proti
    """,
    "hu": """
        a az és hogy nem is egy volt meg csak de már ha mint van azt ez még el ki lehet után szerint sem kell
        pedig vagy azonban között aki amely ezt lesz nagyon minden több majd illetve mert során két így úgy ami
        számára miatt arra ezek akik voltak be mondta most olyan alatt
    """,
    "ro": """
        de și în a la cu pe care nu din că o un pentru este mai au fost se ce al sau sunt prin ca după dar fi îi
        îl lui să le între am aceasta acest această către fiind când ai ale foarte ar iar doar astfel despre
        până el ei anul fără va cel pot şi
    """,
    "sq": """
        në e të dhe i me për një nga që është u se nuk si më ka do së janë duke por këtë kjo ky kanë tha ishte
        edhe pas deri ndërsa cilat cila gjatë
    """,
    "tr": """
        ve bir bu da de için ile olarak çok daha olan gibi ne en kadar sonra ya var ama o olduğu değil her ise
        ancak göre diye mi hem iki olduğunu dedi şekilde tarafından şu önce yeni büyük veya arasında yıl ki
        kendi üzerine son oldu eden etti nasıl
    """,
    "az": """
        və bir bu da də üçün ilə olan daha o bütün həm edib sonra görə ki var deyib isə onun əsas yeni olaraq
        çox kimi edir bildirib arasında kənd ildə tərəfindən
    """,
    "id": """
        yang dan di untuk dari ini dengan tidak dalam pada akan itu juga ke adalah ada bisa karena oleh saat
        tersebut telah sudah para lebih mereka bahwa seperti atau kepada sebagai menjadi saya kami dia hari
        tahun kata anda namun masih hingga antara
    """,
    "ms": """
        yang dan di untuk dari ini dengan tidak dalam pada akan itu juga ke adalah ada boleh kerana oleh ketika
        tersebut telah sudah para lebih mereka bahawa seperti atau kepada sebagai menjadi saya kami beliau hari
        tahun katanya daripada ialah antara turut berkata
    """,
    "vi": """
        và của là có các được cho trong không với một những này đã người khi đến về từ như ra tại nhiều vào sẽ
        để cũng trên sau theo ông bị năm ở đó phải thì hơn còn đang lại nhưng ngày làm cùng nước việc
    """,
    "ca": """
        el la els les de del i en un una que per amb és al als no es ha com més seva seu aquest aquesta també
        són però han des fins quan sobre entre va van ser anys perquè segons sense ja molt hi o dels a ho
        després tot està estat dos
    """,
    "gl": """
        o a os as de do da dos das e en un unha que non no na nos nas por para con se ao á é foi máis como pero
        tamén seu súa son polo pola ser anos ou xa está hai entre ten sobre despois cando moi dixo ata isto sen
        foron aínda segundo
    """,
    "hr": """
        i u je na da se za su od s o ne što koji koja koje kao ali bi iz do bio bila bilo sve nije samo nakon te
        više ili kako već prema ako će biti može tako godine rekao između još tijekom također dok kada ima sam
        jer oko jedan ovo bez pred gdje
    """,
    "sr": """
        и у је на да се за су од са о не што који која које као али би из до био била било све није само након
        те више или како већ према ако ће бити може тако године рекао између још током такође док када има сам
        јер око један ово без пред где
    """,
    "mk": """
        и на во да се од за со не што е ги го ја кој која кои како но би до беше сите само по ќе тоа има дека
        или при биде може уште според меѓу година рече ова овој нема беа кога така исто
    """,
    "bg": """
        и на в да се от за не че са с по е си ще до това като но би който която които след при бе го им има също
        може през още според между година каза този тази само няма беше бяха или вече както кога под обаче
    """,
    "ru": """
        и в не на что с по как из за от для это к но у его же то все а о так они было был при только до или она
        бы мы ее более которые который также после уже когда если может была были быть этом этого со их чем ли
        года том я во под нет
    """,
    "uk": """
        і в не на що з та за до як у це від для про але його був було або при також після вже які який якщо може
        більш вони бути цього її через під є буде тільки між ще й року щоб була були їх коли ми я все так проти
        над із час свого
    """,
    "be": """
        і ў не на што з па як у гэта ад для да але яго быў было або пры таксама пасля ўжо якія які калі можа
        больш яны быць гэтага яе праз пад ёсць будзе толькі паміж яшчэ каб была былі іх мы я так супраць над са
        гэты
    """,
    "el": """
        και το να η του της με που για την τον στο στη στην από ο οι τα είναι δεν θα τη στις στον σε ότι των τις
        τους αλλά ως ένα μια κατά μετά έχει ήταν αυτό αν όπως πως ή μας μου σας πολύ όταν ακόμη έχουν μέχρι πριν
        πρέπει μεταξύ στα ενώ
    """,
    "he": """
        של את על לא הוא עם זה גם היא כי אל או אם יש היה אין כל הם לאחר בין אך ידי רק כדי מה עוד אבל יותר זאת
        שהוא שלא אחרי היום כך כמו לפי היתה הייתה אמר בית אותו עד לו ואת וגם כבר אני שלו זו
    """,
    "ar": """
        في من على إلى أن عن التي الذي هذا هذه ما لا كان بعد قد مع كما أو بين كل ذلك لم وقال خلال منذ قال إن حيث
        وفي كانت عام غير حتى وهو عليه أنه وأن لها قبل له ومن بن إلا أي يوم هو هي الى ان وقد لكن ثم فيها
    """,
    "fa": """
        و در به از که این را با است برای آن یک تا شد هم خود می بر های شده کرد ها نیز ما اما یا وی باید کرده هر
        او اين هاي كه یی گفت ای بود نمی کند بین دو شود پس بی همه اگر چه دارد بودند نیست کنند کشور كرد ي براي
    """,
    "ur": """
        کے میں کی سے ہے کو کا اور نے پر ہیں کہ یہ اس بھی ہو کر تھا وہ ایک نہیں جو تک گیا ہوئے لئے لیے ان تھے تھی
        اپنے کیا بعد والے رہے ہی ساتھ گا یا جس کہا دیا رہا انہوں گی کچھ اپنی
    """,
    "hi": """
        के में की है से को का और ने पर हैं कि यह इस भी हो कर था वह एक नहीं जो तक गया हुए लिए उन थे थी अपने किया
        बाद वाले रहे ही साथ गा या जिस कहा दिया रहा उन्होंने गी कुछ अपनी ये
    """,
    "mr": """
        आहे या आणि ते व हे की तर आहेत हा होते नाही असे ही त्या एक त्यांनी केली मात्र होती होता केला यांनी
        करण्यात आले झाली म्हणून त्यामुळे काही आला येथे पण
    """,
    "et": """
        ja on ei et see oli ka mis kui kes ta aga oma ning või seda nii siis üle juba pole välja olema selle
        need veel kas vaid tema mida olid pärast ütles oleks ma nad aasta eest mille kuid saab tuleb mitte neid
    """,
    "lv": """
        un ir ka no ar uz par tas kas arī bet lai gan vai pēc tika bija kā to ne ja jau tā viņš līdz gada kur
        savu tikai pie pret vairāk šo būs kuri bez tiek starp tam šis ko šī kad esot teica
    """,
    "lt": """
        ir yra kad į iš su bet tai ne o kaip buvo apie dėl tik jau ar už jo jis po nuo prie dar pat bus jie šio
        taip iki kuris kurie mes savo metų pagal tarp per sakė kai prieš labiau ji būti nėra daugiau
    """,
    "af": """
        die van en in is nie wat het dat vir te met op hy ’n 'n om as aan by sy was uit ook deur maar sal kan
        hulle tot oor word nog haar ek na gesê ons hierdie wees of se
    """,
}  # fmt: skip
"""The words of each language, by its code of ISO 639-1."""

ALSO_CALLED = {
    "en": "eng english", "de": "deu ger german deutsch", "fr": "fra fre french français", "es": "spa spanish español",
    "it": "ita italian italiano", "pt": "por portuguese português", "nl": "nld dut dutch nederlands",
    "sv": "swe swedish svenska", "no": "nb nn nor nob nno norwegian norsk", "da": "dan danish dansk",
    "fi": "fin finnish suomi", "is": "isl ice icelandic", "pl": "pol polish polski", "cs": "ces cze czech čeština",
    "sk": "slk slo slovak", "hu": "hun hungarian magyar", "ro": "mo ron rum romanian română", "sq": "sqi alb albanian",
    "tr": "tur turkish türkçe", "az": "aze azerbaijani", "id": "in ind indonesian", "ms": "msa may malay",
    "vi": "vie vietnamese",
    "ca": "cat catalan", "gl": "glg galician", "hr": "hrv croatian hrvatski",
    "sr": "srp serbian", "mk": "mkd mac macedonian", "bg": "bul bulgarian", "ru": "rus russian русский",
    "uk": "ukr ukrainian українська", "be": "bel belarusian", "el": "ell gre greek ελληνικά", "he": "iw heb hebrew עברית",
    "ar": "ara arabic العربية", "fa": "fas per persian farsi فارسی", "ur": "urd urdu", "hi": "hin hindi", "mr": "mar marathi",
    "et": "est estonian", "lv": "lav latvian", "lt": "lit lithuanian", "af": "afr afrikaans",
    "zh": "zho chi cmn chinese 中文", "ja": "jpn japanese 日本語", "ko": "kor korean 한국어", "th": "tha thai", "ta": "tam tamil",
}  # fmt: skip
"""What else a file may call a language, in lower case."""

SCRIPTS = {
    "zh": "\u4e00-\u9fff\u3400-\u4dbf", "ja": "\u3041-\u30ff", "ko": "\uac00-\ud7a3",
    "th": "\u0e00-\u0e7f", "ta": "\u0b80-\u0bff", "te": "\u0c00-\u0c7f", "ml": "\u0d00-\u0d7f", "si": "\u0d80-\u0dff",
    "ka": "\u10a0-\u10ff", "hy": "\u0530-\u058f", "km": "\u1780-\u17ff", "lo": "\u0e80-\u0eff", "my": "\u1000-\u109f",
}  # fmt: skip
"""Scripts that one language of news writes, as character classes; Japanese is also written with what is Chinese here."""
