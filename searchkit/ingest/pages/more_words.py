"""Rows of THE table of words (`words`) for more languages, and rarer words of those that have rows there."""

NAVIGATION = """
share options | share article | share the article | share page | share this page | share this post
share this report
share by email | share on email | share via text message | share on threads | share on bluesky | share on telegram
share on reddit | share on pinterest | share on messenger | share icon | social share | share to facebook
text message | text
send to a friend | email this | email this article | print article | print this article | printer friendly | pdf
fullscreen
full screen | view comments | add comment | write a comment | join the conversation | have your say | leave a reply
reply | post comment | reader comments | comments are closed | comments are turned off | report | report comment
like
dislike | likes | recommend | upvote | vote | views | shares | shop | store | classifieds | obituaries | e-edition
digital edition | crossword
puzzles | games | horoscopes | jobs & careers | property | motors | family notices | public notices | horoscope
tv guide
radio | tv | podcasts | video | photo | photos | gallery | galleries | events | calendar | directory | submit a tip
send a tip | tip us off
news tips | submit news | write for us | contribute | become a member | join | membership | members | member login
my profile | go to contents | go to navigation | go to content | go to main content | go to homepage | top of page
back to top of page | page top | table of contents | contents | on this page | jump to comments | font size | a+
a- | aa | increase font size
decrease font size | language selection | choose language | english | français | español | deutsch | link
copy url | url copy | copy address | copy to clipboard | copied to clipboard | hide | show | show less | read less
show transcript | transcript | download audio | audio | volume | settings menu | captions off | live updates
live blog
refresh | reload | try again | retry | search this site | search site | search icon | search results | go | ok | yes
no
got it | dismiss | i agree | agree | agree and continue | continue without accepting | only necessary
reject cookies
legal | disclaimer | modern slavery statement | editorial guidelines | editorial standards | editorial policy
code of ethics | corrections
corrections policy | our standards | our people | our story | team | funding | staff directory | media kit
press kit
investors | investor relations | partners | partner with us | syndication | licensing | reprints
reprints and permissions
rights and permissions | permissions | feedback | give feedback | send feedback | help center | help centre
support
customer service | faqs | rss feed | rss feeds | mobile apps | mobile app | apps | app | ios | android
subscribe now
subscribe today | start free trial | see offers | view offer | gift subscription | give a gift | manage account
manage subscription
sign out | my feed | my news | for you | saved articles | reading list | history of readings | discover | browse
browse all | tenders | programmes | programs | services | the ministry | resources | publications | documents
media centre | gallery of photos | vacancies | procurement | feedback form | citizens | departments | government
end of article | end of story | this is the end | advertisment | advert | promoted | partner content | brand content
paid post | sponsor content | from our sponsors | local advertisers | promoted stories by | top | skip
skip navigation | skip to navigation
skip to search | skip to footer | open search | close search | open in app | view in app | view as webpage
view original | original | reader mode | listen now | listen · | listen to story | listen to this story | read aloud
text to speech | watch now
watch on youtube | photo gallery | view gallery | view photos | enlarge image | view full table | full table
full results | fixtures | scores | tables
results | standings | live scores | wayback machine | captures | save this story | save story | bookmark this
add to favourites | add to favorites
print page | report this ad | why this ad | feedback on ads | newsletter sign-up | newsletter signup
sign up for newsletters
get newsletter | get alerts | follow author | follow topic | follow this topic | follow this story | unfollow
unsubscribe | my library
start a discussion | be the first to comment | 0 comments | correct an error | found a mistake | report error
artikel drucken | artikel speichern | artikel verschenken | artikel merken | artikel versenden | zur übersicht
zum hauptinhalt | zum menü | zum inhaltsverzeichnis | menü | menü öffnen | menü schließen | suche öffnen | einloggen
ausloggen | mein konto | konto | profil | hilfe | abos | abo-shop | abo abschließen | e-paper lesen | leserbriefe
leserbrief | leserbrief schreiben | korrekturhinweis | fehler melden | kommentar verfassen | kommentare anzeigen
zu den kommentaren | diskutieren sie mit | jetzt kommentieren | jetzt teilen | jetzt lesen | beitrag teilen
facebook teilen
vollbild | wiedergabe | bildergalerie | rss-feed | jobs bei | stellenmarkt | immobilien | traueranzeigen | anzeigen
inserieren | mediathek | livestream | podcast | barrierefrei | leichte sprache | gebärdensprache | ja | nein
alle akzeptieren
einstellungen | zustimmen | ablehnen | verstanden | datenschutz-einstellungen | widerrufen | netiquette
nutzungsbasierte werbung
offenlegung | redaktionelle richtlinien | blattlinie | redaktion | kontakt zur redaktion | werben | presse
newsletter bestellen
menu principal | ouvrir le menu | rechercher sur le site | mon compte | compte | déconnexion | créer un compte
boutique
petites annonces | carnet | avis de décès | météo | jeux | mots croisés | journal numérique | le journal
lire le journal
partager sur facebook | partager sur twitter | partager sur linkedin | envoyer par e-mail | envoyer par mail
par courriel
ajouter aux favoris | ajouter à mes favoris | ajouter un commentaire | voir les commentaires | lire les commentaires
laisser un commentaire | signaler une erreur | signaler | répondre | gestion des cookies | paramétrer les cookies
accessibilité
contact presse | recrutement | publicités | annoncer | nos newsletters | toutes les newsletters | applications
applis | ma liste
données personnelles | charte | conditions générales | crédits | archives du site | toute l'actualité
lire l'article | voir plus | afficher plus | lire plus
réduire | imprimer l'article | copier | lien copié | agrandir | voir la galerie | soutenez-nous | faire un don
je m'inscris | don
acceso | accede | accesibilidad | mi cuenta | cuenta | cerrar sesión | ayuda | tienda | hemeroteca | clasificados
esquelas
el tiempo | juegos | pasatiempos | ver comentarios | añadir comentario | deja un comentario | dejar un comentario
escribe un comentario
responder | denunciar | compartir en twitter | compartir en whatsapp | compartir por correo | enviar por correo
copiar
reportar un error | reportar error | mostrar más | ver más | ver todo | ver todos | leer | menú | abrir menú
cerrar menú
buscador | edición impresa | versión impresa | edición digital | condiciones de uso | términos y condiciones
política de uso
contactar | trabaja con nosotros | publicite | anúnciate | boletines | síguenos en google news | seguir
guardar artículo | aceptar cookies | suscriptores | hazte socio | dona
entre | minha conta | sair | cadastre-se | ajuda | loja | classificados | edição impressa | jogos
deixe um comentário
deixe seu comentário | ver comentários | comente | responder | denunciar | compartilhe | compartilhar no facebook
compartilhar no whatsapp
receba notícias | boletim | anuncie | trabalhe conosco | termos e condições | política de cookies | mostrar mais
ver mais | ver tudo | carregar mais | ler mais tarde
reportar erro | comunicar erro | imprimir notícia | tamanho da letra | acessibilidade | expediente | newsletters
assinantes | ficha técnica | estatuto editorial | dicas
area riservata | il mio account | esci | aiuto | negozio | annunci | necrologie | meteo | giochi | edicola
sfoglia il giornale | scrivi un commento
lascia un commento | vedi i commenti | rispondi | segnala | segnala un errore | condividi su facebook
condividi su twitter | invia per email
mostra altro | mostra di più | carica altro | vedi tutti | vedi tutto | leggi dopo | ingrandisci | accessibilità
termini e condizioni
condizioni d'uso | lavora con noi | pubblicità con noi | cookie policy | gestisci cookie | seguici su facebook
cerca nel sito | apri il menu | sostienici | abbonamenti
deel dit | deel artikel | deel dit bericht | deel via | deel op facebook | mail dit artikel | print dit artikel
bewaar artikel | opslaan | reageren
plaats een reactie | geef een reactie | bekijk reacties | reactie plaatsen | mijn account | uitloggen | winkel
overlijdensberichten
weer | puzzels | krant | digitale krant | menu openen | toon meer | meer tonen | laad meer | bekijk alles
alles bekijken | terug naar boven | cookie-instellingen
cookies beheren | algemene voorwaarden | toegankelijkheid | adverteren | vacatures | colofon | tip de redactie
tip ons | klopt er iets niet | fout melden
contact opnemen | nieuwsbrief | nieuwsbrieven | word abonnee | word lid | lees voor | luister naar dit artikel
abonnee worden | zoek
gå till innehåll | hoppa till innehåll | huvudmeny | mina sidor | logga ut | bli prenumerant | e-tidning | tipsa oss
kundservice | kundtjänst
annonsera | lediga jobb | om cookies | cookieinställningar | hantera cookies | visa mer | visa fler | visa alla
ladda fler | dela artikel | dela artikeln
dela på facebook | kopiera länk | spara artikel | spara | kommentera | läs kommentarer | rapportera fel
rätta artikeln | följ ämne | till toppen
hoved meny | hovedmeny | gå til hovedindhold | gå til innhold | hopp til innhold | min side | mine sider | logg ut
log ud | bliv abonnent | bli abonnent
e-avis | tips oss | tip os | kundeservice | ledige stillinger | vis mer | vis mere | vis flere | vis alle | se flere
se alle | del på facebook | kopier lenke
kopier link | lagre | gem | gem artikel | kommenter | skriv kommentar | meld feil | rapporter feil | personvern
personvernerklæring | cookiepolitik | privatlivspolitik | informasjonskapsler
til toppen | søg på sitet | abonnement | nyhedsbrev | nyhetsbrev | åbn menu | lyt | lytt | hør artiklen | menuen
hyppää sisältöön | päävalikko | avaa valikko | sulje valikko | oma tili | kirjaudu ulos | tilaajapalvelu
näköislehti | lähetä juttuvinkki | juttuvinkki
mediatiedot | avoimet työpaikat | evästeasetukset | evästeet | näytä lisää | näytä kaikki | lataa lisää
jaa facebookissa | kopioi linkki
kirjoita kommentti | lue kommentit | ilmoita virheestä | uutiskirje | tilaajalle | tilaajille | asiakaspalvelu
kuuntele artikkeli | osallistu keskusteluun | keskustelu | säännöt
menu główne | otwórz menu | moje konto | wyloguj | sklep | ogłoszenia | nekrologi | pogoda | program tv | e-wydanie
pokaż więcej | zobacz wszystkie | zobacz więcej
wczytaj więcej | udostępnij artykuł | udostępnij na facebooku | kopiuj link | skopiuj link | dodaj komentarz
zobacz komentarze | zobacz wszystkie komentarze | zgłoś błąd | zgłoś
odpowiedz | newsletter | zapisz się | praca | ustawienia prywatności | zasady | o serwisie | kontakt z redakcją
redakcja i kontakt | wesprzyj nas | wspieraj nas | posłuchaj | słuchaj artykułu | posłuchaj artykułu | oceń artykuł
головна | меню | пошук | увійти | вхід | реєстрація | підписатися | підписка | підписуйтесь | поділитися | поширити
друкувати | друк | версія для друку
коментарі | коментувати | залишити коментар | додати коментар | контакти | про нас | про проєкт | реклама
політика конфіденційності | правила користування
правила передруку | правила використання | нагору | вгору | закрити | далі | назад | зберегти | прийняти | слухати
редакція | ще | підтримати нас | підтримати | підтримайте нас | стати автором
скопіювати посилання | копіювати посилання | показати ще | більше | усі новини | всі новини | архів | вакансії
редакційна політика | мова | українська | русский | english version
підтримка | всі права захищено | повідомити про помилку | дивитися | шукати
поддержать нас | поддержать | поделиться в | показать ещё | показать еще | загрузить ещё | все новости | архив
вакансии | правила | о компании | о редакции
рекламодателям | подписаться на | читать комментарии | добавить комментарий | написать комментарий | обсудить
обсуждение | ответить | пожаловаться | сообщить об ошибке | шрифт | русская версия | личный кабинет
все материалы | следите за нами | выйти | помощь | мобильная версия | полная версия | прослушать | в избранное
закладки | объявления | погода | гороскоп | купить подписку | оформить подписку
domů | hlavní strana | hledat | vyhledat | vyhledávání | přihlásit | přihlásit se | odhlásit | registrace
registrovat | předplatné | předplatit | sdílet | sdílet na facebooku | tisk | tisknout | vytisknout
diskuse | diskuze | vstoupit do diskuse | komentáře | přidat komentář | kontakty | o nás | inzerce | reklama
ochrana osobních údajů | ochrana soukromí | podmínky užití | obchodní podmínky | nahoru | zavřít | další | předchozí
uložit | souhlasím | odmítnout | nastavení | nastavení cookies | poslechnout | přehrát | mapa stránek
zobrazit více | načíst další | redakce | kopírovat odkaz | nahlásit chybu | přejít k obsahu | archiv | kariéra
domov | hľadať | vyhľadávanie | prihlásiť sa | prihlásenie | registrácia | predplatné | zdieľať | tlačiť | diskusia
komentáre | o nás | inzercia | ochrana osobných údajov | zavrieť | ďalej | ďalšie | uložiť | viac | nastavenia
acasă | caută | căutare | autentificare | conectare | înregistrare | abonare | abonează-te | abonați-vă | distribuie
distribuie articolul | trimite | tipărește | comentarii | comentează | adaugă comentariu | lasă un comentariu
despre noi
publicitate | politica de confidențialitate | politica de cookies | termeni și condiții | închide | următorul
înapoi | salvează | accept | accept toate | meniu | mai mult | vezi mai mult | vezi toate | mergi la conținut
echipa | redacția | susține-ne | contul meu | cariere | urmărește-ne | ascultă
főoldal | címlap | keresés | bejelentkezés | belépés | regisztráció | előfizetés | előfizetek | megosztás
megosztom | nyomtatás | hozzászólások | hozzászólok | kommentek | kapcsolat | rólunk | impresszum | hirdetés
médiaajánlat | adatvédelem | adatvédelmi tájékoztató
felhasználási feltételek | bezárás | tovább | vissza | mentés | elfogadom | beállítások | menü | több | összes
hírlevél | támogass minket | támogatás | kövess minket | ugrás a tartalomhoz | meghallgatás | szerkesztőség
archívum
αρχική σελίδα | μενού | συνδεθείτε | συνδρομή | εγγραφείτε | μοιράσου | μοιραστείτε | κοινοποίηση άρθρου | σχολιάστε
σχόλια χρηστών | ποιοι είμαστε | σχετικά με εμάς | όροι χρήσης | πολιτική απορρήτου | πολιτική cookies
προσωπικά δεδομένα | διαφημιστείτε | ταυτότητα | κλείσε | επόμενο | προηγούμενο | αποθήκευση
αποδοχή | αποδέχομαι | περισσότερα | δείτε όλα | ακούστε | ακολουθήστε μας | στείλε
начало | търсене | търси | вход | изход | абонамент | абонирай се | абонирайте се | сподели | споделете | печат
коментари | коментирай | добави коментар | за нас | за контакти | реклама | общи условия | политика за поверителност
затвори | напред | запази | приемам | още | виж всички | редакция | бисквитки
naslovna | naslovnica | početna | pretraga | pretraži | traži | prijava | prijavi se | registracija | registriraj se
pretplata | pretplati se | podijeli | podeli | ispiši | štampaj | komentari | komentiraj | ostavi komentar
pošalji komentar | o nama | marketing | oglašavanje | impressum | uvjeti korištenja | uslovi korišćenja
pravila privatnosti | politika privatnosti | zatvori | dalje | natrag | nazad
spremi | sačuvaj | prihvaćam | prihvatam | postavke | izbornik | meni | više | prikaži više | učitaj još | kolačići
slušaj
inici | cerca | inicia sessió | entra | subscriu-te | subscriu-t'hi | comparteix | imprimeix | envia | comentaris
comenta | contacte | qui som | avís legal | política de privacitat | publicitat | tanca | següent | desa
segueix-nos | accepta | més
laman utama | utama | carian | log masuk | langgan | kongsi | kongsikan | cetak | komen | hubungi kami
tentang kami | iklan | tutup | simpan | dasar privasi | terma | lagi
cari berita | masuk/daftar | simpan | salin | salin tautan | salin link | lainnya | lihat semua | lihat semuanya
selengkapnya | baca selengkapnya | redaksi | pedoman media siber | karir | karier | info iklan | kotak pos
kebijakan privasi | syarat dan ketentuan | hubungi kami | komentar anda | tulis komentar | kirim komentar | kirim
tutup | cetak | ikuti kami | dengarkan | halaman selanjutnya | halaman berikutnya | berlangganan | tentang
kode etik | lapor
trang nhất | mục lục | đặt báo | đăng xuất | gửi | gửi bình luận | ý kiến | ý kiến bạn đọc | in bài viết | in | lưu
lưu bài viết | sao chép liên kết | xem thêm bình luận | quảng cáo | liên hệ quảng cáo | tòa soạn | toà soạn
chính sách bảo mật | điều khoản sử dụng | về đầu trang | đóng | theo dõi | nghe | tải ứng dụng | giới thiệu
chuyên mục | đường dây nóng
หน้าแรก | หน้าหลัก | ค้นหา | เข้าสู่ระบบ | สมัครสมาชิก | สมัคร | แชร์ | แชร์ข่าว | พิมพ์ | ความคิดเห็น
แสดงความคิดเห็น | ติดต่อเรา | เกี่ยวกับเรา | โฆษณา | ติดต่อโฆษณา | นโยบายความเป็นส่วนตัว | ข้อกำหนดและเงื่อนไข
เมนู | ปิด | ถัดไป | ก่อนหน้า | บันทึก | ยอมรับ | ดูทั้งหมด | ดูเพิ่มเติม | คัดลอกลิงก์ | ร่วมงานกับเรา | ติดตามเรา
mwanzo | nyumbani | tafuta | ingia | jisajili | jiandikishe | shiriki | sambaza | maoni | toa maoni | wasiliana nasi
kuhusu sisi | matangazo | sera ya faragha | funga | endelea | zaidi | chapisha
होम पेज | खोज | सब्सक्राइब करें | सब्सक्राइब | लॉगिन | साइन अप | शेयर | प्रिंट | कमेंट | कमेंट करें | टिप्पणी
टिप्पणी करें | गोपनीयता नीति | नियम और शर्तें | बंद करें | और देखें | सभी देखें | फॉलो करें | सुनें | ई-पेपर
ऐप डाउनलोड करें | हमसे संपर्क करें | विज्ञापन दें | सेव करें
প্রচ্ছদ | হোম | অনুসন্ধান | লগইন | সাবস্ক্রাইব | শেয়ার | শেয়ার করুন | প্রিন্ট | মন্তব্য | মন্তব্য করুন | যোগাযোগ
আমাদের সম্পর্কে | বিজ্ঞাপন | গোপনীয়তা নীতি | আরও | আরো | সব খবর | ই-পেপার
முகப்பு | தேடல் | பகிர் | பகிர்க | கருத்துகள் | தொடர்புக்கு | எங்களைப் பற்றி | விளம்பரம் | மேலும்
صفحہ اول | ہوم | تلاش | تلاش کریں | لاگ ان | سبسکرائب | شیئر کریں | شیئر | پرنٹ | تبصرے | تبصرہ کریں | رابطہ کریں
ہم سے رابطہ | ہمارے بارے میں | اشتہار | اشتہارات | رازداری | مزید
الصفحة الرئيسيّة | أرسل | إرسال | رد | أضف تعليق | اترك تعليقا | اترك تعليقاً | التعليقات | انسخ الرابط | نسخ
مشاركة المقال | مشاركة عبر | حجم الخط | تكبير الخط | تصغير الخط | عرض المزيد | المزيد من | عرض الكل | تحميل المزيد
اشترك معنا | النشرة الإخبارية | سجل الدخول | إنشاء حساب | حسابي | الإعلانات | أعلن معنا | وظائف | خريطة الموقع
سياسة ملفات تعريف الارتباط | قبول | رفض | موافق | طباعة المقال | شاركها | انشر | ادعمنا | هيئة التحرير | أرشيف
نسخة للطباعة | استمع للمقال | الأرشيف
بایگانی | آرشیو | نسخه چاپی | ارسال به دوستان | ارسال به دوست | ارسال خبر | کد خبر | لینک کوتاه | کپی شد | نظر بدهید
نظرات کاربران | دیدگاه | دیدگاه‌ها | ارسال دیدگاه | پیوندها | آب و هوا | همه اخبار | بیشتر | مشاهده همه | تبلیغ
دنبال کنید | گزارش خطا | اندازه متن | خبرنامه
הרשמה | הרשם | מנוי | מנויים | הירשם | הצטרפו | שתפו | שתפו בפייסבוק | הדפס | הדפסת כתבה | תגובה | הוסף תגובה
הוסיפו תגובה | כתבו תגובה | לכל התגובות | יצירת קשר | מי אנחנו | תנאי שימוש | מדיניות פרטיות | נגישות | עוד | הבא
הקודם | שמירה | העתק קישור | דווח על טעות | דלג לתוכן | פרסמו אצלנו | האזינו | האזנה לכתבה
转发 | 点赞 | 赞 | 举报 | 纠错 | 我要纠错 | 我要评论 | 查看评论 | 全部评论 | 网友评论 | 打印本页 | 关闭窗口 | 大字 | 小字 | 大 | 中 | 小 | 字体 | 听新闻 | 收听 | 语音播报
下载客户端 | 手机版 | 电脑版 | 简体 | 繁體 | 无障碍 | 无障碍浏览 | 加入收藏 | 收藏本站 | 网站首页 | 登录/注册 | 用户中心 | 举报邮箱 | 法律声明 | 免责声明 | 诚聘英才 | 人才招聘
会员 | 立即订阅 | 展开全文 | 阅读全文 | 查看更多 | 分享文章 | 複製連結 | 分享至 | 回首頁 | 首頁 | 會員登入 | 會員 | 加入會員 | 留言 | 我要留言 | 隱私權政策 | 服務條款 | 字級
聽新聞 | 加入最愛 | 電子報 | 訂閱電子報 | 捐款
ブックマーク | ポスト | ツイート | メール | 記事を保存 | クリップ | クリップする | 朝刊 | 夕刊 | 連載 | 紙面ビューアー | 紙面 | 電子版 | 有料会員 | 無料会員登録 | 会員登録はこちら
ログインする | 続きを読む | 記事一覧 | 一覧へ | 一覧を見る | すべて見る | もっと読む | 個人情報 | 個人情報保護方針 | 著作権 | 特定商取引法 | ご利用案内 | ヘルプ | 採用情報 | 広告掲載
文字サイズ | 音声で聞く | 拡大 | 写真を見る | トップに戻る | ページの先頭へ | この記事を書いた人 | マイページ | お知らせ
바로가기 | 본문 | 로그아웃 | 회원 | 마이페이지 | 구독하기 | 좋아요 | 글자크기 | 글자 크기 | 글씨크기 | 가 | 스크랩 | 링크복사 | 주소복사 | url복사 | 댓글쓰기 | 댓글 쓰기
의견쓰기 | 기사제보 | 제보 | 광고문의 | 이메일무단수집거부 | 저작권 | 청소년보호정책 | 고충처리 | 오류신고 | 더보기 | 전체보기 | 목록 | 인쇄하기 | 기사듣기 | 기사 듣기 | 밴드
카카오스토리 | 기자 구독
"""

