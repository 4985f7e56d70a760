"""Words within and before names that have rules of their own. Data only."""

PARTICLES = frozenset(
    # inside foreign names, never changed: «Урсула фон дер Ляйен», «Усама бин Ладен», «Халед эль-Масри»
    "абу аль ан ар аз ас ат аш ад абд бен бин бинт ван вон да даль де дель дела дер ди до дос ду дю зу ибн ла ле ли "
    "мак о оф сан санта тен тер уль ул фон цу цур эд эл эль эр эс эт эш ал оглы оглу кызы заде улы уулу баши "
    "von van der den de la le di da do dos bin ibn al el ben".split()
)
MANS_PARTICLES = frozenset("абу бин бен ибн оглы оглу улы уулу bin ibn ben".split())
"""Those within the names of men alone."""
SONS = frozenset("оглы оглу улы уулу угли".split())
DAUGHTERS = frozenset("кызы гызы кизи".split())
"""«Son» and «daughter» behind the father's name in Turkic patronymics, which never change: «Саид оглы», «Ариф-кызы»."""
APOSTROPHES = frozenset("'’ʼ`´")
LINKS = frozenset("на над под при де ла ле дель дю ан сюр ин апон о эль дос".split())
"""Within a hyphenated place the part after them stays: «Ростове-на-Дону», «Франкфурте-на-Майне»."""

TURKIC_FIRST_PARTS = frozenset("ак кара кок кызыл сары".split())
"""Colours that begin Turkic compounds, white, black, blue, red and yellow; they stay: «Кара-Мурзы»."""

CONJUNCTIONS = frozenset(("и", "или", ",", "/"))
"""Between adjectives of one noun: «Всемирной продовольственной и сельскохозяйственной организации»."""

GENERIC_NOUNS = tuple(
    # a name in quotes after such a word, or one that ends so («авиакомпания»), is left in the nominative
    "агентство альянс ассоциация банк бренд газета галерея группа группировка движение еженедельник журнал завод "
    "издание институт канал клуб коалиция компания концерн корпорация лейбл магазин маркет объединение организация "
    "отель партия портал радио радиостанция секта союз театр фабрика фирма фонд холдинг центр".split()
)

SUBSTANTIVES = frozenset("сборная сборный столовая".split())
"""Adjectives that serve as nouns: a dependent follows in the genitive, «сборной Испании»."""

NOUNS_IN_SMALL_LETTERS = frozenset(("набережная",))
"""The same, but with a capital they are adjectives: «набережной Фонтанки», «Набережных Челнов»."""

CLUBS = frozenset("ао бк вк гк жк зао ик мфк нк оао ооо пао пфк тд тк фк хк".split())
"""Before a name, which is that of the whole: «ФК Спартак»."""

APPOSED = frozenset(
    # a proper name after them is in the same case: «города Москвы», «реки Волги»
    "город городок село деревня посёлок поселок хутор станица аул кишлак река речка".split()
)
STREETS = APPOSED | frozenset(
    # an adjective behind them is in their case: «на улице Садовой», «острове Русском»
    "улица переулок проспект бульвар площадь набережная аллея проезд шоссе тупик линия остров озеро мыс станция залив "
    "гора микрорайон слобода порт".split()
)
SIZES = frozenset("большой малый новый старый верхний нижний средний".split())
"""Adjectives that tell streets of one name: «Большая Бронная»."""

PLURALS = frozenset(
    "ведомости вести власти войска времена дороги известия линии новости силы системы службы сети".split()
)
"""As the noun of an organization they are rather a plural: «власти ФРГ», «РИА Новости»."""

EASTERN_FAMILIES = frozenset(
    # of one syllable, written first and never changed: «Ким Чен Ыном», «Дэн Сяопина»
    "ким пак ли чхве чон чан мун юн ро ан сон хван си ху цзян дэн мао чжан чжоу лю ян чэнь сюй сунь чжу линь "
    "нгуен чан ле фам цай хань фэн пэн цао цзэн лян тан дун сяо гао чо кан пан хо лим квон хан пэ во буй данг до "
    "ван вэй вэнь бо ду го гу ма у юй юань яо хэ шэнь ши чэн сюэ тянь пань ню мэн жэнь фань фу лян цзинь инь е".split()
)
