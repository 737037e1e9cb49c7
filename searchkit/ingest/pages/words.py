"""THE table of words that pages are made of, beside their articles: menus, share bars, link lists, bylines, dates.

One row a kind of line, in the major languages; a phrase is written as `phrase` leaves it:
in one
case, without punctuation around it.
"""

from functools import lru_cache

from searchkit.ingest.pages import more_words as more
from searchkit.ingest.pages import patterns

_NAVIGATION = """
home | homepage | press | press releases | news | media | media center | news releases | newsroom | press room | main menu | menu | search | search for | skip to content
skip to main content | scroll to top
back to top | log in | login | logout | log out | sign in | sign up | register | subscribe | subscribe now
newsletter
newsletters | share | share this | share this article | share this story | share on facebook | share on twitter
share on x | share on linkedin | share on whatsapp | share via email | facebook | twitter | x | instagram | linkedin
whatsapp | telegram | youtube | tiktok | pinterest | reddit | rss | messenger | bluesky | threads | mastodon
flipboard
email | e-mail | mail | print | print this page | copy link | link copied | copied | comments | comment
leave a comment
post a comment | no comments | view comments | show comments | add a comment | follow | follow us | follow us on
contact us | contact
about us | about | privacy policy | privacy notice | privacy | terms of use | terms of service | terms and conditions
terms & conditions | cookie policy | cookie settings | cookies | advertise | advertise with us | advertisement
advertising | advertisement - scroll to continue | story continues below advertisement
article continues below advertisement | ad | ads | sponsored | sponsored content | careers | jobs | site map | sitemap
accessibility | accessibility statement | close | close menu | open menu | open navigation | toggle navigation
more | show more | load more | see all | view all | next | previous | prev | next article | previous article
next post | previous post
watch live | listen | listen to this article | listen to article | save | save article | saved | bookmark
gift this article | give this article
settings | edition | language | languages | help | faq | name | your name | your email | your email address
email address | enter your email | submit | send
cancel | accept | accept all | accept all cookies | reject | reject all | decline | manage preferences
manage cookies
manage settings | embargoed | read later | reuse this content | live | this live blog is now closed
continue | loading | play | play video | pause | mute | unmute | please leave this field empty
are you a human | i am human | captcha | this field is required | required | translate | select language | powered by
donate | donate now | support us | get the app | download the app | download our app | app store | google play
my account
account | profile | e-paper | epaper | today's paper | weather | archive | archives | our network
all rights reserved | correction policy | ethics
ad feedback | article réservé aux abonnés | zur merkliste hinzufügen | artikel anhören | réutiliser ce contenu
end | ends | fin | ende | now playing | sign me up | featured | image | close icon | tell us your story | in this article
what readers are saying | welcome to the discussion | next story | prev story | previous story | all news | view image in fullscreen | notes | images | النشرة البريدية | rundbrief | boletín | carta al director | join the discussion | join the conversation | company | edit | envie sua notícia | breaking news alerts | notifications | enable notifications | turn on notifications
not now | allow | text size
font size | dark mode | light mode | report an error | report a typo | suggest a correction | quick links
useful links | site navigation | main navigation
jump to content | toggle menu | you are here | breadcrumb | copy | url | permalink | embed | download | download pdf
expand | collapse
view more | topics menu | all topics | get in touch | our team | imprint | legal notice
do not sell my personal information | your privacy choices | ad choices
startseite | suche | suchen | anmelden | abmelden | registrieren | abonnieren | abo | teilen | artikel teilen
drucken | merken | vorlesen
kommentare | kommentar schreiben | kontakt | impressum | datenschutz | datenschutzerklärung | agb
nutzungsbedingungen | anzeige | werbung | zum inhalt springen | zum inhalt
zur startseite | nach oben | mehr | mehr anzeigen | weiter | zurück | schließen | cookie-einstellungen
alle akzeptieren | alle ablehnen | barrierefreiheit | mediadaten | folgen sie uns | per e-mail teilen
in die zwischenablage kopieren | link kopieren | artikel anhören | artikel merken | zum seitenanfang | über uns
karriere
accueil | rechercher | recherche | se connecter | connexion | s'inscrire | s’inscrire | s'abonner | s’abonner
je m'abonne | je m’abonne | partager | partager l'article | partager l’article | imprimer | envoyer
commentaires | commenter | réagir | contactez-nous | nous contacter | mentions légales | politique de confidentialité
publicité | aller au contenu | aller au contenu principal | retour en haut | fermer | suivant
précédent | lire plus tard | sauvegarder | suivez-nous | plan du site | tout accepter | tout refuser
continuer sans accepter | gérer les cookies | écouter l'article | écouter | offrir cet article | copier le lien
qui sommes-nous
inicio | portada | buscar | iniciar sesión | inicia sesión | registrarse | regístrate | suscríbete | suscribirse
compartir | compartir en facebook | imprimir | enviar | comentarios | comentar | contacto | contáctenos
aviso legal | política de privacidad | política de cookies | publicidad | saltar al contenido | ir al contenido
volver arriba | cerrar | siguiente | anterior | guardar | síguenos | síguenos en | mapa del sitio | aceptar
aceptar todo | rechazar | rechazar todo | configurar | copiar enlace | escuchar
quiénes somos
início | página inicial | busca | pesquisar | entrar | assine | assinar | compartilhar | partilhar | imprimir | enviar
comentários | contato | contacto | fale conosco | política de privacidade | termos de uso | publicidade
pular para o conteúdo
ir para o conteúdo | voltar ao topo | fechar | próximo | salvar | siga-nos | aceitar | quem somos | copiar link
ouvir
cerca | accedi | registrati | abbonati | condividi | stampa | invia | commenti | commenta | contatti | chi siamo
privacy e cookie | note legali | pubblicità | vai al contenuto | torna su | chiudi | avanti | indietro | salva
seguici | seguici su | accetta
accetta tutti | rifiuta | copia link | ascolta
zoeken | inloggen | aanmelden | abonneren | delen | deel dit artikel | afdrukken | reacties | reageer | over ons
privacybeleid | privacyverklaring | advertentie | naar de inhoud | naar boven | sluiten | volgende | vorige | bewaren
volg ons | gebruiksvoorwaarden | luister
ana sayfa | anasayfa | ara | arama | giriş | giriş yap | üye ol | kayıt ol | abone ol | paylaş | yazdır | yorumlar
yorum yap | yorum yaz | iletişim | bize ulaşın | hakkımızda | künye | gizlilik politikası | kullanım koşulları
çerez politikası | reklam | içeriğe geç | içeriğe atla | yukarı çık | kapat
sonraki | önceki | kaydet | bizi takip edin | takip et | kabul et | tümünü kabul et | reddet | dinle | menü
bağlantıyı kopyala
главная | главная страница | меню | поиск | найти | войти | вход | регистрация | подписаться | подписка | подпишитесь
поделиться | распечатать | печать | версия для печати | комментарии | комментировать | оставить комментарий | контакты
о нас | о проекте | реклама | политика конфиденциальности
пользовательское соглашение | перейти к содержанию | наверх | закрыть | далее | назад | сохранить | принять
обратная связь | мы в соцсетях | скопировать ссылку | слушать | редакция | ещё | еще
strona główna | szukaj | zaloguj się | zaloguj | zarejestruj się | subskrybuj | udostępnij | drukuj | komentarze
skomentuj | kontakt | o nas | polityka prywatności | regulamin | reklama | przejdź do treści | do góry | zamknij
następny | poprzedni | zapisz | obserwuj nas | akceptuję
etusivu | haku | hae | valikko | kirjaudu | kirjaudu sisään | rekisteröidy | tilaa | tilaa uutiskirje | jaa
jaa artikkeli | tulosta | kommentit | kommentoi | ota yhteyttä | yhteystiedot | tietoa meistä | tietosuoja
tietosuojaseloste | käyttöehdot | mainos | siirry sisältöön | takaisin ylös | sulje | seuraava | edellinen | tallenna
seuraa meitä | hyväksy | hyväksy kaikki | kuuntele | asetukset | palaute
hem | sök | meny | logga in | prenumerera | dela | skriv ut | kommentarer | kontakta oss | om oss | integritetspolicy
annons | till innehållet | stäng | nästa | föregående | följ oss | godkänn alla | lyssna
hjem | søg | søk | log ind | logg inn | abonner | del | del artikel | udskriv | kommentarer | kontakt os | kontakt oss
om os | annonce | annonse | luk | lukk | følg os | følg oss
trang chủ | tìm kiếm | đăng nhập | đăng ký | chia sẻ | bình luận | liên hệ | giới thiệu | quảng cáo | beranda | cari
masuk | daftar | bagikan | komentar | kontak | tentang kami | iklan
الرئيسية | الصفحة الرئيسية | القائمة | بحث | البحث | ابحث | تسجيل الدخول | تسجيل | اشترك | اشترك الآن
اشترك في النشرة | شارك | مشاركة | شارك المقال | شارك هذا المقال | طباعة | تعليقات | التعليقات | أضف تعليقا | اتصل بنا
تواصل معنا | من نحن | سياسة الخصوصية | شروط الاستخدام | إعلان | إعلانات | انتقل إلى المحتوى | تخطي إلى المحتوى | إغلاق
التالي | السابق | حفظ | تابعنا | تابعونا | فيسبوك | تويتر | واتساب | تلغرام | تيليجرام | إنستغرام | يوتيوب
نسخ الرابط | استمع
صفحه اصلی | خانه | جستجو | منو | ورود | ثبت نام | عضویت | اشتراک | اشتراک گذاری | اشتراک‌گذاری | به اشتراک بگذارید
چاپ | نظرات | نظر شما | ارسال نظر | تماس با ما | درباره ما | تبلیغات | بازگشت به بالا | بستن | بعدی | قبلی | ذخیره
فیسبوک | توییتر | تلگرام | اینستاگرام | واتساپ | حریم خصوصی | کپی لینک
ראשי | דף הבית | תפריט | חיפוש | התחברות | שתף | שיתוף | הדפסה | תגובות | צור קשר | אודות | פרסומת | סגור
मुख्य पृष्ठ | होम | खोजें | लॉग इन | शेयर करें | साझा करें | टिप्पणियाँ | संपर्क करें | हमारे बारे में | विज्ञापन
मेनू | साइन इन
首页 | 主页 | 菜单 | 搜索 | 登录 | 注册 | 订阅 | 分享 | 分享到 | 打印 | 评论 | 发表评论 | 联系我们 | 关于我们 | 隐私政策 | 使用条款 | 广告 | 广告服务 | 联系方式 | 版权声明
版权 | 返回顶部 | 关闭 | 下一篇 | 上一篇 | 下一页 | 上一页 | 收藏 | 微信 | 微博 | 新浪微博 | 朋友圈 | 扫一扫 | 客户端 | 跳到内容 | 跳转到内容 | 首頁 | 搜尋 | 登入 | 註冊 | 訂閱
列印 | 評論 | 聯絡我們 | 關於我們 | 廣告 | 回頂部 | 網站地圖 | 网站地图 | 设为首页 | 字号 | 更多
ホーム | トップ | トップページ | メニュー | 検索 | ログイン | 会員登録 | 新規登録 | 購読 | シェア | 共有 | 印刷 | コメント | コメントする | お問い合わせ | 会社概要 | プライバシーポリシー
利用規約 | 広告 | ページトップへ | 閉じる | 次へ | 前へ | 保存 | フォロー | リンクをコピー | 本文へスキップ | 本文へ | サイトマップ | もっと見る
홈 | 메뉴 | 검색 | 로그인 | 회원가입 | 구독 | 공유 | 공유하기 | 인쇄 | 댓글 | 문의 | 회사소개 | 개인정보처리방침 | 이용약관 | 광고 | 맨위로 | 닫기 | 다음 | 이전 | 저장
본문 바로가기 | 페이스북 | 트위터 | 카카오톡
αρχική | αναζήτηση | σύνδεση | εγγραφή | κοινοποίηση | εκτύπωση | σχόλια | επικοινωνία | διαφήμιση | κλείσιμο
"""