LINKS = """
more headlines from | more from | latest from | also read
more in | more about this | more on this subject | also on | see more stories | you might be interested in
recommended stories
popular articles | popular stories | popular this week | most recent stories | the most read | most discussed
most emailed | top reads | today's top stories | today's news
best of | what's new | what's hot | hot now | now on | from the archive | from the archives | from our archive
more features | more analysis | new today
related content from | stories you may like | articles you may like  | more in this series
in this series | other headlines | other press releases | other releases | more releases | previous releases
weitere artikel zum thema | auch lesen | das könnte sie interessieren | meistgelesen heute | jetzt neu | neueste
neueste meldungen | letzte meldungen | weitere pressemitteilungen | mehr aus | mehr von | mehr nachrichten
aus dem archiv | lesen sie mehr | beliebteste artikel | meistkommentiert | ausgewählt | empfohlen
unsere empfehlungen | die neuesten artikel | aktuelle artikel | kurz gemeldet | themen des tages
à lire aussi | les plus partagés | l'actu en direct | plus d'actualités | nos derniers articles | à découvrir
à ne pas manquer | notre sélection | la sélection de la rédaction | autres articles | autres actualités | dossiers
en images | derniers articles | les derniers articles | le plus populaire | les plus commentés | communiqués récents
autres communiqués | sur le même thème | lire également | dans l'actualité
lo más reciente | lo más compartido | lo más comentado | también en | otros comunicados | otras informaciones
ahora en portada | en portada | más sobre el tema | más de | noticias destacadas | noticias recientes
últimos artículos | le recomendamos | lo último en | otros artículos | te puede gustar | artículos recientes
notas relacionadas | más notas
mais sobre | mais de | outras notícias | outros artigos | últimas publicações | notícias recentes | destaques do dia
populares | mais populares | mais comentadas | relacionadas | relacionados | em destaque | pode gostar
leia mais sobre | em alta
i più commentati | i più visti | ultimi articoli | le ultime | le ultime notizie | potrebbe piacerti
altri comunicati | notizie del giorno | oggi in edicola | i nostri consigli | scelti per te | articoli più letti
più popolari
meest gelezen artikelen | meer over | meer van | ander nieuws | verder lezen | aanraders | populair | best gelezen
het beste van | nieuwste artikelen | meer artikelen | op de hoogte | niet missen
mest lästa artiklar | läs mer om | fler artiklar | fler nyheter | mer från | populärt | populärast
senaste artiklarna | senaste | just nu | rekommenderas | rekommenderat | toppnyheter | till startsidan
flere nyheder | flere nyheter | flere artikler | mere om | mer om | mere fra | mer fra | mest læste artikler
mest sett | populært | seneste nyheder | siste nyheter | siste | seneste | andre leser | anbefalt | anbefalet
lige nu | akkurat nå
lisää aiheesta | lue seuraavaksi | uusimmat artikkelit | muita uutisia | nyt luetuimmat | päivän luetuimmat
viikon luetuimmat | suositut | suositeltua | lisää | aiheeseen liittyvää | ajankohtaista | poimintoja
popularne artykuły | najpopularniejsze | najchętniej czytane | warto przeczytać | może cię zainteresować
inne artykuły | więcej na ten temat | więcej | najnowsze artykuły | w tym temacie | inni czytają | dzieje się
z ostatniej chwili | nie przegap
останні новини | популярне | популярні новини | читайте також | найпопулярніше | найпопулярніші | схожі новини
схожі матеріали | новини за темою | за темою | новини партнерів | головні новини | головне | головне за сьогодні
свіжі новини | інші новини | рекомендуємо | вибір редакції | стрічка новин | зараз читають | топ новини
дивіться також | більше новин | усе за темою | актуальне
выбор редакции | ещё новости | еще новости | новости дня | другие материалы | по теме | сейчас на главной
не пропустите | что почитать | вам понравится | в тренде | обсуждаемое | картина дня | новости сми2
nejčtenější | nejčtenější články | nejnovější | nejnovější zprávy | související články | související | další články
další zprávy | mohlo by vás zajímat | doporučujeme | populární | právě se děje | poslední zprávy | čtěte také
více k tématu | nepřehlédněte | z domova
najčítanejšie | najnovšie | súvisiace články | ďalšie články | odporúčame | mohlo by vás zaujímať
cele mai citite | cele mai noi | cele mai noi știri | ultimele știri | ultima oră | știri similare
articole similare | articole recente | recomandări | alte știri | citește și | te-ar putea interesa
mai multe știri | populare | pe aceeași temă
legolvasottabb | legolvasottabbak | legfrissebb | legfrissebb hírek | friss hírek | kapcsolódó cikkek | kapcsolódó
további cikkek | további hírek | ajánlott | ajánló | ajánlatunk | ez is érdekelheti | népszerű | olvasta már
ezeket olvasta már
τελευταία νέα | τελευταία | δημοφιλή | δημοφιλέστερα | σχετικά άρθρα | σχετικές ειδήσεις | περισσότερα νέα
ροή ειδήσεων | διαβάστε επίσης | διαβάστε ακόμη | προτεινόμενα | τελευταίες ειδήσεις | τα πιο δημοφιλή | μη χάσετε
най-четени | най-новото | най-нови | последни новини | свързани новини | свързани статии | още по темата
още новини | препоръчани | вижте още | прочетете още | популярни
najčitanije | najnovije | najnovije vijesti | najnovije vesti | povezane vijesti | povezane vesti | povezani članci
izdvojeno | preporučujemo | više vijesti | pročitajte još | pročitajte i | ostale vijesti | najčitanije vijesti
iz rubrike
el més llegit | les més llegides | més notícies | últimes notícies | notícies relacionades | et pot interessar
terkini | artikel berkaitan | paling popular | berita lain | berita lainnya | artikel terkait | artikel lainnya
baca juga berita | video terkini | video pilihan | pilihan editor | rekomendasi | rekomendasi untuk anda
berita populer | populer | trending topik | topik terkait | untuk anda
tin nóng | tin đọc nhiều | xem nhiều | mới nhất | cùng chuyên mục | bài liên quan | bài viết khác | đọc thêm
tin cùng chuyên mục | tin nổi bật | nổi bật | đáng chú ý | mới cập nhật | tin tài trợ | có thể bạn thích
ข่าวล่าสุด | ข่าวที่เกี่ยวข้อง | ข่าวเกี่ยวข้อง | ข่าวยอดนิยม | ยอดนิยม | ข่าวอื่นๆ | ข่าวแนะนำ
บทความที่เกี่ยวข้อง | อ่านเพิ่มเติม | เรื่องที่คุณอาจสนใจ | ข่าวเด่น | ข่าวฮิต
habari zaidi | habari mpya | habari zinazohusiana | soma zaidi | zilizosomwa zaidi | habari nyingine | inayovuma
ताज़ा समाचार | लेटेस्ट न्यूज़ | ट्रेंडिंग | संबंधित समाचार | अन्य खबरें | और खबरें | टॉप न्यूज़ | टॉप स्टोरीज
इन्हें भी पढ़ें | लोकप्रिय | आपकी राय
সর্বশেষ | সর্বশেষ সংবাদ | সর্বাধিক পঠিত | জনপ্রিয় | আরও পড়ুন | সম্পর্কিত খবর | এই বিভাগের আরও খবর | পাঠকের মন্তব্য
تازہ ترین | تازہ ترین خبریں | مزید خبریں | مقبول ترین | متعلقہ خبریں | یہ بھی پڑھیں | اہم خبریں
سب سے زیادہ پڑھی جانے والی
الأكثر شعبية | الأكثر تعليقا | الأكثر قراءة اليوم | أخبار متعلقة | مقالات مشابهة | من نفس القسم | في نفس القسم
الأخيرة | أحدث المقالات | آخر المستجدات | اخترنا لك | اخترنا لكم | قد يعجبك | الأكثر تفاعلا | أخبار عاجلة
تابع أيضا | مواضيع متعلقة | موضوعات متعلقة | اقرأ كذلك | آخر المقالات
پربحث‌ترین | پربحث ترین | جدیدترین اخبار | آخرین خبرها | آخرین مطالب | مطالب مشابه | اخبار مشابه | در همین زمینه
در همین رابطه | خبرهای مهم | عناوین برگزیده | پیشنهاد ویژه | بیشتر ببینید | از دست ندهید | سایر اخبار
הנקראות ביותר | כתבות אחרונות | אולי יעניין אותך | עוד כתבות | מומלצים | עדכונים אחרונים | הכי חם | עוד חדשות
חדשות נוספות | כל הכותרות
最新报道 | 最新资讯 | 热榜 | 热搜 | 热门评论 | 热门话题 | 24小时热文 | 24小时热闻 | 编辑推荐 | 编辑精选 | 推荐 | 相关推荐 | 更多推荐 | 更多报道 | 其他新闻 | 图片新闻 | 头条推荐
专题 | 今日推荐 | 大家都在看 | 大家都在看什麼 | 即時新聞 | 熱門文章 | 熱門 | 最多人看 | 最多瀏覽 | 編輯精選 | 更多相關新聞 | 你可能也喜歡 | 猜你喜歡 | 你可能感興趣 | 人氣新聞 | 往期回顾
よく読まれている記事 | よく読まれた記事 | いま読まれている記事 | 読まれています | 速報 | 新着 | 新着ニュース | 編集部のおすすめ | この記事に関連するニュース | 関連リンク | 関連トピックス | 注目の記事
ピックアップ | 特集 | こんな記事も | 主なニュース | 人気ランキング | 記事ランキング | 今日の注目
연관기사 | 관련 뉴스 | 이 시각 주요뉴스 | 이시각 주요뉴스 | 최신뉴스 | 랭킹뉴스 | 베스트 | 핫뉴스 | 핫클릭 | 인기뉴스 | 인기 뉴스 | 오늘의 뉴스 | 당신이 좋아할 만한 | 추천뉴스
추천 뉴스 | 이 기자의 다른 기사 | 많이 본 | 다른 기사 | 속보
"""

