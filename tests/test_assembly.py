"""A workspace becomes documents: numbering, values, languages, and what a template may do."""

from decimal import Decimal
from pathlib import Path

import pytest

from builder.assembly.assemble import assemble
from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.walk import every_inline, ids
from builder.document.words import block_texts, plain
from builder.findings import DossierError, Finding
from builder.reading.workspace import Workspace, read_workspace
from tests.small_workspace import FILES, small_workspace

NBSP = "\u00a0"
GOLDEN = Path(__file__).parent / "golden"
FAIR, RESPONSE = "evidence/openness/fair.yaml", "evidence/openness/response.yaml"


def workspace(folder: Path, **changes: str | None) -> Workspace:
    reading = read_workspace(small_workspace(folder, **changes))
    assert reading.workspace is not None, reading.findings
    return reading.workspace


def answered(text: str) -> dict[str, str | None]:
    """The workspace with this text as its only answer."""
    lines = "".join(f"      {line}\n" for line in text.splitlines())
    return {
        "evidence/openness/response.yaml": f"answers:\n  tests:\n    text: |\n{lines}gaps: {{reach: Not counted.}}\n",
        "evidence/openness/response.sv.yaml": None,
    }


def values(folder: Path, reference: str, language: str = "en") -> str:
    """What a value prints as in an answer."""
    application = assemble(workspace(folder, **answered(f"{{{reference}}}")), language).documents[0]
    found = [
        inline.text for part in application.parts if part.kind == "response" for inline in every_inline(part.blocks[1]) if isinstance(inline, i.Value)
    ]
    assert len(found) == 1
    return found[0]


def findings(folder: Path, text: str) -> list[Finding]:
    return list(dict.fromkeys(assemble(workspace(folder, **answered(text)), "en").findings))


def outline(documents: tuple[b.Document, ...]) -> str:
    """The block tree as text that people can read."""
    lines = []
    for document in documents:
        lines.append(f"# {document.id} [{document.language}] {document.title}")
        for part in document.parts:
            lines += ["", f"== {part.kind}: {part.title}"]
            for block in part.blocks:
                lines.append(f"{type(block).__name__} {block.id} <{block.origin.path}:{block.origin.line}>")
                lines += [f"    {piece}".replace(NBSP, "~") for piece in block_texts(block) if piece]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_small_workspace_becomes_these_blocks(tmp_path: Path, language: str) -> None:
    """The whole tree as text; a `~` stands for a space that does not break."""
    golden = (GOLDEN / f"small.{language}.txt").read_text(encoding="utf-8")
    assert outline(assemble(workspace(tmp_path), language).documents) == golden


@pytest.mark.parametrize(
    ("reference", "english", "swedish"),
    [
        (
            "fair.visits",
            f"about{NBSP}1,000,000 visits (July{NBSP}2022, preliminary)",
            f"omkring{NBSP}1{NBSP}000{NBSP}000 visits (juli{NBSP}2022, preliminärt)",
        ),
        ("fair.visits:short", f"about{NBSP}1,000,000 visits", f"omkring{NBSP}1{NBSP}000{NBSP}000 visits"),
        ("fair.visits:number", "1,000,000", f"1{NBSP}000{NBSP}000"),
        ("fair.visits:baseline", "250,000 visits (2019)", f"250{NBSP}000 visits (2019)"),
        ("fair.visits:target", "500,000 visits (2022)", f"500{NBSP}000 visits (2022)"),
        ("fair.visits:of-target", "twice the target of 500,000 visits", f"dubbla målet 500{NBSP}000 visits"),
        ("fair.visits:change", "+300% since 2019", f"+300{NBSP}% sedan 2019"),
        ("fair.visits@2022:number", "1,000,000", f"1{NBSP}000{NBSP}000"),
        ("applicant.population:short", "51,306", f"51{NBSP}306"),
    ],
)
def test_a_value_is_typeset_for_the_language(tmp_path: Path, reference: str, english: str, swedish: str) -> None:
    """Numbers, dates, precision and comparison follow the language of the document."""
    (tmp_path / "en").mkdir()
    (tmp_path / "sv").mkdir()
    assert values(tmp_path / "en", reference) == english
    swedish_unit = swedish.replace("visits", "besök")
    assert values(tmp_path / "sv", reference, "sv") == swedish_unit