_RELEASES = """
for immediate release | for release | press release | news release | media advisory | media release | media statement
pressemitteilung | presseinformation | medienmitteilung | comunicado de prensa | nota de prensa
communiqué de presse | comunicato stampa | para publicacion inmediata | para publicación inmediata
para su publicación inmediata | para divulgação imediata | comunicado à imprensa | nota à imprensa | persbericht
pressmeddelande | lehdistötiedote | komunikat prasowy | basın bülteni | пресс-релиз | بيان صحفي | 新闻稿 | 新聞稿
プレスリリース | 보도자료
"""

_SITE_WORDS = """
privacy terms cookies cookie accessibility policy policies imprint careers advertise advertising sitemap copyright
newsletters disclaimer dashboard preferences subscribers subscription licensing
datenschutz impressum nutzungsbedingungen agb barrierefreiheit confidentialité mentions cgu cgv abonnés
privacidad cookies legales suscriptores privacidade assinantes privacybeleid voorwaarden gizlilik çerez künye
конфиденциальности cookie редакция tietosuoja integritet
"""

_LINKS = """
explore | latest | latest posts | recent posts | related posts | latest news | latest stories | latest articles
latest headlines | breaking news | most read | most viewed | most popular | most shared | most commented | trending
trending now | trending topics | trending stories | trending news | popular
popular now | popular news | popular posts | top stories | top news | top headlines | headlines | editor's picks
editors' picks | editor’s picks | editors’ picks | editor's choice | editor’s choice | you may also like
you might also like | you may like | recommended for you | related articles
related news | related content | related coverage | more stories | more news | more headlines | more coverage
more to explore | more to read | more like this | read next | up next | what to read next | next up | don't miss
don’t miss | other news | other stories | in other news | other articles | recent news
recent articles | recent stories | must read | must reads | in case you missed it | featured | featured stories
featured articles | featured news | latest updates | latest press releases | recent press releases | news releases
recent news releases | more press releases | also in the news | around the web | from around the web | from the web
promoted stories | paid content | sponsored stories | what others are reading | people are reading | read this next
keep reading | also in this section | in this section | elsewhere on the site | more from author | the latest
today's headlines | more on this story | from our partners | discover more | most recent | upcoming events
hot topics | for you | watch next | more videos | latest videos
meistgelesen | meistgelesene artikel | die meistgelesenen artikel | am meisten gelesen | mehr zum thema
aktuelle nachrichten | aktuelles | neueste artikel | neueste nachrichten | neueste beiträge
das könnte sie auch interessieren | das könnte dich auch interessieren | das könnte ihnen auch gefallen
lesen sie auch | weitere artikel | weitere nachrichten | weitere meldungen | weitere themen | weitere beiträge
top-themen | topthemen | top-artikel | empfehlungen der redaktion | schlagzeilen | beliebt | ähnliche artikel
verwandte artikel | auch interessant | mehr aus diesem ressort | newsticker
les plus lus | les plus lues | le plus lu | les articles les plus lus | à lire aussi | sur le même sujet
dans la même rubrique | dernières nouvelles | dernières actualités | dernières infos | les dernières actualités
articles récents | articles similaires | articles liés | à la une | l'actualité en direct | nos articles les plus lus
plus d'articles | vous aimerez aussi | recommandé pour vous | voir aussi | les plus populaires | tendances
en continu | le fil info
lo más leído | lo más visto | más leídas | las más leídas | más noticias | más leídos | últimas noticias
noticias relacionadas | artículos relacionados | te puede interesar | también te puede interesar | le puede interesar
te recomendamos | entradas recientes | publicaciones recientes | otras noticias | lo último | tendencias | destacados
más información | más en esta sección | lea también
mais lidas | as mais lidas | mais lidos | mais vistas | últimas notícias | notícias relacionadas
artigos relacionados | veja também | veja mais | leia também | você pode gostar | recomendado para você
mais notícias | posts recentes | destaques | últimas
i più letti | più letti | più letto | le più lette | ultime notizie | ultim'ora | articoli correlati
notizie correlate | potrebbe interessarti | potrebbero interessarti | potrebbe interessarti anche
ti potrebbe interessare | leggi anche | altri articoli | altre notizie | articoli recenti | in evidenza | dalla home
meest gelezen | meest bekeken | laatste nieuws | het laatste nieuws | net binnen | gerelateerde artikelen
gerelateerd nieuws | lees ook | lees meer | aanbevolen | ook interessant | meer nieuws | recente berichten
bekijk ook
en çok okunanlar | çok okunanlar | en çok okunan | son dakika | son haberler | ilgili haberler | benzer haberler
önerilen haberler | diğer haberler | öne çıkanlar | bunlar da ilginizi çekebilir | günün haberleri | keşfet | keşfedin
gündem | popüler haberler | ilginizi çekebilir | son eklenenler | daha fazla haber
самое читаемое | популярное | популярные новости | самое популярное | читайте также | последние новости
новости по теме | похожие новости | материалы по теме | другие новости | ещё по теме | еще по теме | лента новостей
главные новости | рекомендуем | рекомендуемые | свежие новости | главное | сейчас читают | вам может быть интересно
новости партнёров | новости партнеров | топ новостей | лента | смотрите также | сюжеты
najczęściej czytane | najnowsze | najnowsze wiadomości | ostatnie wiadomości | powiązane artykuły | zobacz także
zobacz również | czytaj także | czytaj również | polecane | polecamy | popularne | podobne artykuły | ostatnie wpisy
więcej wiadomości
luetuimmat | luetuimmat jutut | luetuimmat uutiset | uusimmat | uusimmat uutiset | tuoreimmat | tuoreimmat uutiset
lue myös | aiheesta lisää | lisää aiheesta | lisää uutisia | suosituimmat | suosittelemme | katso myös | muut uutiset
viimeisimmät uutiset | viimeisimmät
mest lästa | mest läst | senaste nytt | relaterade artiklar | läs också | läs även | mer i ämnet | senaste nyheterna
mest læste | seneste nyt | læs også | relaterede artikler | mest lest | siste nytt | les også
tin mới nhất | tin mới | đọc nhiều | đọc nhiều nhất | tin liên quan | bài viết liên quan | có thể bạn quan tâm
tin khác | berita terkini | berita terkait | berita terpopuler | terpopuler | baca juga
الأكثر قراءة | الأكثر مشاهدة | الأكثر تداولا | اقرأ أيضا | اقرأ أيضاً | إقرأ أيضا | اقرأ المزيد | أخبار ذات صلة
مواضيع ذات صلة | مقالات ذات صلة | موضوعات ذات صلة | آخر الأخبار | أحدث الأخبار | أخبار أخرى | المزيد من الأخبار
قد يعجبك أيضا | قد يهمك | قد يهمك أيضا | مختارات | أهم الأخبار | عاجل | ذات صلة | شاهد أيضا | المزيد
پربازدیدترین | پربازدیدترین‌ها | پربیننده‌ترین | پربیننده ترین | پربازدید | آخرین اخبار | اخبار مرتبط | مطالب مرتبط
مطالب پیشنهادی | بیشتر بخوانید | تازه‌ترین اخبار | تازه ترین اخبار | تازه‌ها | مهم‌ترین اخبار | اخبار دیگر
اخبار برگزیده | پیشنهاد سردبیر | خبرهای مرتبط | پیشنهاد ما | خواندنی‌ها | مرتبط
הכי נקראות | עוד בנושא | כתבות נוספות | כתבות קשורות | חדשות אחרונות | ताज़ा खबरें | ताजा खबरें | सबसे ज्यादा पढ़ी गई
संबंधित खबरें | और पढ़ें | ये भी पढ़ें | यह भी पढ़ें | बड़ी खबरें
相关新闻 | 相关阅读 | 相关报道 | 相关文章 | 相关链接 | 热门新闻 | 热门文章 | 热门推荐 | 热点新闻 | 热点推荐 | 热门 | 最新新闻 | 最新消息 | 最新文章 | 最新 | 推荐阅读 | 推荐新闻
精彩推荐 | 为您推荐 | 猜你喜欢 | 延伸阅读 | 阅读排行 | 点击排行 | 新闻排行 | 排行榜 | 更多新闻 | 更多文章 | 今日热点 | 要闻 | 今日要闻 | 相關新聞 | 熱門新聞 | 最新新聞 | 延伸閱讀
推薦閱讀 | 推薦文章 | 更多新聞
関連記事 | 関連ニュース | 人気記事 | 人気の記事 | アクセスランキング | ランキング | 最新記事 | 最新ニュース | 新着記事 | おすすめ記事 | おすすめ | あわせて読みたい | 合わせて読みたい
こちらもおすすめ | 注目記事 | 注目ニュース | ニュース一覧 | この記事もおすすめ | 主要ニュース
관련기사 | 관련 기사 | 관련뉴스 | 인기기사 | 인기 기사 | 많이 본 뉴스 | 많이 본 기사 | 가장 많이 본 뉴스 | 최신기사 | 최신 뉴스 | 추천기사 | 추천 기사 | 함께 본 기사 | 주요뉴스
주요 뉴스 | 실시간 뉴스
"""

