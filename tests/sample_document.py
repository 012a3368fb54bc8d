"""A document that uses every block and every inline, in English or Swedish, for the tests of both writers.

The pictures it shows are drawn by `draw_media`, into any folder. Citation numbers 1 to 3 lead to the register, 4 to a line of the list of sources.
"""

from pathlib import Path

from PIL import Image, ImageDraw

from builder.document import blocks as b
from builder.document import inlines as i
from tests.sample_evidence import initiatives, register, sources
from tests.sample_response import PICTURE, response
from tests.sample_words import ORIGIN, Language, Words, cite, written

_AWARD = "European Capital of Innovation Awards 2027"


def draw_media(folder: Path) -> None:
    """Put the sample's picture under the folder."""
    path = folder / PICTURE
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", (900, 400), "#d8dde0")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 250, 900, 400), fill="#7f95a1")
    for left, top in ((80, 120), (250, 60), (430, 140), (610, 90)):
        draw.rectangle((left, top, left + 130, 250), fill="#8a6a52")
    image.save(path)


def every_block(language: Language = "en") -> b.Document:
    """The sample in one of its two languages."""
    words = Words(language)
    return b.Document(
        id="application",
        language=language,
        title=words("Helsingborg: application", "Helsingborg: ansökan"),
        subject=_AWARD,
        author=words("City of Helsingborg", "Helsingborgs stad"),
        date="2026-07-01",
        foot=words("{page} of {pages}", "{page} av {pages}"),
        parts=(_cover(words), _contents(words), _glance(words), _opener(words), response(words), initiatives(words), sources(words), register(words)),
    )


def _cover(w: Words) -> b.Part:
    series = (
        (w("First announcement", "Första beskedet"), 40, "40"),
        (w("Partner meet-up", "Partnerträff"), 50, w("over 50", "över 50")),
        ("2020", 60, w("just over 60", "drygt 60")),
        ("2021/22", 70, "70"),
        (w("Mid-2022", "Mitten av 2022"), 100, "100"),
    )
    cover = b.Cover(
        "cover-page",
        ORIGIN,
        call=w("Application to the", "Ansökan till") + f"\n{_AWARD}",
        title="Helsingborg",
        claim=w("Tested in the open", "Prövat i det öppna"),
        points=tuple(b.Point(label, value, text, "earlier") for label, value, text in series),
        step=1,
        alt=w("Partners of the expo as rising blocks, one square each: 40 to 100.", "Mässans partner som stigande block, en ruta var: 40 till 100."),
        facts=(
            b.Fact(w("Applicant", "Sökande"), w.text("City of Helsingborg, Sweden", "Helsingborgs stad")),
            b.Fact(w("Category", "Kategori"), (i.Text("European Rising Innovative City,"), i.LineBreak(), i.Text("50,000–249,999"))),
            b.Fact(w("Inhabitants", "Invånare"), (i.Value("151,306", "applicant.population"), i.LineBreak(), i.Text("2023-12-31"))),
        ),
    )
    return b.Part("cover", "cover", "", (cover,))


def _contents(w: Words) -> b.Part:
    rows = (
        b.ContentsRow(
            w("The city at a glance", "Staden i korthet"), w("Key figures and a timeline", "Nyckeltal och en tidslinje"), "", "glance-title"
        ),
        b.ContentsRow(
            w("1 Experimenting", "1 Experimenterande"),
            w("The whole city is open for testing", "Hela staden är öppen för prov"),
            w("1.1 Concepts · 1.2 Test bed", "1.1 Arbetssätt · 1.2 Testbädd"),
            "experimenting",
        ),
        b.ContentsRow(w("Initiatives", "Initiativ"), w("One table", "En tabell"), "", "initiatives-title"),
        b.ContentsRow(w("Sources", "Källor"), w("Entries cited, with their sources", "Anförda belägg med källor"), "", "sources-title"),
        b.ContentsRow(w("Evidence register", "Beläggsregister"), w("Claims, entries, sources", "Påståenden, belägg, källor"), "", "register-title"),
    )
    terms = (
        (
            w("Numbers in colour", "Siffror i färg"),
            w("A raised number leads to the entry of that number.", "En upphöjd siffra leder till belägget med det numret."),
        ),
        (w("Open point", "Öppen fråga"), w("A question that the evidence does not answer yet.", "En fråga som beläggen ännu inte besvarar.")),
    )
    key = b.Table(
        "how-to-read",
        ORIGIN,
        columns=(b.Column((), 39), b.Column((), 129)),
        rows=tuple(b.Row((b.Cell((i.Text(term),)), b.Cell((i.Text(text),)))) for term, text in terms),
        caption=b.Caption("", w.text("How to read this dossier", "Så läser du ansökan")),
        kind="key",
    )
    title = w("Contents", "Innehåll")
    return b.Part(
        "contents", "contents", title, (b.Heading("contents-title", ORIGIN, 1, (i.Text(title),)), b.Contents("contents-list", ORIGIN, rows), key)
    )