def test_round_sums_of_money_are_said_in_millions_and_others_to_the_last_digit(tmp_path: Path) -> None:
    """SEK 250 million, but SEK 9,082,570; Swedish puts the currency behind."""
    entry = """\
title: Money
supports: openness
summary: Money.
indicators:
  round: {name: Round, unit: SEK, results: [{date: 2020, value: 250000000, source: s}]}
  exact: {name: Exact, unit: SEK, results: [{date: 2020, value: 9082570, source: s}]}
sources:
  s: {title: Budget, publisher: City}
"""
    changes = {**answered("{money.round:short} {money.exact:short}"), "evidence/openness/money.yaml": entry}
    read = workspace(tmp_path, **changes)
    said = {
        language: [
            x.text
            for part in assemble(read, language).documents[0].parts
            for block in part.blocks
            for x in every_inline(block)
            if isinstance(x, i.Value)
        ]
        for language in ("en", "sv")
    }
    assert said["en"][-2:] == [f"SEK{NBSP}250{NBSP}million", f"SEK{NBSP}9,082,570"]
    assert said["sv"][-2:] == [f"250{NBSP}miljoner kronor", f"9{NBSP}082{NBSP}570 kronor"]


def test_citations_are_numbered_in_order_of_appearance_through_all_documents(tmp_path: Path) -> None:
    """The register takes over the numbers of the application; entries that are not cited follow."""
    other = FILES["evidence/openness/fair.yaml"].replace("The fair", "Another")
    read = workspace(tmp_path, **{"evidence/openness/another.yaml": other, **answered("Once [@fair]. Again [@fair].")})
    application, register = assemble(read, "en").documents
    marks = [m for part in application.parts for block in part.blocks for x in every_inline(block) if isinstance(x, i.Citation) for m in x.marks]
    assert {(mark.number, mark.entry, mark.target) for mark in marks} == {(1, "fair", "source.fair")}
    entries = [block for part in register.parts for block in part.blocks if isinstance(block, b.RegisterEntry)]
    assert [(entry.number, entry.entry) for entry in entries] == [(1, "fair"), (2, "another")]


def test_every_internal_link_leads_to_a_block(tmp_path: Path) -> None:
    """Citations, cards, contents and cross-references name ids that exist, and ids are unique."""
    for document in assemble(workspace(tmp_path), "en").documents:
        known = list(ids(document))
        assert len(known) == len(set(known))
        targets = [row.target for part in document.parts for block in part.blocks if isinstance(block, b.Contents) for row in block.rows]
        for part in document.parts:
            for block in part.blocks:
                inlines = list(every_inline(block))
                targets += [mark.target for x in inlines if isinstance(x, i.Citation) for mark in x.marks]
                targets += [x.target for x in inlines if isinstance(x, i.CrossReference)]
        assert set(targets) <= set(known)
        assert targets or document.id != "application"


def test_a_missing_translation_prints_the_first_language_marked_as_such(tmp_path: Path) -> None:
    """Words in another language than the document's say which language they are in."""
    read = workspace(tmp_path, **{"evidence/openness/response.sv.yaml": None})
    application = assemble(read, "sv").documents[0]
    marked = [x for part in application.parts for block in part.blocks for x in every_inline(block) if isinstance(x, i.InLanguage)]
    assert {x.language for x in marked} == {"en"}
    assert any("The fair drew" in piece for part in application.parts for block in part.blocks for piece in block_texts(block))


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("It drew {fair.vists}.", "E304", 4, 15),
        ("It drew {fiar.visits}.", "E304", 4, 15),
        ("It drew {fair.visits:shrt}.", "E304", 4, 15),
        ("It drew {fair.visits@2019}.", "E304", 4, 15),
        ("It drew [@fiar].", "E303", 4, 16),
        ("It drew [@fair#strets].", "E303", 4, 16),
        ("It drew {nothing}.", "E306", 4, 15),
    ],
)
def test_a_wrong_reference_is_found_where_it_stands(tmp_path: Path, text: str, code: str, line: int, column: int) -> None:
    """With file, line and column in the YAML file, and a way out."""
    (finding,) = findings(tmp_path, text)
    assert (finding.code, finding.location.path) == (code, "evidence/openness/response.yaml")
    assert (finding.location.line, finding.location.column) == (line, column)
    assert finding.hint