RECOMMENDATION = """
read more here | read the original | read the full report | read full story | also see | in depth | in pictures
in photos | more here | related video | related link | related links | you may also like | don't miss | must read
mehr dazu | lesen sie hier | lesen sie dazu | lesen sie weiter | weiterlesen | hier lesen | video zum thema
voir également | pour aller plus loin | en savoir plus | notre dossier | lisez aussi | lire notre article | relire
à écouter
le puede interesar | le sugerimos | vea también | vea además | en video | lea más | le recomendamos leer
también lea | lea además
confira também | leia a reportagem
guarda anche | vedi anche | per approfondire | leggi di più | l'articolo | scopri di più
zie ook | luister ook | lees hier | meer lezen | kijk ook
zobacz też | przeczytaj też | przeczytaj także | przeczytaj również | czytaj więcej | warto wiedzieć
читати також | читайте більше | дивіться також | також читайте | більше за темою | детальніше | читайте подробнее
также читайте | читайте по теме | материал по теме
čtěte také | čtěte více | přečtěte si | přečtěte si také | viz také | čítajte aj | prečítajte si
citește și | citiți și | vezi și | citește mai mult | kapcsolódó | olvassa el | olvasta már | bővebben
διαβάστε επίσης | διαβάστε ακόμα | δείτε επίσης | вижте още | прочетете още | още по темата | pročitajte i
pročitajte više | čitajte još | pogledajte i | opširnije
llegeix també | més informació | simak juga | lihat juga | tonton juga | baca selanjutnya | đọc thêm | xem thêm tại
soma pia | อ่านเพิ่มเติม | อ่านข่าวเพิ่มเติม | अधिक पढ़ें | और जानें | আরও পড়ুন | مزید پڑھیں | یہ بھی پڑھیں
طالع أيضا | تابع أيضا | اقرأ أيضاً | إقرأ المزيد | بیشتر ببینید | در این باره بخوانید | לקריאה נוספת | עוד בנושא
קראו עוד | ראו גם | 阅读更多 | 更多阅读 | 参见 | 看更多 | 更多新聞 | 關連記事 | 続きはこちら | こちらも | 参考記事 | 함께 보기 | 더 보기 | 참고기사
ilgili haberler | okumak için | läs mer här | se även | läs | se også | les mer | læs mere | lue tästä
lisää aiheesta
"""

