"""C4: whether what a dossier says agrees with itself."""

from builder.codes.code import Code

_EXPO = "# evidence/experimenting/expo.yaml\n"
_ANSWER = "# evidence/experimenting/response.yaml\nanswers:\n  test-bed: "
_VISITS = _EXPO + (
    "indicators:\n  visits:\n    name: Visits to the expo\n    unit: visits\n    results:\n      - {date: 2021, value: 40000}\n"
    "      - {date: 2022, value: 52000}\n"
)
_TWO_LANGUAGES = "# evidence/experimenting/response.sv.yaml\nanswers:\n  test-bed: "


def _results(*results: str, more: str = "", unit: str = "visits") -> str:
    """An entry with an indicator and these results."""
    lines = "".join(f"      - {result}\n" for result in results)
    return f"{_EXPO}{more}indicators:\n  visits:\n    name: Visits to the expo\n    unit: {unit}\n    results:\n{lines}"


TRUTH = {
    "C401": Code(
        "A typed number that an indicator holds",
        "A number that is typed twice is changed once. Written as `{entry.indicator}` it comes from its entry, with its unit and date, in every"
        " language, and a juror can follow it to its source.",
        _VISITS + _ANSWER + "The expo drew 52,000 visits. [@expo]\n",
        _VISITS + _ANSWER + "The expo drew {expo.visits:short}. [@expo]\n",
    ),
    "C402": Code(
        "A typed number that contradicts the evidence",
        "Jurors compare figures. The text says one number, and the entry it cites holds another for the same unit: one of them is wrong or old.",
        _VISITS + _ANSWER + "The expo drew 50,000 visits. [@expo]\n",
        _VISITS + _ANSWER + "The expo drew {expo.visits:short}. [@expo]\n",
    ),
    "C403": Code(
        "A typed number that no entry holds",
        "Nobody can follow such a number to a source. Years, dates, ordinals, page numbers, names with digits and quoted words do not count; any"
        " other number that is no evidence is written with the reason why it may be typed.",
        _VISITS + _ANSWER + "It was open until 21 hours on all days. [@expo]\n",
        _VISITS + _ANSWER + "It was open until {=21: opening hours} hours on all days. [@expo]\n",
    ),
    "C404": Code(
        "Two values for one date",
        "The same indicator has two values for the same date, in one entry or in two. An indicator counts as the same when its name, of three"
        " words or more, and its unit are the same; shorter names, such as “Participants”, are compared only within their entry.",
        _results("{date: 2022, value: 52000}", "{date: 2022, value: 50000}"),
        _results("{date: 2021, value: 50000}", "{date: 2022, value: 52000}"),
    ),
    "C405": Code(
        "Values of another size",
        "Values of one indicator that differ by a factor of a thousand and more, or a fraction beside percentages, were hardly written in the"
        " same unit.",
        _results("{date: 2021, value: 0.34}", "{date: 2022, value: 52}", unit="percent"),
        _results("{date: 2021, value: 34}", "{date: 2022, value: 52}", unit="percent"),
    ),
    "C406": Code(
        "A result from before the start",
        "What was measured before something began is its baseline, not its result.",
        _results("{date: 2019, value: 400}", more="period: {start: 2021}\n"),
        _results("{date: 2022, value: 400}", more="period: {start: 2021}\n"),
    ),
    "C407": Code(
        "Results out of order",
        "Results stand in order of time, oldest first, as people read them and charts draw them.",
        _results("{date: 2022, value: 500}", "{date: 2021, value: 400}"),
        _results("{date: 2021, value: 400}", "{date: 2022, value: 500}"),
    ),
    "C408": Code(
        "A status that the dates contradict",
        "What is completed does not end in the future, and what has begun is no longer planned. “Today” is `as_of` of dossier.yaml.",
        _EXPO + "status: planned\nperiod: {start: 2019}\n",
        _EXPO + "status: ongoing\nperiod: {start: 2019}\n",
    ),
    "C410": Code(
        "A superseded value",
        "The text prints the result of a certain date, though a newer one is known and not mentioned. A juror who finds the newer one wonders why.",
        _VISITS + _ANSWER + "The expo drew {expo.visits@2021:short}. [@expo]\n",
        _VISITS + _ANSWER + "The expo drew {expo.visits@2021:short}, and then {expo.visits:short}. [@expo]\n",
    ),
    "C411": Code(
        "Conversions that disagree",
        "Where amounts are given in two currencies, they imply a rate of exchange. Rates more than 15 % apart mean that one of the amounts is wrong,"
        " or that its date is missing.",
        _EXPO + "indicators:\n"
        "  grant:\n    name: Grant\n    unit: SEK\n    results: [{date: 2022, value: 1000000}]\n"
        "    also_published: [{value: 100000, unit: EUR, why: converted}]\n"
        "  budget:\n    name: Budget\n    unit: SEK\n    results: [{date: 2022, value: 1000000}]\n"
        "    also_published: [{value: 140000, unit: EUR, why: converted}]\n",
        _EXPO + "indicators:\n"
        "  grant:\n    name: Grant\n    unit: SEK\n    results: [{date: 2022, value: 1000000}]\n"
        "    also_published: [{value: 100000, unit: EUR, why: converted}]\n"
        "  budget:\n    name: Budget\n    unit: SEK\n    results: [{date: 2022, value: 2000000}]\n"
        "    also_published: [{value: 200000, unit: EUR, why: converted}]\n",
    ),
    "C412": Code(
        "“First”, “best” or “only” without a citation",
        "Somebody in the jury knows another city that was earlier. A claim about the rest of the world needs its proof beside it.",
        _ANSWER + "It was Sweden's first fair of its kind in the open.\n",
        _ANSWER + "It was Sweden's first fair of its kind in the open. [@expo]\n",
    ),
    "C413": Code(
        "Languages that cite different evidence",
        "The languages of a dossier say the same. Where one of them cites more, either it claims more or the other one lost its proof.",
        _ANSWER + "The city was open to all who came. [@expo]\n" + _TWO_LANGUAGES + "Staden var öppen för alla som kom.\n",
        _ANSWER + "The city was open to all who came. [@expo]\n" + _TWO_LANGUAGES + "Staden var öppen för alla som kom. [@expo]\n",
    ),
    "C414": Code(
        "Languages that use different values",
        "Both languages print the same values; the forms, such as `:short`, may differ as the grammar wants.",
        _VISITS + _ANSWER + "The expo drew {expo.visits}. [@expo]\n" + _TWO_LANGUAGES + "Mässan drog {expo.visits@2021}. [@expo]\n",
        _VISITS + _ANSWER + "The expo drew {expo.visits}. [@expo]\n" + _TWO_LANGUAGES + "Mässan drog {expo.visits:short}. [@expo]\n",
    ),
}
