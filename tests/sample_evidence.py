"""The back of the sample document: a table longer than a page, the list of sources, the evidence register."""

from builder.document import blocks as b
from builder.document import inlines as i
from tests.sample_words import ENTRIES, ORIGIN, Words, cite, written


def initiatives(w: Words) -> b.Part:
    """A part with a table of forty rows in four groups."""
    heads = (w("Initiative", "Initiativ"), w("What it shows", "Vad det visar"), "Period", w("State", "Läge"), "Ref.")
    columns = tuple(
        b.Column((i.Text(head),), share, "end" if n == 4 else "start") for n, (head, share) in enumerate(zip(heads, (45, 72, 26, 22, 9), strict=True))
    )
    rows = [row for group in range(1, 5) for row in _group(w, group)]
    table = b.Table(
        "initiatives",
        ORIGIN,
        columns,
        tuple(rows),
        b.Caption("", w.text("In the order of the criteria", "I kriteriernas ordning")),
        kind="initiatives",
    )
    title = w("Initiatives cited", "Anförda initiativ")
    note = w.text("A dash marks what the sources do not state.", "Ett streck står för det som källorna inte anger.")
    blocks = (
        b.Heading("initiatives-title", ORIGIN, 2, w.text("Initiatives cited in this dossier", "Initiativ som anförs"), w("Table 3", "Tabell 3")),
        b.Paragraph("initiatives-note", ORIGIN, note, role="note"),
        table,
    )
    return b.Part("initiatives-part", "text", title, blocks)


def _group(w: Words, group: int) -> list[b.Row]:
    title = b.Row((b.Cell((i.Text(f"{group} " + w("Criterion", "Kriterium")),)),), group=True)
    return [title, *(_initiative(w, group, number) for number in range(1, 11))]


def _initiative(w: Words, group: int, number: int) -> b.Row:
    shows = w.text(
        "Sewage sorted in three pipes; the first at full scale, the city says", "Avlopp sorterat i tre rör; det första i full skala, enligt staden"
    )
    dash = b.Cell((i.Text("–"),))
    name = b.Cell((i.Text(w("Initiative", "Initiativ") + f" {group}.{number}"),))
    return b.Row(
        (
            name,
            b.Cell(shows),
            b.Cell((i.Text(w("since 2021", "sedan 2021")),)) if number % 3 else dash,
            b.Cell(w.text("ongoing", "pågår")),
            b.Cell((cite(3),)),
        )
    )


def sources(w: Words) -> b.Part:
    """The list of sources, whose only line is the one that citation 4 leads to."""
    report = i.Link(w.text("Annual report 2025", "Årsredovisning 2025"), "https://helsingborg.se/annual-report")
    children = (report, *w.text(", City of Helsingborg", ", Helsingborgs stad"))
    reference = b.Reference("reference-annual-report", "annual-report", 4, w("Annual report", "Årsredovisning"), children)
    title = w("Sources", "Källor")
    lead = w.text("Shared sources stand here.", "Här står gemensamma källor.")
    blocks = (
        b.Heading("sources-title", ORIGIN, 1, (i.Text(title),)),
        b.Paragraph("sources-lead", ORIGIN, lead),
        b.References("references", ORIGIN, (reference,)),
    )
    return b.Part("sources", "sources", title, blocks)


def register(w: Words) -> b.Part:
    """The evidence register: entries 1 to 3."""
    title = w("Evidence register", "Beläggsregister")
    lead = w.text("Every raised number leads to the entry of that number.", "Varje upphöjd siffra leder till belägget med det numret.")
    heading = b.Heading("register-title", ORIGIN, 1, (i.Text(title),))
    return b.Part("register", "register", title, (heading, b.Paragraph("register-lead", ORIGIN, lead), *(_entry(w, number) for number in (1, 2, 3))))


def _entry(w: Words, number: int) -> b.RegisterEntry:
    dated = (w("Undated, accessed 2 May 2024", "Odaterad, hämtad 2 maj 2024"), "SHA-256 a804 4842 8945 ba22")
    address = "https://www.h22cityexpo.com/good-to-know/all-the-areas-of-the-expo/oceanhamnen-and-the-north-harbour"
    name = f"entry-{ENTRIES[number]}"
    summary = w.text("For 35 days the whole city was open as a test bed and a fair.", "Under 35 dagar var hela staden öppen som testbädd och mässa.")
    first = w.text("The expo ran in the city’s own streets, schools and homes.", "Mässan hölls på stadens gator, i skolor och hem.")
    second = w.text("The main areas counted about one million visits.", "Huvudområdena räknade ungefär en miljon besök.")
    return b.RegisterEntry(
        name,
        ORIGIN,
        number,
        ENTRIES[number],
        (w("completed", "avslutat"), w("primary source", "primärkälla")),
        written(f"{name}.title", "title", w.text("H22 City Expo", "Stadsmässan H22")),
        (written(f"{name}.summary", "summary", summary),) if number == 2 else (),
        (
            b.RegisterClaim(f"{number}a", written(f"{name}.claims.streets.text", "claims.streets.text", first)),
            b.RegisterClaim(f"{number}b", written(f"{name}.claims.a-million-visits-in-the-main-areas.text", "claims.visits.text", second)),
        ),
        (
            b.RegisterSource(f"{number}a, {number}b", w("Good to know", "Bra att veta"), "H22 City Expo", address, dated),
            b.RegisterSource("", w("City archive", "Stadsarkivet"), "", "", dated[:1]),
        ),
    )