RECOMMENDING_LABELS = """
además | assista | auch auf | baca | background | confira | czytaj | dazu | detaylar | entenda | katso | lee | lees
leggi | leia | listen | mehr | more | polecamy także | przeczytaj | read | read this | se | simak | sprawdź | veja
voir | více | watch | zobacz | zum thema | zur sache | à lire | διαβάστε | дивіться | смотрите | читайте | بخوانید
شاهد
"""
"""Words that recommend an article where they stand before a colon; alone they are anything."""

SECTION = """
canada | city | metro | metro plus | property | business news | local sport | council | transport | housing
agriculture | defence | defense | security | crime & courts | arts & culture | long read | long reads | the big read
in depth | profile | review | reviews | blog | blogs | letter | investigation | data | graphics | fact checks
statements | speeches | notices | football news | regional news | uk news | us news | world news
business & economy
стиль | життя | суспільство | економіка | політика | культура | світ | україна | спорт | наука | здоров'я
технології | війна | київ | події | экология | регионы | москва | авто | недвижимость | финансы | армия | интервью
мнения | аналитика
domácí | zahraničí | ekonomika | kultura | sport | krimi | regiony | věda | názory | byznys | slovensko | svet
z domova | știri | politică | economie | externe | sport | cultură | sănătate | social | belföld | külföld
gazdaság | kultúra | sport | tudomány | közélet | πολιτική | οικονομία | ελλάδα | κόσμος | κοινωνία | πολιτισμός
αθλητικά | υγεία | българия | свят | икономика | общество | hrvatska | svijet | svet | društvo | ekonomija
gospodarstvo | crna kronika | hronika | zabava | kultura
samfunn | utenriks | innenriks | økonomi | sport | kultur | indland | udland | samfund | debatt | debat | näringsliv
sverige | nöje | talous | mielipide | paikalliset | politiek | regio | cultuur | lokaal | tech | opinie | regionaal
wiadomości | biznes | opinie | regiony | region | polska | sport | nauka i technika | mundo | ciudad | local
negocios | ciencia y tecnología | espectáculos | estilo | seguridad | justicia | cidades | cotidiano | mercado
poder | ilustrada | ambiente | local | desporto | país | sociedade | cultura | regione | città | attualità
economia e finanza | spettacoli | tecnologia | ambiente | cultura e spettacoli | toscana | lombardia
nasional | internasional | ekonomi | olahraga | teknologi | hiburan | daerah | gaya hidup | pendidikan | kesehatan
wisata | jawa barat | jakarta | megapolitan | thời sự | thế giới | kinh doanh | giải trí | thể thao | pháp luật
giáo dục | sức khỏe | đời sống | du lịch | khoa học | xã hội | kinh tế | chính trị | ข่าว | การเมือง | เศรษฐกิจ
กีฬา | บันเทิง | ต่างประเทศ | สังคม | habari | michezo | siasa | biashara | afya | देश | शहर | राज्य | बिजनेस | टेक
लाइफस्टाइल | जुर्म | खेल समाचार | জাতীয় | রাজনীতি | অর্থনীতি | খেলা | বিনোদন | আন্তর্জাতিক | সারাদেশ | پاکستان
کھیل | دنیا | کاروبار | محليات | تحقيقات | حوادث | اقتصاد وأعمال | ملفات | بيئة | تقارير | سياسة دولية | صحة وعلوم
مقالات | شؤون | חדשות | כלכלה | ספורט | תרבות | בריאות | חינוך | דעות | מדע | 地方 | 地域 | 暮らし | くらし | 生活 | 文化・芸能
教育・子育て | 话题 | 汽车 | 房产 | 旅游 | 视频 | 图片 | 港澳 | 台湾 | 生活 | 地方新聞 | 財經 | 國際 | 兩岸 | 要闻 | 사회일반 | 전국 | 지역 | 오피니언 | 연예 | 생활
산업 | 증권
"""

