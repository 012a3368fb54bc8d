"""The response of the sample document: running text with every inline, lists, figures, cards, indicators, a quotation."""

from dataclasses import replace

from builder.document import blocks as b
from builder.document import inlines as i
from tests.sample_words import ORIGIN, Words, cite, written

PICTURE = "evidence/media/oceanhamnen.png"


def response(w: Words) -> b.Part:
    """The part that answers the first criterion."""
    blocks = (*_concepts(w), *_test_bed(w), *_figures(w), *_evidence(w), *_lists(w), *_wordings(w))
    return b.Part("experimenting-response", "response", w("1 Experimenting", "1 Experimenterande"), blocks)


def _concepts(w: Words) -> tuple[b.AnyBlock, ...]:
    routes = w.text(
        "Helsingborg treats innovation as ordinary municipal work. Seventeen challenges that concern the whole city set the direction, and an idea "
        "may take one of three routes to a test: it starts from a colleague’s suggestion, from a challenge, or from an opportunity that appears.",
        "Helsingborg behandlar innovation som vanligt kommunalt arbete. Sjutton utmaningar som rör hela staden anger riktningen, och en idé kan ta "
        "en av tre vägar till ett prov: från en medarbetares förslag, från en av utmaningarna eller från en möjlighet som dyker upp.",
    )
    failures = w.text(
        "A pilot has to state its intended effect on a common template, and a test that fails is a result too. The city keeps to this in public.",
        "Ett försök ska ange sin avsedda effekt i en gemensam mall, och ett prov som misslyckas är ett resultat. Staden håller detta offentligt.",
    )
    after = w.text(" A pilot in classrooms was cancelled, and its page says why.", " Ett klassrumsprojekt avbröts, och sidan berättar varför.")
    note = i.Footnote(1, w.text("The need had already been met elsewhere.", "Behovet hade redan tillgodosetts på annat håll."))
    title = w.text("Which ways of innovating does the city try out?", "Vilka sätt att förnya prövar staden?")
    return (
        b.Heading("q-concepts", ORIGIN, 2, title, w("1.1 Concepts", "1.1 Arbetssätt")),
        b.Paragraph("concepts.1", ORIGIN, (*routes, cite(1), i.Text(" "), i.Strong(w.text("Every department", "Varje förvaltning")), *_leader(w))),
        b.Paragraph("concepts.2", ORIGIN, (*failures, cite(2, 9), *after, note)),
    )


def _leader(w: Words) -> i.Inlines:
    report = i.Link(w.text("annual report", "årsredovisning"), "https://helsingborg.se/annual-report?year=2025&part=2")
    return (
        *w.text(" has its own innovation leader, says the ", " har en egen innovationsledare, enligt stadens "),
        report,
        i.Text("."),
        cite(2, 4, at=w("p. 12", "s. 12")),
    )


def _test_bed(w: Words) -> tuple[b.AnyBlock, ...]:
    title = w.text("How does the city commit itself to being a test bed?", "Hur binder sig staden vid att vara testbädd?")
    expo = (
        *w.text("The commitment was most visible in 2022, when ", "Åtagandet syntes bäst 2022, då "),
        i.Emphasis((i.Text("H22 City Expo"),)),
        *w.text(" drew ", " drog "),
        i.Value(w("about 1,000,000 visits (2022, preliminary)", "cirka 1 000 000 besök (2022, preliminärt)"), "h22-city-expo.visits"),
        *w.text("; see ", "; se "),
        i.CrossReference(w("Figure 1", "figur 1"), "partners"),
        *w.text(" and the address field ", " och adressfältet "),
        i.Code("h22-city-expo"),
        i.Text("."),
        cite(2),
    )
    return (b.Heading("q-test-bed", ORIGIN, 2, title, w("1.2 Test bed", "1.2 Testbädd")), b.Paragraph("test-bed.1", ORIGIN, expo))


def _figures(w: Words) -> tuple[b.AnyBlock, ...]:
    shares = (30, 34, 33, 41, 45, 52, 58)
    line = tuple(b.Point(str(2017 + n), share, f"{share} %", "earlier" if n < len(shares) - 1 else "latest") for n, share in enumerate(shares))
    trust = b.Chart(
        "trust",
        ORIGIN,
        "line",
        line,
        (b.ReferenceLine(w("Target 60 %", "Mål 60 %"), 60),),
        b.Caption(
            w("Figure 3", "Figur 3"),
            w.text("More residents try new services", "Fler invånare prövar nya tjänster"),
            w.text("Share of residents.", "Andel."),
        ),
        alt=w("Line chart. Share of residents: 30 % in 2017 to 58 % in 2023.", "Linjediagram. Andel invånare: 30 % 2017 till 58 % 2023."),
        note=w.text("Source: City of Helsingborg.", "Källa: Helsingborgs stad."),
    )
    return (_partners(w), _recovery(w), trust, _picture(w))


