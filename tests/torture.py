"""A document of everything that is hard to lay out and to tag: what no dossier holds at once, and any may hold some day."""

from builder.document import blocks as b
from builder.document import inlines as i
from tests.sample_words import ORIGIN, cite

GREEK = "Η πόλη δοκιμάζει τα πάντα στον δρόμο, από τα ύδατα έως τη φροντίδα."
CYRILLIC = "Градът изпитва всичко на улицата: от водата до грижата."
HEBREW = "העיר בודקת הכול ברחוב, 35 ימים."
ARABIC = "تختبر المدينة كل شيء في الشارع لمدة 35 يوما."
EMOJI = "🌱 🚀 ✅ 👍🏽 🏆 ⚡ ♻️ 🇸🇪 👩‍🔬"
SIGNS = "± ≥ ≤ → ↗ ∑ √ ½ ¾ ‰ № ™ ₂ ² ★ ☑ ● ◆"
LONG_WORD = "".join(f"innovation{number:02}" for number in range(17))[:200]
LONG_ADDRESS = "https://example.org/" + "/".join(["a-very-long-path-without-an-end"] * 12) + "?query=" + "x" * 80
_NOTE = (
    i.Text("A note that stands at the foot, with "),
    i.Emphasis((i.Text("stress"),)),
    i.Text(" and a "),
    i.Link((i.Text("link"),), "https://example.org"),
)


def torture() -> b.Document:
    """The document, in English."""
    assert len(LONG_WORD) == 200
    parts = (_cover(), _contents(), _texts(), _lists(), _tables(), _empty(), _evidence())
    return b.Document("application", "en", f"Torture {HEBREW}", "Prize 2027", "City of <Everything> & more", "2026-07-01", "{page} of {pages}", parts)


def _said(text: str) -> i.Inlines:
    return (i.Text(text),)


def _cover() -> b.Part:
    fact = b.Fact("Applicant", _said(LONG_WORD))
    return b.Part("cover", "cover", "", (b.Cover("cover-page", ORIGIN, "Application", LONG_WORD, GREEK, (), 1, "", (fact, fact, fact)),))


def _contents() -> b.Part:
    rows = tuple(b.ContentsRow(f"{number} {GREEK}", LONG_WORD, ARABIC, target) for number, target in enumerate(("texts", "lists", "tables"), 1))
    return b.Part("contents", "contents", "Contents", (b.Heading("contents-title", ORIGIN, 1, _said("Contents")), b.Contents("list", ORIGIN, rows)))


def _texts() -> b.Part:
    scripts = (GREEK, CYRILLIC, HEBREW, ARABIC, EMOJI, SIGNS, LONG_WORD, f"{LONG_WORD} {LONG_WORD}")
    blocks: list[b.AnyBlock] = [b.Heading("texts", ORIGIN, 1, _said(f"Scripts {ARABIC}"), LONG_WORD)]
    blocks += [b.Paragraph(f"script-{number}", ORIGIN, _said(text)) for number, text in enumerate(scripts)]
    languages = (("el", GREEK), ("bg", CYRILLIC), ("he", HEBREW), ("ar", ARABIC))
    mixed: list[i.Inline] = [i.Text("Mixed: ")]
    for language, text in languages:
        mixed += [i.InLanguage(language, (i.Text(text), i.Strong((i.Text(" "), i.Text(text))))), i.Text(", and on. ")]
    mixed += [cite(1, 2), i.Footnote(1, _NOTE), i.Code(LONG_WORD), i.LineBreak(), i.Link(_said(LONG_ADDRESS), LONG_ADDRESS)]
    blocks.append(b.Paragraph("mixed", ORIGIN, tuple(mixed)))
    references = (i.CrossReference(f"{LONG_WORD} {HEBREW}", "question"), i.CrossReference(LONG_WORD, "texts"))
    blocks.append(b.Paragraph("refers", ORIGIN, (i.Written(f"texts.{LONG_WORD}", "answers.texts.text", ORIGIN, references),)))
    blocks.append(b.Heading("question", ORIGIN, 2, _said(f"{LONG_WORD} {HEBREW}"), "1.1 " + LONG_WORD))
    blocks.append(b.Quote("quote", ORIGIN, (i.Text(f"“{ARABIC}” "), i.Footnote(2, _NOTE)), LONG_WORD))
    blocks.append(b.Callout("open", ORIGIN, LONG_WORD, (i.Text(EMOJI), i.Footnote(3, _NOTE))))
    blocks.append(b.KeyFigures("figures", ORIGIN, tuple(b.KeyFigure("about", number, "", _said(LONG_WORD)) for number in ("1", "1,234,567,890,123"))))
    blocks.append(b.Timeline("timeline", ORIGIN, (b.Event("1 September 2022", _said(LONG_WORD)), b.Event("2023", _said(EMOJI)))))
    return b.Part("texts", "text", LONG_WORD, tuple(blocks))