TAGS = """
tagged as | tagged in | story tags | article tags | related tags | article topics | in this story | in this story:
mentioned in this article | people in this story | related subjects | hashtags | filed to
zum thema | mehr zu | themen dieses artikels | schlagwörter dieses artikels | in diesem artikel | sujets | sujet
sur ce sujet | temas relacionados | palabras clave | en esta nota | temas | palavras-chave | leia mais sobre
tag dell'articolo | tags: | in questo articolo | onderwerp | in dit artikel | tag'ler | anahtar kelimeler
теги новости | ключевые слова | теми | тема | позначки | мітки | ключові слова | štítky | témata | klíčová slova
tagy | témy | etichete | cuvinte cheie | címkék | címke | ετικέτες | етикети | тагове | ключови думи | oznake
ključne riječi | ključne reči | tagovi | etiquetes | nyckelord | taggar | emneord | stikord | nøkkelord | asiasana
aihe | słowa kluczowe | temat | topik | topik terkait | tag terkait | kata kunci | tag terpopuler | chủ đề | thẻ
แท็ก | ป้ายกำกับ | ট্যাগ | বিষয় | ٹیگز | موضوعات | مواضيع | المواضيع | الكلمات المفتاحية | الكلمات الدلالية
هاشتاغ | برچسب‌ | کلمات کلیدی | نושאים | נושאים | תגים | विषय | टैग्स | 标签： | 话题 | 相关话题 | 關鍵詞 | 关键字 | 主题 | ハッシュタグ
トピック | トピックス | テーマ | 키워드 | 태그 | 주제
"""