def test_each_source_leads_back_to_the_sections_that_cite_it(tmp_path: Path) -> None:
    """By their numbers, which are links in the application; the register, a file of its own, says the numbers."""
    entry = FILES["evidence/openness/fair.yaml"].replace("The fair", "The market", 1)
    changes: dict[str, str | None] = {
        "evidence/openness/market.yaml": entry,
        "evidence/openness/response.yaml": "summary: It is open. [@market]\nanswers:\n  reach: Words [@fair]. Words again [@market, @fair].\n",
        "evidence/openness/response.sv.yaml": None,
    }
    application, register = assemble(workspace(tmp_path, **changes), "en").documents
    (sources,) = [block for part in application.parts for block in part.blocks if isinstance(block, b.References)]
    led = {one.entry: [(link.text, link.target) for link in one.children if isinstance(link, i.CrossReference)] for one in sources.references}
    assert led == {"market": [("1", "openness"), ("1.2", "openness.reach")], "fair": [("1.2", "openness.reach")]}
    entries = [block for part in register.parts for block in part.blocks if isinstance(block, b.RegisterEntry)]
    assert {one.entry: one.meta[-1] for one in entries} == {"market": "Cited in 1, 1.2.", "fair": "Cited in 1.2."}


def test_names_are_listed_as_words_without_signs_of_markup(tmp_path: Path) -> None:
    """In the contents, under sources, in charts and in the timeline; a value is said, and what is cited stays where the name is written."""
    words = {FAIR: FILES[FAIR].replace("title: The fair", r"title: The *open* fair\*").replace("name: Visits", "name: Visits of **all** kinds")}
    response = FILES[RESPONSE].replace("headline: The street is", "headline: With {fair.visits} [@fair], the *street* is")
    application, register = assemble(workspace(tmp_path, **words, **{RESPONSE: response}), "en").documents
    blocks = [block for document in (application, register) for part in document.parts for block in part.blocks]
    titles = [row.title for block in blocks if isinstance(block, b.Contents) for row in block.rows]
    assert f"With about{NBSP}1,000,000 visits (July{NBSP}2022, preliminary), the street is the test bed" in titles
    assert {row.title for block in blocks if isinstance(block, b.References) for row in block.references} == {"The open fair*"}
    assert {point for block in blocks if isinstance(block, b.Chart) for point in (block.alt,) if "of all kinds" in point}
    assert not [text for block in blocks if isinstance(block, b.Chart) for text in block_texts(block) if "**" in text]


def test_near_misses_are_named(tmp_path: Path) -> None:
    """A slip of the finger costs one look."""
    (finding,) = findings(tmp_path, "It drew {fair.vists}.")
    assert finding.message == "unknown indicator of `fair` `vists`; did you mean `visits`?"


def test_a_confidential_entry_can_be_neither_cited_nor_shown(tmp_path: Path) -> None:
    """What must not become public does not reach any document."""
    secret = FILES["evidence/openness/fair.yaml"].replace("The fair", "Secret deal") + "confidential: true\n"
    changes = {**answered("Words {secret.visits} [@secret]"), "evidence/openness/secret.yaml": secret}
    assembled = assemble(workspace(tmp_path, **changes), "en")
    assert {finding.code for finding in assembled.findings} == {"E307"}
    said = [piece for document in assembled.documents for part in document.parts for block in part.blocks for piece in block_texts(block)]
    assert not any("Secret deal" in piece for piece in said)


HIDDEN = """\
title: SECRET deal
supports: openness.tests
summary: SECRET summary.
indicators:
  sum: {name: SECRET sum, results: [{date: 2022, value: 7654321, source: memo}]}
milestones: [{date: 2022, text: SECRET day}]
sources:
  memo: {title: SECRET memo, publisher: SECRET office}
confidential: true
"""
PARTLY_HIDDEN = """\
title: The market
supports: openness.tests
summary: The market is open.
claims:
  said: {text: It is open on Sundays., sources: [memo]}
  kept: {text: SECRET claim., sources: [memo], confidential: true}
indicators:
  stalls: {name: Stalls, results: [{date: 2021, value: 10, source: memo}, {date: 2022, value: 20, source: memo}]}
sources:
  memo: {title: SECRET memo, publisher: SECRET office, confidential: true}
"""