_RECOMMENDATION = """
recommended | related | related article | related story | read more | read also | also read | also read this
see also | more on this | more on this topic | related stories | recommended stories | recommended reading
recommended articles | further reading | read the full story | read our full story | learn more | go deeper | watch
watch also | listen also | dig deeper | background
siehe auch | lesetipp | lesen sie auch | lesen sie mehr | mehr zum thema | auch interessant | à lire aussi
lire aussi | à voir aussi | lire la suite | lire également | à lire également | lee también | lea también | leer más
lee más | te puede interesar | más información | ver también | leia também | leia mais | saiba mais | veja também
leggi anche | approfondisci | approfondimento | lees ook | lees verder | ilgili haber | ayrıca okuyun | ayrıca bakınız
bunu da okuyun | önerilen | читайте также | читать также | смотрите также | по теме | подробнее | czytaj też
czytaj także | czytaj również | zobacz też | lue myös | lue lisää | katso myös | läs också | läs mer | læs også
les også | baca juga | xem thêm
اقرأ أيضا | اقرأ أيضاً | إقرأ أيضا | اقرأ المزيد | شاهد أيضا | ذات صلة | بیشتر بخوانید | بیشتر بدانید | مرتبط
همچنین بخوانید | عוד בנושא | קראו גם | ये भी पढ़ें | यह भी पढ़ें | और पढ़ें | 相关阅读 | 延伸阅读 | 推荐阅读 | 另见 | 相關閱讀 | 延伸閱讀
関連記事 | あわせて読みたい | 관련기사
"""