def _lists() -> b.Part:
    def nested(depth: int) -> b.List:
        words = b.Paragraph(f"item-{depth}", ORIGIN, (i.Text(f"Depth {depth} "), i.Footnote(3 + depth, _NOTE)))
        second = b.Paragraph(f"more-{depth}", ORIGIN, _said("A second paragraph of the item."))
        below: tuple[b.AnyBlock, ...] = (nested(depth + 1),) if depth < 8 else ()
        last = b.Paragraph(f"last-{depth}", ORIGIN, _said(GREEK))
        return b.List(f"list-{depth}", ORIGIN, ((words, second, *below), (last,)), ordered=depth % 2 == 0, start=depth)

    return b.Part("lists", "text", "Lists", (b.Heading("lists", ORIGIN, 1, _said("Lists")), nested(1)))


def _tables() -> b.Part:
    columns = tuple(
        b.Column(_said(f"{name} {LONG_WORD[:30]}"), 10, "end" if name == "Number" else "start") for name in ("Name", "Number", "Text", "More")
    )
    rows: list[b.Row] = []
    for number in range(60):
        if number % 15 == 0:
            rows.append(b.Row((b.Cell(_said(f"Group {number} {CYRILLIC}")),), group=True))
        note: i.Inlines = (i.Footnote(13 + number // 7, _NOTE),) if number % 7 == 0 else ()
        missing = b.Cell(()) if number % 3 == 0 else b.Cell(_said("not reported"), _said("detail"))
        cells = (
            b.Cell((i.Text(f"Row {number}"), *note)),
            b.Cell(_said(f"{number * 1.25:.2f}")),
            missing,
            b.Cell(_said(EMOJI if number % 5 == 0 else ARABIC)),
        )
        rows.append(b.Row(cells))
    long = b.Table(
        "long-table", ORIGIN, columns, tuple(rows), b.Caption("Table 1", (i.Text(f"Long {EMOJI} "), i.Footnote(12, _NOTE)), _said("detail"))
    )
    bare = b.Table("bare", ORIGIN, (b.Column((), 1), b.Column((), 1)), (b.Row((b.Cell(_said("Only")), b.Cell(()))),))
    return b.Part("tables", "text", "Tables", (b.Heading("tables", ORIGIN, 1, _said("Tables")), long, bare))


def _empty() -> b.Part:
    caption = b.Caption("", ())
    blocks: tuple[b.AnyBlock, ...] = (
        b.Heading("empty", ORIGIN, 1, _said("An empty section")),
        b.Heading("empty-question", ORIGIN, 2, _said("A question without an answer"), "2.1"),
        b.Heading("another", ORIGIN, 2, _said("And another")),
        b.Paragraph("nothing", ORIGIN, ()),
        b.KeyFigures("no-figures", ORIGIN, ()),
        b.Coverage("no-coverage", ORIGIN, "", ()),
        b.Timeline("no-events", ORIGIN, ()),
        b.Chart("no-points", ORIGIN, "columns", (), (), caption, "Nothing is drawn.", ()),
        b.Cards("no-cards", ORIGIN, ()),
        b.References("no-references", ORIGIN, ()),
    )
    return b.Part("empty", "text", "", blocks)


def _evidence() -> b.Part:
    points = tuple(b.Point(f"{year} {GREEK[:12]}", year - 2000.5, f"over {year}", "earlier") for year in range(2001, 2016))
    chart = b.Chart(
        "line", ORIGIN, "line", points, (b.ReferenceLine(f"Baseline {CYRILLIC}", 3),), b.Caption("Figure 1", _said(ARABIC)), EMOJI, _said(HEBREW)
    )
    bars = b.Chart("bars", ORIGIN, "bars", points[:3], (), b.Caption("Figure 2", _said(LONG_WORD)), GREEK, (cite(1), i.Footnote(22, _NOTE)))
    card = b.EvidenceCard("card", ORIGIN, 1, "entry-city-challenges", _said(LONG_WORD), EMOJI, _said(ARABIC), (b.Fact(LONG_WORD, _said(GREEK)),))
    source = b.RegisterSource("1a", HEBREW, LONG_WORD, LONG_ADDRESS, ("Undated", "SHA-256 0123 4567"))
    entry = b.RegisterEntry(
        "entry-city-challenges",
        ORIGIN,
        1,
        LONG_WORD,
        (GREEK,),
        _said(ARABIC),
        ((i.Text(CYRILLIC), i.Footnote(23, _NOTE)),),
        (b.RegisterClaim("1a", _said(LONG_WORD)),),
        (source,) * 12,
    )
    bare = b.RegisterEntry("entry-h22-city-expo", ORIGIN, 2, "x", (), _said("A bare entry"), (), (), ())
    listed = b.References(
        "references", ORIGIN, (b.Reference("reference-annual-report", "annual-report", 4, LONG_WORD, (i.Link(_said(HEBREW), LONG_ADDRESS),)),)
    )
    heading = b.Heading("evidence", ORIGIN, 1, _said("Evidence"))
    return b.Part("evidence", "register", "Evidence", (heading, chart, bars, b.Cards("cards", ORIGIN, (card,)), entry, bare, listed))