BYLINE = """
words by | story by | text by | report by | reported and written by | compiled by | edited by
written and edited by | our correspondent | our reporter | news desk | newsroom staff | special correspondent
staff correspondent | senior reporter | chief reporter | political editor | contributor | columnist | senior editor
deputy editor | managing editor | health editor | sports reporter | local democracy reporter | spokesman
spokeswoman | contact person | press officer | media officer | media enquiries | press enquiries | notes to editors
enquiries | further information | about this author | more about the author
redakteur | redakteurin | korrespondent | korrespondentin | reporter | reporterin | volontär | über den autor
über die autorin | ansprechpartnerin | presse-kontakt | pressestelle | rückfragen | rückfragehinweis | rédaction
la rédaction | journaliste | correspondant | correspondante | envoyé spécial | propos recueillis | service presse
redacción | redactor | redactora | periodista | corresponsal | enviado especial | oficina de prensa | repórter
jornalista | correspondente | redação | da redação | assessoria de imprensa | giornalista | inviato | la redazione
ufficio stampa | redactie | redacteur | verslaggever | correspondent | persvoorlichting | perscontact
haber merkezi | editör | muhabiri | корреспондент | редактор | пресс-служба | журналист | автор статьи
кореспондент | журналіст | редактор | прес-служба | автори | autor článku | redaktor | redaktorka | dziennikarz
dziennikarka | opracowanie | oprac | kontakt dla mediów | biuro prasowe | autorul | redactor | szerző | szerkesztő
újságíró | συντάκτης | του | της | автор на | репортер | novinar | piše | autori | reporter | journalist
skribenter | tekst | foto og tekst | pressekontakt | presskontakt | toimittajat | teksti | penulis | reporter
wartawan | editor | oleh | pewarta | phóng viên | tác giả bài viết | ผู้สื่อข่าว | โดย | mwandishi | रिपोर्टर
संवाददाता | লেখক | প্রতিবেদক | নিজস্ব প্রতিবেদক | রিপোর্টার | تحریر | رپورٹر | نامہ نگار | إعداد | تحرير | مراسل
المحرر | صحفي | كاتب | گزارش از | گزارشگر | کتבה | כתב | כתבת | 本报记者 | 特约记者 | 通讯员 | 文章作者 | 撰文 | 撰稿 | 採訪 | 採訪記者 | 執筆
取材 | 文責 | 編集委員 | 특파원 | 선임기자 | 글·사진
"""

