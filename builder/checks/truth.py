"""C4: whether what a dossier says agrees with itself."""

from builder.checks.case import Rule
from builder.checks.languages import different_evidence, different_values
from builder.checks.series import (
    conversions_that_disagree,
    results_before_the_start,
    results_out_of_order,
    statuses_against_dates,
    two_values_for_one_date,
    values_of_another_size,
)
from builder.checks.superlatives import superlative_without_citation
from builder.checks.typed_rules import contradicting_value, repeated_value, superseded_value, unknown_number

RULES: tuple[Rule, ...] = (
    repeated_value,
    contradicting_value,
    unknown_number,
    two_values_for_one_date,
    values_of_another_size,
    results_before_the_start,
    results_out_of_order,
    statuses_against_dates,
    superseded_value,
    conversions_that_disagree,
    superlative_without_citation,
    different_evidence,
    different_values,
)
