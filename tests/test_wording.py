"""Numbers as each language writes them."""

from decimal import Decimal

from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from builder.assembly.syntax import QUOTES
from builder.assembly.wording import Wording

NUMBERS = st.integers(0, 10**18).map(Decimal) | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=2)


@given(NUMBERS, st.sampled_from([*QUOTES, "de-CH", "hi"]))
def test_a_number_is_written_as_babel_writes_it(value: Decimal, language: str) -> None:
    """Whole numbers are grouped without Babel, which must show in nothing; Hindi groups by two."""
    locale = "en_GB" if language == "en" else language.replace("-", "_")
    assert Wording(language, {}).number(value) == format_decimal(value, locale=locale, decimal_quantization=False)