DATELINE = """
filed | filed on | dated | date of issue | date of publication | posted at | first published on | last update
last modified on | edited | revised | publication | published date | date created | added | uploaded | day
press release date | released on | issued on | original publication date | embargo | embargo until
veröffentlichung | veröffentlichungsdatum | erschienen | vom | geändert | geändert am | letzte änderung | stand vom
letzte aktualisierung | online seit | publication | date de publication | mise en ligne | mis en ligne le | créé le
posté le | paru le | actualisé le | dernière mise à jour | última actualización | actualización
fecha de publicación | creado | publicada | publicación | última atualização | data de publicação | criado em
publicada em | postado em | pubblicata | data di pubblicazione | ultimo aggiornamento | ultima modifica | aggiornata
creato il | laatst bijgewerkt | laatste update | gewijzigd | datum van publicatie | güncellendi | yayınlandı | tarih
eklenme tarihi | дата создания | последнее обновление | обновлена | размещено | дата новости | опубліковано
оновлено | дата публікації | дата | останнє оновлення | vydáno | publikováno | aktualizováno | publikované
aktualizované | vydané | publicat | actualizat | data publicării | ultima actualizare | megjelent | közzétéve
frissítve | frissült | δημοσιεύθηκε | δημοσίευση | ενημερώθηκε | τελευταία ενημέρωση | ημερομηνία | публикувано
обновено | дата на публикация | objavljeno | objavljeno u | ažurirano | zadnja izmjena | poslednja izmena
publicat el | actualitzat | diterbitkan | dikemas kini | dipublikasikan | diperbarui | terbit | tanggal | rilis
đăng lúc | cập nhật lúc | thời gian | เผยแพร่ | เผยแพร่เมื่อ | อัปเดต | อัพเดท | วันที่ | imechapishwa
प्रकाशित तिथि | अपडेट | अपडेट किया गया | प्रकाशन तिथि | পোস্ট | প্রকাশ | প্রকাশিত | প্রকাশের সময় | আপডেট
آخری اپ ڈیٹ | شائع | تاريخ | أُنشر | تم النشر | تم التحديث | آخر تعديل | حُدّث | نشر بتاريخ | بتاريخ | انتشار در
زمان انتشار | تاریخ خبر | تاریخ درج | بروزرسانی | آخرین بروزرسانی | عودכן לאחרונה | עדכון אחרון | פורסם בתאריך
תאריך | 发表时间 | 发表于 | 发布于 | 发布時間 | 發布 | 發佈 | 發布時間 | 刊登 | 更新於 | 更新于 | 上传时间 | 最后更新 | 最終更新 | 公開日時 | 掲載 | 掲載日 | 発表日 | 登録
更新日時 | 작성 | 입력시간 | 기사입력 | 최종수정 | 등록일 | 승인 | 수정일 | 게시 | 게재
"""

AROUND_DATES = """
понеділок вівторок середа четвер п'ятниця субота неділя пн вт ср чт пт сб нд року р сьогодні вчора о об хв год тому
pondělí úterý středa čtvrtek pátek sobota neděle dnes včera hod hodin v ve dne pondelok utorok streda štvrtok piatok
nedeľa včera luni marți miercuri joi vineri sâmbătă duminică azi ieri ora acum hétfő kedd szerda csütörtök péntek
szombat vasárnap ma tegnap δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή στις σήμερα χθες ώρα πριν
понеделник вторник сряда четвъртък петък събота неделя днес вчера ч ponedjeljak ponedeljak utorak srijeda sreda
četvrtak petak subota nedjelja nedelja danas jučer juče u sati sata dilluns dimarts dimecres dijous divendres
dissabte diumenge avui ahir mandag tirsdag onsdag torsdag fredag lørdag søndag i dag går igår idag kl. klokken den
poniedziałku wtorku środy czwartku piątku soboty niedzieli dzisiaj dziś wczoraj godz godz. r r. roku senin selasa
rabu kamis jumat jum'at sabtu minggu ahad khamis isnin wib wita wit wit. pukul hari ini kemarin thứ hai ba tư năm
sáu bảy chủ nhật hôm nay qua lúc giờ phút gmt+7 วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์
จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์ น. เวลา วันนี้ เมื่อวาน jumatatu jumanne jumatano alhamisi ijumaa
jumamosi jumapili leo jana saa রবিবার সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার আজ پیر منگل بدھ جمعرات ہفتہ
اتوار آج יום ראשון שני שלישי רביעי חמישי שישי שבת בשעה ב ש 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 星期一 星期二 星期三 星期四 星期五 星期六 星期日
週一 週二 週三 週四 週五 週六 週日 周一 周二 周三 周四 周五 周六 周日 월요일 화요일 수요일 목요일 금요일 토요일 일요일 오전 오후 gmt+1 gmt+2 gmt+3 utc+1 utc+2 utc+3 aest
aedt awst acst nzst nzdt sgt hkt wat cat eat sast pkt kst jst eet eest akst hst lead hr hrs nd am. pm. eastern
pacific central noon midnight sept
"""