def _partners(w: Words) -> b.Chart:
    counts = ((w("Start", "Början"), 40, "40"), ("2020", 60, w("just over 60", "drygt 60")), ("2021/22", 70, "70"), ("2022", 100, "100"))
    return b.Chart(
        "partners",
        ORIGIN,
        "columns",
        tuple(b.Point(label, value, text, "latest" if value == 100 else "earlier") for label, value, text in counts),
        (b.ReferenceLine(w("Baseline 40", "Utgångsläge 40"), 40),),
        b.Caption(
            w("Figure 1", "Figur 1"),
            w.text("Partners grew from 40 to 100", "Från 40 till 100 partner"),
            w.text(
                "Partners of the expo, number. Evenly spaced; the intervals differ.", "Mässans partner, antal. Jämna avstånd trots olika mellanrum."
            ),
        ),
        alt=w("Column chart. Partners: 40, just over 60, 70 and 100.", "Stapeldiagram. Partner: 40, drygt 60, 70 och 100."),
        note=(*w.text("No target was published. Source: City of Helsingborg", "Inget mål har publicerats. Källa: Helsingborgs stad"), cite(2)),
    )


def _recovery(w: Words) -> b.Chart:
    points = (
        b.Point(w("Nitrogen", "Kväve"), 7, "7×"),
        b.Point(w("Phosphorus", "Fosfor"), 3, "3×"),
        b.Point("Biogas", 2, w("2× expected", "2× väntat"), "target"),
    )
    return b.Chart(
        "recovery",
        ORIGIN,
        "bars",
        points,
        (b.ReferenceLine(w("Benchmark: conventional system, 1×", "Jämförelse: vanligt system, 1×"), 1),),
        b.Caption(
            w("Figure 2", "Figur 2"),
            w.text("Nitrogen recovery seven times as high", "Sju gånger så mycket kväve återvinns"),
            w.text("Recovery per household.", "Återvinning per hushåll."),
        ),
        alt=w("Bar chart. Nitrogen 7, phosphorus 3, biogas 2 expected.", "Liggande staplar. Kväve 7, fosfor 3, biogas 2 väntat."),
        note=(*w.text("Sources: NSVA; H+ Helsingborg", "Källor: NSVA; H+ Helsingborg"), cite(3)),
    )


def _picture(w: Words) -> b.Picture:
    caption = b.Caption(w("Figure 4", "Figur 4"), w.text("Oceanhamnen, built on three pipes", "Oceanhamnen, byggd på tre rör"))
    return b.Picture(
        "harbour", ORIGIN, PICTURE, w("Houses at the quay", "Hus vid kajen"), 900, 400, caption, credit=w("Photo: City archive, CC BY", "Foto: CC BY")
    )


def _evidence(w: Words) -> tuple[b.AnyBlock, ...]:
    caveat = (*w.text("Visits in the main areas, not unique visitors.", "Besök, inte besökare."), cite(2))
    expo = b.EvidenceCard(
        "card-h22",
        ORIGIN,
        2,
        "entry-h22-city-expo",
        written("card-h22.title", "title", w.text("H22 City Expo", "Stadsmässan H22")),
        w("Event · 30 May–3 July 2022 · completed", "Evenemang · 30 maj–3 juli 2022 · avslutat"),
        w.text("Districts of the city served as fairground and laboratory at once.", "Stadsdelar var mässområde och laboratorium på samma gång."),
        (
            b.Fact(w("Visits", "Besök"), w.text("about 1,000,000, preliminary", "cirka 1 000 000, preliminärt")),
            b.Fact(w("Caveat", "Förbehåll"), written("card-h22.caveat", "caveat", caveat)),
        ),
    )
    pipes = b.EvidenceCard(
        "card-pipes",
        ORIGIN,
        9,
        "",
        w.text("Three pipes, Oceanhamnen", "Tre rör, Oceanhamnen"),
        w("Infrastructure · ongoing", "Infrastruktur · pågår"),
        w.text("Sewage is sorted in three pipes.", "Avloppet sorteras i tre rör."),
        (),
    )
    quote = w.text(
        "“A test that fails is a result, as long as we tell each other about it.”",
        "”Ett prov som misslyckas är ett resultat, så länge vi berättar det.”",
    )
    return (
        b.Cards("cards", ORIGIN, (expo, pipes)),
        b.Callout(
            "open",
            ORIGIN,
            w("Open point", "Öppen fråga"),
            w.text("No figure shows the share of pilots kept.", "Ingen siffra visar andelen prov som behålls."),
        ),
        _indicators(w),
        b.Quote("quote", ORIGIN, quote, w("A tenant of Drottninghög, interviewed in 2024", "En hyresgäst på Drottninghög, intervjuad 2024")),
        replace(pipes, id="card-alone", number=3, target="entry-three-pipes"),
    )


