"""The legal forms, a closed class.

Sources: the Russian classifier of legal forms ОКОПФ (ОК 028-2012) with the usual abbreviations of its classes and of
the types of state institutions (law 7-ФЗ, article 9.2); the forms of the Belarusian, Kazakh and Kyrgyz civil codes;
for forms behind a name the list of ISO 20275 (Entity Legal Forms), as far as news write them.
"""

BEFORE = frozenset(
    (
        # companies and partnerships
        "ООО ОДО АО ПАО НАО ОАО ЗАО АООТ АОЗТ ТОО ОсОО ГК "
        # unitary and state enterprises
        "УП ГУП МУП ФГУП ГП МП ФКП РУП КУП ЧУП РГП КГП "
        # institutions of the state and of towns
        "ГУ МУ ФГУ ФГБУ ФГАУ ФГКУ ФКУ ГБУ ГАУ ГКУ МБУ МАУ МКУ ОГБУ ОГАУ ОГКУ КГБУ КГАУ КГКУ СПбГБУ "
        "ГБУЗ ГАУЗ ГКУЗ ОГБУЗ КГБУЗ МБУЗ МАУЗ ФГБУН ФГАУН ГБУК ГАУК ФГБУК МБУК МАУК "
        "ФГБОУ ФГАОУ ФГКОУ ГБОУ ГАОУ ГКОУ МБОУ МАОУ МКОУ МОУ МБДОУ МАДОУ МДОУ ГБДОУ ГБПОУ ГАПОУ "
        # what does not live for profit
        "НКО АНО НП ЧУ ЧОУ ТСЖ ТСН ЖСК ГСК СНТ ДНТ СПК КФХ РОО МОО РОФ"
    ).split()
)
"""Abbreviations that stand before a name."""

LEVELS = frozenset("ВО ВПО СПО ДПО НПО ДО".split())
"""What may follow the abbreviation of a school: «ФГБОУ ВО»."""

COMPANIES = frozenset("ООО ОДО ПАО НАО ОАО ЗАО АООТ АОЗТ ТОО ОсОО".split())
"""Abbreviations that only a name of its own follows: others stand before a town («ГУП Москвы») or mean something else
(«Ненецкий АО»), so that a name without quotes behind them needs a witness."""

QUOTED_ONLY = frozenset("ГУ МУ УП МП НП ЧУ МОО".split())
"""Abbreviations that stand for other things before a name without quotes: «ГУ МВД» is a main directorate."""

CODES = frozenset(("РФ", "РСФСР", "СССР", "России", "Украины", "Казахстана", "Беларуси", "Белоруссии"))
"""What makes a form a code of laws: «ГК РФ»."""

WRITTEN_OUT = (
    # stems of each word and the abbreviation; a longer form comes before one that it ends in
    ("обществ с ограниченной ответственностью", "ООО"),
    ("обществ с дополнительной ответственностью", "ОДО"),
    ("товариществ с ограниченной ответственностью", "ТОО"),
    ("непубличн акционерн обществ", "НАО"),
    ("публичн акционерн обществ", "ПАО"),
    ("закрыт акционерн обществ", "ЗАО"),
    ("открыт акционерн обществ", "ОАО"),
    ("акционерн обществ", "АО"),
    ("федеральн государственн унитарн предприяти", "ФГУП"),
    ("государственн унитарн предприяти", "ГУП"),
    ("муниципальн унитарн предприяти", "МУП"),
    ("федеральн казенн предприяти", "ФКП"),
    ("федеральн государственн бюджетн учреждени", "ФГБУ"),
    ("федеральн государственн автономн учреждени", "ФГАУ"),
    ("федеральн казенн учреждени", "ФКУ"),
    ("государственн бюджетн учреждени здравоохранения", "ГБУЗ"),
    ("государственн бюджетн учреждени", "ГБУ"),
    ("государственн автономн учреждени", "ГАУ"),
    ("государственн казенн учреждени", "ГКУ"),
    ("муниципальн бюджетн учреждени", "МБУ"),
    ("муниципальн автономн учреждени", "МАУ"),
    ("муниципальн казенн учреждени", "МКУ"),
    ("автономн некоммерческ организаци", "АНО"),
    ("товариществ собственников жилья", "ТСЖ"),
    ("товариществ собственников недвижимости", "ТСН"),
    ("садов некоммерческ товариществ", "СНТ"),
    ("государственн корпораци", "ГК"),
    ("госкорпораци", "ГК"),
)

LAST_WORDS = tuple({words.split()[-1] for words, _ in WRITTEN_OUT})
"""Beginnings of the words that forms written out end in."""

BEHIND = frozenset(
    "Inc Corp Corporation Ltd Limited LLC LLP LP PLC plc Co GmbH AG SE KG KGaA SA SAS SARL SpA Srl NV BV AB ASA AS Oy "
    "Oyj ApS Pty Bhd".split()
)
"""Forms behind a name, without the dots that some are written with: «S.A.» is «SA»."""

LOOKALIKES = str.maketrans("AOPKMHCTBE", "АОРКМНСТВЕ")
"""Latin letters that look like Russian ones: «OOO» is typed for «ООО»."""