def test_nothing_confidential_reaches_a_document(tmp_path: Path) -> None:
    """Wherever a dossier names a confidential entry, claim or source, its words stay out; and what names it outright is an error."""
    dossier = "cover: {series: deal.sum}\nglance:\n  key_figures: [{value: deal.sum, text: people}]\n  timeline: {entries: [deal]}\n"
    answer = (
        "answers:\n  tests:\n    text: Words [@deal; @paper] {deal.sum} {market.stalls}\n    figures: market.stalls\n    evidence: [market, deal]\n"
    )
    changes: dict[str, str | None] = {
        "evidence/openness/deal.yaml": HIDDEN,
        "evidence/openness/market.yaml": PARTLY_HIDDEN,
        "evidence/sources.yaml": "paper: {title: SECRET paper, confidential: true}\n",
        "dossier.yaml": FILES["dossier.yaml"] + dossier,
        "evidence/openness/response.yaml": answer,
        "evidence/openness/response.sv.yaml": None,
    }
    assembled = assemble(workspace(tmp_path, **changes), "en")
    named = ["cover", "key figure", "timeline", "cited entry", "cited source", "value", "card"]
    assert [finding.code for finding in dict.fromkeys(assembled.findings)] == ["E307" for _ in named]
    said = repr([block for document in assembled.documents for part in document.parts for block in part.blocks])
    assert "It is open on Sundays." in said
    assert "Stalls" in said
    assert "SECRET" not in said
    assert "7,654,321" not in said


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{{ part('text', 'x') }}\n\n{{ nothing }}\n", 3),
        ("{{ part('text', 'x') }}\n{% if %}\n", 2),
        ("{{ part('text', 'x') }}\n\n\n{{ 1 / 0 }}\n", 4),
        ("{{ ''.__class__.__mro__ }}\n", 1),
        ("{{ part('text', 'x') }}\n{{ how_to_read() | upper }}\n", 2),
    ],
)
def test_a_template_that_fails_is_a_finding_with_its_line(tmp_path: Path, template: str, line: int) -> None:
    """A template is data: what it may not do, or gets wrong, is told like any other slip."""
    read = workspace(tmp_path, **{"templates/application.md.j2": template})
    with pytest.raises(DossierError) as caught:
        assemble(read, "en")
    (finding,) = caught.value.findings
    assert (finding.code, str(finding.location)) == ("E301", f"templates/application.md.j2:{line}:1")
    assert finding.location.excerpt == template.splitlines()[line - 1]


def test_a_workspace_template_stands_before_the_built_in_one(tmp_path: Path) -> None:
    """Markdown in a template becomes blocks, and values in it are escaped."""
    template = "{{ part('text', 'Own') }}\n\n# Own *page*\n\n{{ '*not emphasis* [@x]' }}\n"
    application = assemble(workspace(tmp_path, **{"templates/application.md.j2": template}), "en").documents[0]
    heading, paragraph = application.parts[0].blocks
    assert list(block_texts(heading)) == ["", "Own page"]
    assert list(block_texts(paragraph)) == ["*not emphasis* [@x]"]


def test_a_chart_shows_baseline_result_and_target(tmp_path: Path) -> None:
    """The baseline is earlier, the last result the latest, the target only outlined; the alternative text says them all."""
    application = assemble(workspace(tmp_path), "en").documents[0]
    (chart,) = [block for part in application.parts for block in part.blocks if isinstance(block, b.Chart)]
    assert [(point.value, point.standing) for point in chart.points] == [(250000.0, "earlier"), (1000000.0, "latest"), (500000.0, "target")]
    rose = f"Visits rose from 250,000 to about{NBSP}1,000,000 visits"
    assert chart.alt == f"Column chart. {rose}: 2019: 250,000; July{NBSP}2022, preliminary: about{NBSP}1,000,000; Target 2022: 500,000."


def drawn(tmp_path: Path, figures: str, **indicators: str) -> b.Chart:
    """The one chart of an answer that shows these indicators of an entry."""
    entry = "title: Homes\nsupports: openness.tests\nsummary: People live there.\nclaims:\n  built: {text: They were built., sources: [page]}\n"
    entry += "sources:\n  page: {title: Page, publisher: City}\nindicators:\n" + "".join(f"  {name}: {text}\n" for name, text in indicators.items())
    response = f"answers:\n  tests:\n    text: Words.\n    figures:\n      - {figures}\n"
    changes: dict[str, str | None] = {"evidence/openness/homes.yaml": entry, "evidence/openness/response.yaml": response}
    changes["evidence/openness/response.sv.yaml"] = None
    application = assemble(workspace(tmp_path, **changes), "en").documents[0]
    (chart,) = [block for part in application.parts for block in part.blocks if isinstance(block, b.Chart)]
    return chart