_SECTION = """
news | world | world news | politics | business | economy | sport | sports | opinion | opinions | editorial
technology | tech | science | health | culture | arts | entertainment | local | local news | national | international
africa | asia | asia pacific | europe | middle east | americas | latin america | us | u.s | uk | environment | climate
education | lifestyle | life | style | travel | food | money | finance | markets | media | video | videos | photos
pictures | podcasts | analysis | features | feature | investigations | explainer | law | crime | courts | justice
energy | music | film | books | tv | football | cricket | basketball | tennis | war | society | religion | history
weather | autos | real estate | press | breaking | exclusive | interview | obituaries | top story | breaking news
special report | fact check | letters to the editor | letters | column | columnists | commentary
politik | wirtschaft | kultur | wissen | wissenschaft | gesellschaft | panorama | ausland | inland | welt | technik
digital | gesundheit | meinung | kommentar | reise | auto | karriere | leben | feuilleton | regional | lokales
nachrichten | politique | économie | monde | international | société | sciences | santé | culture | opinions | planète
idées | france | faits divers | actualité | actualités | política | economía | mundo | internacional | nacional
deportes | cultura | sociedad | tecnología | ciencia | salud | opinión | españa | sucesos | economia | esportes
ciência | saúde | tecnologia | brasil | opinião | politica | esteri | cronaca | mondo | scienza | salute | opinioni
italia | binnenland | buitenland | economie | politiek | wetenschap | siyaset | ekonomi | dünya | spor | kültür
sanat | kültür-sanat | sağlık | teknoloji | bilim | yaşam | eğitim | türkiye | magazin | политика | экономика
общество | мир | в мире | спорт | культура | наука | технологии | здоровье | происшествия | россия | новости
в россии | polityka | gospodarka | świat | kraj | kultura | nauka | zdrowie | kotimaa | ulkomaat | politiikka | talous
urheilu | kulttuuri | tiede | terveys | uutiset | viihde | inrikes | utrikes | ekonomi | kultur
سياسة | اقتصاد | رياضة | ثقافة | علوم | صحة | تكنولوجيا | العالم | عربي | دولي | أخبار | رأي | آراء | مجتمع | منوعات
فن | الشرق الأوسط | سیاسی | اقتصادی | ورزشی | فرهنگی | اجتماعی | بین‌الملل | بین الملل | جهان | ایران | علمی | فناوری
اخبار | سیاست | اقتصاد | فرهنگ | حوادث | 政治 | 经济 | 社会 | 国际 | 国内 | 体育 | 文化 | 科技 | 财经 | 娱乐 | 健康 | 教育 | 军事 | 新闻 | 评论 | 中国
经济新闻 | 经济频道 | 国際 | 經濟 | 社會 | 體育 | 経済 | スポーツ | 国際 | ニュース | 科学 | 정치 | 경제 | 사회 | 국제 | 스포츠 | 문화 | देश | विदेश | राजनीति
खेल | मनोरंजन | व्यापार
"""