def _indicators(w: Words) -> b.Table:
    heads = (w("Indicator", "Indikator"), w("Baseline", "Utgångsläge"), w("Result", "Resultat"), w("Target", "Mål"), "Ref.")
    columns = tuple(
        b.Column((i.Text(head),), share, "start" if n == 0 else "end")
        for n, (head, share) in enumerate(zip(heads, (63, 39, 33, 27, 12), strict=True))
    )
    not_set = b.Cell((), w.text("not set", "ej satt"))
    rows = (
        b.Row(
            (
                b.Cell(written("indicators.partners.name", "indicators.partners.name", w.text("H22 City Expo partners", "Partner i H22 City Expo"))),
                _dated("40", "2019"),
                _dated("100", "2022"),
                not_set,
                b.Cell((cite(2),)),
            )
        ),
        b.Row(
            (
                b.Cell(w.text("Phosphorus recovered per household, conventional system = 1", "Återvunnen fosfor per hushåll, vanligt system = 1")),
                _dated("1", ""),
                _dated("3", w("in use", "i drift")),
                not_set,
                b.Cell((cite(3),)),
            )
        ),
    )
    caption = b.Caption(
        w("Table 2", "Tabell 2"), w.text("Indicators for Experimenting", "Indikatorer för Experimenterande"), w.text("Dates below.", "Datum under.")
    )
    return b.Table("indicators", ORIGIN, columns, rows, caption, kind="indicators")


def _dated(value: str, date: str) -> b.Cell:
    return b.Cell((i.Text(value),), (i.Text(date),) if date else ())


def _lists(w: Words) -> tuple[b.AnyBlock, ...]:
    def item(key: str, en: str, sv: str) -> b.Paragraph:
        return b.Paragraph(f"list.{key}", ORIGIN, w.text(en, sv))

    nested = b.List(
        "list.inner",
        ORIGIN,
        ((item("a", "a colleague’s suggestion,", "en medarbetares förslag,"),), (item("b", "an opportunity.", "en möjlighet."),)),
    )
    deep = b.List(
        "list.deep",
        ORIGIN,
        ((item("c", "with its intended effect", "med sin avsedda effekt"),), (item("d", "with its end", "med sitt slut"),)),
        ordered=True,
    )
    return (
        b.Heading("list-title", ORIGIN, 3, w.text("From idea to service", "Från idé till tjänst")),
        b.Paragraph("list.lead", ORIGIN, w.text("An idea begins as", "En idé börjar som")),
        b.List(
            "list.bullets",
            ORIGIN,
            (
                (item("e", "one of the challenges of the city, or", "en av stadens utmaningar, eller"), nested),
                (item("f", "a pilot:", "ett prov:"), deep),
            ),
        ),
        b.Heading("list-steps", ORIGIN, 4, w.text("Steps that remain", "Steg som återstår")),
        b.List(
            "list.numbers",
            ORIGIN,
            (
                (
                    item(
                        "g",
                        "The pilot is measured against its stated effect by somebody outside the department.",
                        "Provet mäts mot sin avsedda effekt av någon utanför förvaltningen.",
                    ),
                ),
                (item("h", "The committee decides.", "Nämnden beslutar."),),
            ),
            ordered=True,
            start=9,
        ),
    )


def _wordings(w: Words) -> tuple[b.AnyBlock, ...]:
    other = "sv" if w.language == "en" else "en"
    foreign = i.InLanguage(other, (i.Text(w("Stadsledningsförvaltningen", "The city’s executive office")),))
    footnote = i.Footnote(
        2, (*w.text("The wording is that of ", "Ordalydelsen är från "), i.Emphasis(w.text("Good to know", "Bra att veta")), i.Text("."), cite(2))
    )
    mixed = (
        foreign,
        *w.text(" keeps the records", " för protokollen"),
        footnote,
        *w.text(" & signs <every> decision; ", " & undertecknar <varje> beslut; "),
        i.Strong((*w.text("all of it ", "allt "), i.Emphasis(w.text("in public", "offentligt")))),
        i.Text("."),
        i.LineBreak(),
        *w.text(
            "Innovation responsibilities, implementation and intercommunal collaboration follow.",
            "Innovationsansvar, genomförande och mellankommunalt samarbete följer.",
        ),
    )
    return (
        b.Paragraph("wordings.1", ORIGIN, mixed),
        b.Paragraph("wordings.2", ORIGIN, w.text("Undated figures are marked.", "Odaterade siffror är märkta."), role="note"),
    )
