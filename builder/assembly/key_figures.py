"""Numbers set large, with what they mean."""

from collections.abc import Sequence

from builder.assembly.draft import Draft
from builder.assembly.fields import written
from builder.assembly.passage import ReferenceProblem
from builder.assembly.quantities import Parts, parts, unit_of
from builder.assembly.values import find_indicator, latest
from builder.document import blocks as b
from builder.reading.nodes import Keys
from builder.reading.response import KeyFigure


def key_figures(draft: Draft, name: str, file: str, keys: Keys, chosen: Sequence[KeyFigure]) -> b.KeyFigures:
    """The figures that a dossier or response chose, each with its text; one that leads nowhere becomes a finding."""
    figures = []
    for n, figure in enumerate(chosen):
        try:
            pieces = _pieces(draft, figure.value)
        except ReferenceProblem as problem:
            draft.report(problem, draft.place(file, *keys, n, "value"))
            continue
        held = (*keys, n, "text")
        text = written(draft, f"{name}.{n + 1}.text", draft.inlines(figure.text, file, held), file, held)
        figures.append(b.KeyFigure(pieces.before, pieces.number, pieces.after, text))
    return b.KeyFigures(name, draft.place(file, *keys), tuple(figures))


def _pieces(draft: Draft, reference: str) -> Parts:
    entry, _, name = reference.partition(".")
    if entry == "applicant":
        population = draft.workspace.dossier.applicant.population
        if population is None:
            raise ReferenceProblem("E304", "the applicant's population is not given", "Add `population:` under `applicant:`.")
        return parts(population, "", draft.wording)
    name, _, date = name.partition("@")
    indicator = find_indicator(draft.workspace, entry, name)
    measured = latest(indicator, date) or (None if date else indicator.target or indicator.baseline)
    if measured is None:
        raise ReferenceProblem("E304", f"`{reference}` has no result", "Add a result to the entry.")
    return parts(measured, unit_of(indicator, draft.wording), draft.wording)