_TAGS = """
tags | tag | tagged | tagged with | topics | topic | filed under | filed in | posted in | more on | keywords
categories | category | related topics | explore more on these topics | explore more | more on these topics
posted under | subjects
mehr lesen über | mehr zu den themen | schlagworte | schlagwörter | themen | stichworte | mots-clés | mots clés
étiquettes | thèmes | etiquetas | temas | archivado en | tópicos | assuntos | argomenti | trefwoorden | onderwerpen
etiketler | etiket | konular | теги | темы | метки | tagi | tematy | aiheet | avainsanat | asiasanat | ämnen | emner
từ khóa | الوسوم | وسوم | كلمات مفتاحية | كلمات دلالية | برچسب‌ها | برچسب ها | برچسب | کلیدواژه‌ها | תגיות | टैग | 标签
关键词 | 關鍵字 | 標籤 | タグ | キーワード | 태그
"""

_BYLINE = """
author | authors | by | written by | reported by | reporting by | contributors | about the author | about the authors
reporter | correspondent | staff | staff report | staff reports | business reporters | business reporter | staff writer | staff reporter | media contact | media contacts | press contact
press contacts | press office | contact information | contact info | media inquiries | press inquiries
media relations | spokesperson | public information officer | for more information | for further information
for media inquiries | for more information contact | for further information contact
for more information please contact | contacts | contact | communications director | director of communications
director of public affairs | chief of staff | press secretary | public affairs | public affairs counsel | editor
autor | autorin | von | pressekontakt | ansprechpartner | auteur | auteurs | par | contact presse | contacts presse
autores | autora | por | contacto de prensa | contacto | contato | autore | di | redazione | contatti stampa | door
yazar | muhabir | автор | авторы | контакты для прессы | autorzy | redakcja | toimittaja | kirjoittaja | av | skribent
tác giả | الكاتب | بقلم | كتب | كتبت | نویسنده | خبرنگار | מאת | लेखक | 作者 | 记者 | 責任編集 | 责任编辑 | 編輯 | 编辑 | 記者 | 기자 | 글
"""