FORMS = """
don't submit links | welcome your feedback | have you seen something | would you like to | want more stories
want to read more | enjoying this article | enjoying our | thanks for reading | thank you for reading
you have read | you've read | articles left this month | free articles | to continue reading | to read the full
subscribe to read | already have an account | create an account | register for free | become a subscriber
become a member | support our work | donate to | our newsletter | this newsletter | newsletter every
weekly newsletter | daily newsletter | newsletters | our privacy policy | privacy policy and | terms of service
terms of use | terms of sale | terms and conditions | cookie policy | cookie settings | cookies to | i agree to
you agree to | agree to our | agree to receive | consent to | unsubscribe | follow us | join us on | join our
whatsapp channel | telegram channel | google news | google discover | on whatsapp | on telegram | our app | our apps
this website | this web site | this site | our website | our site | registered office | registered in england
company number | company no. | vat no | vat number | rights reserved | reproduced without | without permission
without prior written | without written permission | republish | unauthorised | unauthorized | comments are
your comment | leave a comment | log in or | sign in or | sign up | sign in | log in | share this | share your
send us | email us at | contact us at | contact us | get in touch | spotted an error | noticed an error
report a mistake | see a mistake | spotted a | tip line | newsroom at | got a story | have a story | have a tip
gamble responsibly | best viewed | javascript | your browser | browser | opens in a new | advertisement | advertiser
affiliate | earn a commission | sponsored by | part of the | network of | all times are | delayed by
quotes delayed | market data | kindly share | share your thoughts | let us know | tell us what | what do you think
was this article | was this page | did you find | rate this
diese website | unsere website | unsere newsletter | unseren newsletter | newsletter an | jetzt abonnieren
mit ihrer anmeldung | datenschutzbestimmungen | datenschutzerklärung | ihre e-mail | ihre e-mail-adresse
weiterlesen mit | bereits abonnent | kostenlos registrieren | kostenlos testen | werden sie | folgen sie
haben sie einen fehler | fehler gefunden | schreiben sie uns | wir freuen uns | vervielfältigung | nachdruck
urheberrecht | cookies | im abo | abonnenten
votre adresse e-mail | votre adresse électronique | votre email | en vous inscrivant | vous pouvez vous désinscrire
déjà abonné | réservé aux abonnés | abonnez-vous | inscrivez-vous | suivez-nous | soutenez | ce site
reproduction interdite | politique de confidentialité | cookies | vous avez repéré une erreur | signalez
notre newsletter | nos newsletters | conditions générales
su correo | tu correo | correo electrónico | nuestro boletín | nuestra newsletter | nuestros boletines
ya eres suscriptor | para suscriptores | para seguir leyendo | regístrate | suscríbete | síguenos | únete a
este sitio | prohibida la reproducción | reproducción total | política de privacidad | queda prohibida | apóyanos
si quieres | has detectado | cookies
seu e-mail | nossa newsletter | nosso canal | nosso whatsapp | já é assinante | para assinantes | siga-nos
este site | proibida a reprodução | reprodução proibida | política de privacidade | termos de uso
encontrou um erro | cookies
tua email | la tua email | indirizzo email | nostra newsletter | nostro canale | sei già abbonato | abbonati
iscriviti | seguici | questo sito | riproduzione | riservata | informativa | partita iva | p.iva | cookie
uw e-mail | je e-mail | onze nieuwsbrief | nieuwsbrief | al abonnee | word abonnee | meld je | schrijf je | volg ons
deze site | overname | privacy | cookies | heb je een tip | mail ons | fout gezien
twój e-mail | adres e-mail | naszego newslettera | nasz newsletter | zapisz się | zaloguj się | dołącz do
obserwuj nas | polub nas | masz newsa | masz zdjęcie | prześlij nam | jakość naszego artykułu | twoja opinia
kopiowanie | zastrzeżone | polityka prywatności | plików cookies | zauważyłeś błąd | wesprzyj
підписуйтесь на | підписуйтеся на | підпишіться на | наш telegram | telegram-канал | помітили помилку | виділіть її
натисніть ctrl | права захищені | передрук | використання матеріалів | підтримайте | надіслати | стежте за
підтримати нас
telegram-канал | наш канал | наш telegram | заметили ошибку | выделите | нажмите ctrl | следите за | присоединяйтесь
зарегистрируйтесь | перепечатка | копирование | использование материалов | сетевое издание | зарегистрировано
роскомнадзор | свидетельство | 18+ | 16+
všechna práva vyhrazena | odebírejte | přihlaste se k odběru | soubory cookie | publikování | bez souhlasu
všetky práva vyhradené | toate drepturile rezervate | abonează-te | urmărește-ne | minden jog fenntartva
iratkozzon fel | iratkozz fel | feliratkoz | támogasd | kövess minket | με επιφύλαξη | όλα τα δικαιώματα
ακολουθήστε | εγγραφείτε στο | всички права запазени | абонирайте се | последвайте ни | sva prava pridržana
sva prava zadržana | pretplatite se | pratite nas | tots els drets | subscriu-te
upphovsrätt | alla rättigheter | prenumerera på | vårt nyhetsbrev | följ oss | alle rettigheter | alle rettigheder
tilmeld dig | meld deg på | vårt nyhetsbrev | vores nyhedsbrev | følg oss | følg os | kaikki oikeudet
tilaa uutiskirjeemme | seuraa meitä | oikeudet
hak cipta | hak cipta terpelihara | dilindungi undang-undang | ikuti kami | langganan | gabung | bergabung
dapatkan | unduh aplikasi | saluran whatsapp | simak video | gambas | bản quyền thuộc | giấy phép | tổng biên tập
cấm sao chép | ghi rõ nguồn | đăng ký nhận | theo dõi chúng tôi | สงวนลิขสิทธิ์ | สงวนลิขสิทธิ | ติดตามข่าวสาร
haki zote zimehifadhiwa | jiunge na | सर्वाधिकार | हमें फॉलो करें | डाउनलोड करें | न्यूज़लेटर | सब्सक्राइब | স্বত্ব
সর্বস্বত্ব | আমাদের ফলো | حقوق محفوظ | جملہ حقوق | ہمیں فالو
الحقوق محفوظة | حقوق النشر | لا يجوز | تابعونا على | تابعنا على | انضم إلى | اشتركوا في | قناتنا على
سياسة الخصوصية | بالضغط على | يستخدم هذا الموقع | حقوق این | بازنشر | استفاده از مطالب | ما را دنبال کنید | ما را در
کانال تلگرام | عضو شوید | כל הזכויות | הצטרפו לערוץ | הירשמו ל | עקבו אחרינו | מצאתם טעות | זיהיתם טעות
版权声明 | 请注明出处 | 不得以任何形式 | 违法和不良信息 | 举报电话 | 许可证 | 扫码 | 扫描二维码 | 关注我们 | 关注公众号 | 微信公众号 | 下载app | 本网站 | 本网 | 隐私 | 特此声明
著作權所有 | 著作權 | 請勿轉載 | 轉載 | 訂閱 | 追蹤我們 | 加入好友 | 無断複製 | 無断 | 禁じます | 著作権 | 会員記事 | 無料会員 | 有料会員 | お読みいただけ | ログインして | 登録する
この記事は有料 | フォローする | 全文を読む | 무단 | 재배포 | 저작권 | 금지 | 구독하고 | 구독해 | 제보 | ai 학습
"""
"""What sites say to their readers, also within sentences: less telling than the forms of `words`."""