def _glance(w: Words) -> b.Part:
    figures = (
        ("", "151,306", "", w.text("inhabitants on 31 December 2023", "invånare den 31 december 2023")),
        (
            "SEK",
            "250",
            w("million", "miljoner"),
            w.text("set aside for H22, from the dividend of the city’s port", "avsatta till H22, ur hamnens utdelning"),
        ),
        ("", "35", w("days", "dagar"), w.text("of H22 City Expo, 30 May to 3 July 2022", "H22 City Expo, 30 maj till 3 juli 2022")),
        ("", "100", "", (*w.text("expo partners by mid-2022", "partner i mässan i mitten av 2022"), cite(2))),
        (w("about", "cirka"), "200", "", w.text("innovation initiatives running in 2020/21", "pågående innovationsinitiativ 2020/21")),
    )
    events = (
        ("1974", "Industrial symbiosis begins", "Industriell symbios inleds"),
        ("2012", "Vision Helsingborg 2035 adopted", "Vision Helsingborg 2035 antas"),
        ("Feb 2017", "City-owned LoRa network", "Stadens eget LoRa-nät"),
        ("2019", "Hbg Works opens", "Hbg Works öppnar"),
        ("2020", "iCapital runner-up", "Tvåa i iCapital"),
        ("2022-05-30", "H22 City Expo opens for 35 days, in the streets of the city", "H22 City Expo öppnar för 35 dagar, på stadens gator"),
        ("Feb 2024", "Meeting place Parken opens", "Mötesplatsen Parken öppnar"),
    )
    title = w("Helsingborg at a glance", "Helsingborg i korthet")
    lead = w.text(
        "A city of 151,306 that has used the income of its own port to turn housing, sewers and care into places of trial.",
        "En stad med 151 306 invånare som har använt inkomsterna från sin hamn till att göra bostäder, avlopp och omsorg till platser för försök.",
    )
    blocks: tuple[b.AnyBlock, ...] = (
        b.Heading("glance-title", ORIGIN, 1, (i.Text(title),)),
        b.Paragraph("glance-lead", ORIGIN, lead, role="lead"),
        b.KeyFigures("glance-figures", ORIGIN, tuple(b.KeyFigure(*figure) for figure in figures)),
        b.Heading(
            "timeline-title",
            ORIGIN,
            2,
            w.text("Half a century of trying things in earnest", "Ett halvsekel av försök på allvar"),
            w("Timeline", "Tidslinje"),
        ),
        b.Timeline("timeline", ORIGIN, tuple(_event(w, n, *event) for n, event in enumerate(events, 1))),
        _money(w),
    )
    return b.Part("glance", "glance", title, blocks)


def _event(w: Words, number: int, date: str, en: str, sv: str) -> b.Event:
    return b.Event(date, written(f"timeline.{number}.text", "milestones.0.text", w.text(en, sv)))


def _money(w: Words) -> b.Table:
    rows = (
        (w("H22, work of the committees", "H22, nämndernas arbete"), "–", "132", w("Port dividend", "Hamnens utdelning")),
        ("H22 City Expo", "2022", "118", w("Port dividend", "Hamnens utdelning")),
        (w("Climate-neutral Helsingborg", "Klimatneutrala Helsingborg"), "2021–2024", "9.08", "Viable Cities"),
    )
    heads = (w("Programme", "Program"), "Period", w("Amount", "Belopp"), w("Source of funds", "Finansiering"))
    shares = (75, 33, 21, 45)
    return b.Table(
        "money",
        ORIGIN,
        columns=tuple(
            b.Column((i.Text(head),), share, "end" if n == 2 else "start") for n, (head, share) in enumerate(zip(heads, shares, strict=True))
        ),
        rows=tuple(b.Row(tuple(b.Cell((i.Text(text),)) for text in row)) for row in rows),
        caption=b.Caption(w("Table 1", "Tabell 1"), w.text("Money for innovation, SEK million", "Pengar till innovation, miljoner kronor")),
    )


def _opener(w: Words) -> b.Part:
    figures = (
        ("", "17", "", (*w.text("challenges steer the city’s innovation", "utmaningar styr stadens innovation"), cite(1))),
        ("", "35", w("days", "dagar"), w.text("of open trial in 2022", "öppna prov 2022")),
        ("SEK", "132", w("million", "miljoner"), w.text("for the committees’ own innovation work", "till nämndernas eget innovationsarbete")),
    )
    cells = (
        b.CoverageCell(
            w("1.1 Concepts", "1.1 Arbetssätt"), "full", (w("Answered in full", "Helt besvarad"), w("4 entries", "4 belägg")), "q-concepts"
        ),
        b.CoverageCell(
            w("1.2 Test bed", "1.2 Testbädd"), "part", (w("Answered in part", "Delvis besvarad"), w("3 entries", "3 belägg")), "q-test-bed"
        ),
        b.CoverageCell(w("1.3 Mainstreaming", "1.3 Införande"), "none", (w("Not answered", "Ej besvarad"),), ""),
    )
    lead = w.text(
        "Helsingborg tries new services where people live and work, says beforehand what each test should achieve, and publishes the ones that fail.",
        "Helsingborg prövar nya tjänster där människor bor och arbetar, säger i förväg vad varje prov ska uppnå och redovisar dem som misslyckas.",
    )
    open_point = w.text(
        "No published figure shows what share of pilots becomes regular service.",
        "Ingen siffra visar hur stor andel av proven som blir ordinarie tjänst.",
    )
    headline = w.text("The whole city is open for testing", "Hela staden är öppen för prov")
    blocks: tuple[b.AnyBlock, ...] = (
        b.Heading("experimenting", ORIGIN, 1, w.text("Experimenting", "Experimenterande"), w("Criterion 1", "Kriterium 1")),
        b.Paragraph("experimenting.headline", ORIGIN, headline, role="headline"),
        b.Paragraph("experimenting.lead", ORIGIN, lead, role="lead"),
        b.KeyFigures("experimenting.figures", ORIGIN, tuple(b.KeyFigure(*figure) for figure in figures)),
        b.Coverage("experimenting.coverage", ORIGIN, w("Questions answered", "Besvarade frågor"), cells),
        b.Callout("experimenting.open", ORIGIN, w("Open point", "Öppen fråga"), open_point),
    )
    return b.Part("experimenting-opener", "opener", w("1 Experimenting", "1 Experimenterande"), blocks)