_DATELINE = """
published | published on | published at | updated | updated on | posted | posted on | date | last updated
last updated on | last modified | first published | created | modified | release date | publication date
date published | issued | released | date posted
veröffentlicht | veröffentlicht am | erschienen am | aktualisiert | aktualisiert am | zuletzt aktualisiert | stand
datum | publié | publié le | mis à jour | mis à jour le | mise à jour | modifié le | publicado | publicado el
publicado em | actualizado | actualizado el | atualizado | atualizado em | fecha | data | pubblicato | pubblicato il
aggiornato | aggiornato il | gepubliceerd | gepubliceerd op | bijgewerkt | geplaatst | yayınlanma | yayın tarihi
yayınlanma tarihi | giriş tarihi | güncelleme | güncelleme tarihi | son güncelleme | опубликовано | обновлено
дата публикации | дата | opublikowano | aktualizacja | zaktualizowano | julkaistu | päivitetty | publicerad
uppdaterad | publiceret | opdateret | publisert | oppdatert | ngày đăng | cập nhật
تاريخ النشر | نشر | نشر في | نُشر في | آخر تحديث | تحديث | تاریخ انتشار | تاریخ | منتشر شده | انتشار | به‌روزرسانی
פורסם | עודכן | प्रकाशित | अपडेटेड | 发布时间 | 发布 | 发布日期 | 更新 | 更新时间 | 日期 | 時間 | 时间 | 公開 | 公開日 | 更新日 | 配信 | 投稿日 | 입력 | 수정
등록
"""