def test_a_series_says_how_it_changed_and_how_near_its_target_it_came(tmp_path: Path) -> None:
    """In words, for those who do not see the drawing; twice is said only of exact numbers."""
    exact = "{name: Visits, baseline: {value: 100, date: 2019}, target: {value: 200, date: 2022}, results: [{date: 2022, value: 400}]}"
    assert drawn(tmp_path / "exact", "homes.visits", visits=exact).alt.startswith(
        "Column chart. Visits rose from 100 to 400, twice the target of 200: "
    )
    rough = exact.replace("value: 400", "value: 400, precision: about")
    assert drawn(tmp_path / "rough", "homes.visits", visits=rough).alt.startswith(f"Column chart. Visits rose from 100 to about{NBSP}400: ")
    fell = "{name: Waste, results: [{date: 2020, value: 9}, {date: 2022, value: 3}]}"
    assert drawn(tmp_path / "fell", "homes.waste", waste=fell).alt.startswith("Column chart. Waste fell from 9 to 3: ")


def test_results_with_targets_are_drawn_as_progress(tmp_path: Path) -> None:
    """The caption counts the targets that are reached, less being better where the entry says so."""
    homes = "{name: Homes, target: {value: 200, date: 2030}, results: [{date: 2022, value: 50}]}"
    waste = "{name: Waste, direction: down, target: {value: 10, date: 2025}, results: [{date: 2022, value: 9}]}"
    both = drawn(tmp_path / "both", "[homes.homes, homes.waste]", homes=homes, waste=waste)
    assert (both.kind, plain(both.caption.title)) == ("progress", "1 of 2 targets reached")
    assert both.alt == "Progress chart. Homes: 2022: 50; Target 2030: 200; Waste: 2022: 9; Target 2025: 10."
    one = drawn(tmp_path / "one", "homes.homes", homes=homes)
    assert (one.kind, plain(one.caption.title)) == ("progress", "Homes: 50, target 200")


def test_the_register_opens_with_what_ran_when(tmp_path: Path) -> None:
    """The earliest first, from three entries on; confidential ones are left out, and the alternative text says each."""
    entry = (
        "title: {}\nsupports: openness.tests\nsummary: Words.\nclaims: {{c: {{text: Words., sources: [page]}}}}\nsources: {{page: {{title: Page}}}}\n"
    )
    changes: dict[str, str | None] = {
        "evidence/openness/lab.yaml": entry.format("Lab") + "period: {start: 2019, end: 2021-06}\nstatus: completed\n",
        "evidence/openness/quay.yaml": entry.format("Quay") + "period: {start: 2020-03}\nstatus: ongoing\n",
        "evidence/openness/secret.yaml": entry.format("Secret") + "period: {start: 2018}\nconfidential: true\n",
    }
    _, register = assemble(workspace(tmp_path, **changes), "en").documents
    (chart,) = [block for part in register.parts for block in part.blocks if isinstance(block, b.Chart)]
    assert [(span.label, span.text, span.standing) for span in chart.spans] == [
        ("Lab", f"2019–Jun{NBSP}2021", "completed"),
        ("Quay", f"since Mar{NBSP}2020", "ongoing"),
        ("The fair", f"30{NBSP}May–3{NBSP}Jul{NBSP}2022", "completed"),
    ]
    assert chart.alt.startswith(f"Timeline. Lab: 2019–Jun{NBSP}2021, completed; Quay: since Mar{NBSP}2020, ongoing; The fair: ")
    assert plain(chart.caption.title) == "3 initiatives and events, 1 of them ongoing"


def test_several_series_are_drawn_side_by_side(tmp_path: Path) -> None:
    """Each in a panel of its own; a single value among them makes them bars."""
    series = "{name: Homes, results: [{date: 2020, value: 5}, {date: 2022, value: 50}]}"
    single = "{name: Streets, results: [{date: 2022, value: 50}]}"
    chart = drawn(tmp_path / "series", "[homes.homes, homes.more]", homes=series, more=series.replace("Homes", "More"))
    assert (chart.kind, [panel.title for panel in chart.panels]) == ("multiples", ["Homes", "More"])
    assert plain(chart.caption.title) == "Homes rose from 5 to 50; More rose from 5 to 50"
    assert drawn(tmp_path / "bars", "[homes.homes, homes.streets]", homes=series, streets=single).kind == "bars"


def test_values_are_exact() -> None:
    """No binary fraction comes between the file and the page."""
    from builder.assembly.wording import Wording  # noqa: PLC0415

    assert Wording("en", {}).number(Decimal("9.08")) == "9.08"
    assert Wording("sv", {}).number(Decimal("9.08")) == "9,08"
