"""All rules about the evidence."""

from builder.checks import award, characters, coverage, prose_rules, sources, truth
from builder.checks.case import Case, Rule
from builder.findings import Finding

RULES: tuple[Rule, ...] = (*coverage.RULES, *award.RULES, *sources.RULES, *truth.RULES, *prose_rules.RULES, *characters.RULES)


def check(case: Case) -> tuple[Finding, ...]:
    """What all rules find."""
    return tuple(finding for rule in RULES for finding in rule(case))