_AROUND_DATES = """
ngày năm
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today yesterday
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so heute gestern uhr lundi
mardi mercredi jeudi vendredi samedi dimanche aujourd'hui hier heures lunes martes miércoles jueves viernes sábado
domingo hoy ayer segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
lunedì martedì mercoledì giovedì venerdì sabato domenica oggi ieri ore maandag dinsdag woensdag donderdag vrijdag
zaterdag zondag
pazartesi salı çarşamba perşembe cuma cumartesi pazar понедельник вторник среда четверг пятница суббота воскресенье пн
вт ср чт пт сб вс сегодня вчера года г poniedziałek wtorek środa czwartek piątek sobota niedziela maanantai tiistai
keskiviikko torstai perjantai lauantai sunnuntai klo ma ti ke to pe la su måndag tisdag onsdag torsdag fredag lördag
söndag kl
الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد الساعة اليوم دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه
شنبه یکشنبه یک‌شنبه ساعت सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
at on the of às as de del den le la el em il am pm a.m p.m a.m. p.m. gmt utc est edt et pt pst pdt cet cest ist bst msk trt ct cst cdt mst mdt h hrs th st nd rd and und et y e à um at - – —
· • / @
ago vor fa hace il y a sitten назад önce trước lalu sedan siden geleden temu قبل منذ پیش minutes minute mins min hours
hour hrs days day weeks week months month minuten stunden stunde tagen tag wochen heure jours jour minutos horas días
dias hora ore minuti giorni uur dagen dakika saat gün минут час часа часов дней дня minuuttia tuntia päivää دقيقة
دقائق ساعة ساعات يوم أيام دقیقه روز
"""

