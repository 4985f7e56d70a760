"""Words that tell the kind of what names name, and names that mostly stand for a whole."""

from ner_news.legal_forms.form_tables import BEFORE, QUOTED_ONLY

LOOSE = {
    "америка": ("сша", ("африка", "азия", "южная америка", "латинская америка", "северная америка")),
    "дума": ("госдума", ("городская дума", "областная дума")),
    "англия": ("великобритания", ("шотландия", "уэльс", "северная ирландия")),
}
"""Names that mostly stand for a whole, unless one of its other parts, or what it is told apart from, is in the text."""

LEGAL = frozenset("bv nv ag аг plc ltd inc corp corporation gmbh llc sa spa holdings holding co group".split())
"""Ends of a company's name that tell its legal form."""

KINDS_BEFORE = frozenset(
    "ук иа риа миа фк хк пк нпо ик компания корпорация холдинг концерн "
    "группа агентство информагентство телеканал канал газета журнал радиостанция партия движение авиакомпания "
    "фирма the".split()
) | frozenset(form.lower() for form in BEFORE - QUOTED_ONLY)
"""Words before a company's own name; the name is the same without them, unless it is one of these alone."""

PLACES_BEFORE = frozenset("город г село деревня посёлок поселок республика штат провинция".split())
"""Words before a place's own name."""

SHORTENED = {
    # of the Russian address register, as far as news write them: «ул. Ленина» is «улица Ленина»
    "ул": "улица",
    "пр": "проспект",
    "пр-т": "проспект",
    "просп": "проспект",
    "пл": "площадь",
    "наб": "набережная",
    "пер": "переулок",
    "б-р": "бульвар",
    "ш": "шоссе",
    "р-н": "район",
    "мкр": "микрорайон",
    "обл": "область",
    "оз": "озеро",
    "респ": "республика",
    "г": "город",
    "о-в": "остров",
    "о-ва": "острова",
}
"""Nouns of places that are written short, at the beginning or the end of a name."""

HEADS = frozenset(
    "академия администрация агентство альянс армия ассамблея ассоциация банк биржа больница бюро ведомство "
    "военкомат галерея дворец департамент дума завод институт инспекция канцелярия касса клуб колледж коллегия "
    "комиссия комитет компания конгресс консорциум конфедерация концерн корпорация лига лицей мечеть минздрав "
    "минобороны минфин минюст минэнерго министерство мвд мид мчс музей отдел отделение офис палата парламент "
    "партия полиция посольство правительство прокуратура профсоюз ратуша ректорат сейм сенат служба собор "
    "собрание совет совбез союз суд театр телекомпания трибунал университет управление учреждение федерация "
    "филиал фонд фракция холдинг храм центр центробанк церковь штаб школа council committee bank university "
    "ministry court institute".split()
)
"""Kinds that an organization can be called by alone after its full name: «Совет», «Комитет», «Банк»."""

SMALL = frozenset("и по в во с со на о об для при из от до к за of the and for de la du des".split())
"""Words that abbreviations leave out."""