_FORMS = """
on google | download the | بريدك الإلكتروني | found an error | нашли ошибку | tell us your | letters to the editor | to join the discussion | by email | our standards:
leave at any time | page last reviewed | terms and privacy | quotes are delayed | information not intended for
on facebook, | on instagram | seuls les abonnés | il vous reste | send you this newsletter
free newsletter | newsletter promotion | sign up to | sign up for | as your preferred source | as a preferred source
we use your address | turn on javascript | unsubscribe at any time | skip past
all rights reserved | copyright | we use cookies | this site uses cookies | this website uses cookies
uses cookies to | by clicking | by continuing to | by subscribing | by signing up | sign up for our | sign up for the
sign up to our | sign up to receive | subscribe to our | subscribe to the | subscribe for | get the latest | get our
join our newsletter | delivered to your inbox | to your inbox | straight to your inbox | enter your email
your email address will not be published | follow us on | follow on | find us on | like us on | download our app
click here to subscribe | click here to sign up | enable javascript | javascript is disabled | protected by recaptcha
are you a human | are you a robot | please leave this field | log in to | sign in to | already a subscriber
you have been subscribed | thank you for subscribing | this article is for subscribers | share this article
not be published, broadcast | may not be published, broadcast | may not be reproduced | unauthorized reproduction
terms of service apply | powered by | designed by | developed by | website by | hosted by | view our privacy
read our privacy | accept cookies | manage your preferences | your privacy choices | support our journalism
support independent journalism | make a donation | invalid email | something went wrong | try again later
create a free account | start your free trial | cancel anytime | page not found | opens in new window
opens in a new tab | story continues below | article continues below | article continues after
continue reading below | scroll to continue | skip advertisement | required fields are marked
alle rechte vorbehalten | wir verwenden cookies | diese website verwendet cookies | newsletter abonnieren
abonnieren sie unseren | melden sie sich für | jetzt anmelden | jetzt abonnieren | tous droits réservés
nous utilisons des cookies | ce site utilise des cookies | abonnez-vous à | inscrivez-vous à | recevez notre
recevez nos | la suite est réservée | cet article est réservé | todos los derechos reservados | utilizamos cookies
este sitio utiliza cookies | suscríbete a | suscríbase a | recibe nuestro | todos os direitos reservados
usamos cookies | este site usa cookies | assine nossa | receba nossa | tutti i diritti riservati
riproduzione riservata | utilizziamo i cookie | questo sito utilizza | iscriviti alla | alle rechten voorbehouden
deze website gebruikt cookies | wij gebruiken cookies | schrijf je in | meld je aan | tüm hakları saklıdır
çerez kullan | çerezleri kullan | bültenimize | e-bülten | haber bültenimize | все права защищены
мы используем cookie | этот сайт использует | подпишитесь на | подписывайтесь на | при использовании материалов
wszelkie prawa zastrzeżone | używamy plików cookie | zapisz się na | kaikki oikeudet pidätetään | käytämme evästeitä
tämä sivusto käyttää evästeitä | tilaa uutiskirje | alla rättigheter | vi använder cookies | vi bruger cookies
vi bruker informasjonskapsler | bản quyền
جميع الحقوق محفوظة | كل الحقوق محفوظة | نستخدم ملفات تعريف الارتباط | اشترك في نشرتنا | اشترك في النشرة | تمامی حقوق
تمام حقوق | کلیه حقوق | کليه حقوق | عضویت در خبرنامه | نقل مطالب | כל הזכויות שמורות | सर्वाधिकार सुरक्षित | 版权所有
版權所有 | 未经授权 | 不得转载 | 转载请注明 | 禁止转载 | 未經授權 | 保留所有权利 | icp备 | icp证 | 京公网安备 | 公网安备 | 无断転載 | 無断転載 | all rights | 저작권자
무단전재 | 무단 전재 | ⓒ
"""


@lru_cache(8192)
def phrase(text: str) -> str:
    """Return the form in which a line is looked up in the table of words."""
    return patterns.SPACE.sub(" ", patterns.AROUND.sub("", text.casefold())).replace("’", "'")


def _phrases(table: str) -> list[str]:
    return [
        phrase.strip().casefold() for line in table.strip().split("\n") for phrase in line.split("|") if phrase.strip()
    ]


PHRASES: dict[str, tuple[str, ...]] = {}
"""Phrase -> the kinds of line that it makes when it stands alone, most telling first."""

for _kind, _table in (
    ("dateline", _DATELINE + more.DATELINE), ("byline", _BYLINE + more.BYLINE),
    ("recommendation", _RECOMMENDATION + more.RECOMMENDATION), ("links", _LINKS + more.LINKS),
    ("tags", _TAGS + more.TAGS), ("navigation", _NAVIGATION + _RELEASES + more.NAVIGATION),
    ("section", _SECTION + more.SECTION),
):  # fmt: skip
    for _phrase in _phrases(_table):
        if _kind not in PHRASES.get(_phrase, ()):
            PHRASES[_phrase] = (*PHRASES.get(_phrase, ()), _kind)

AROUND_DATES = frozenset((_AROUND_DATES + more.AROUND_DATES).split()) | {
    word for phrase in _phrases(_DATELINE + more.DATELINE) for word in phrase.split()
}
FORMS = tuple(_phrases(_FORMS))
WEAK_FORMS = tuple(_phrases(more.FORMS))
RECOMMENDING_LABELS = frozenset(_phrases(more.RECOMMENDING_LABELS))
RELEASES = frozenset(_phrases(_RELEASES))
SITE_WORDS = frozenset(_SITE_WORDS.split())
