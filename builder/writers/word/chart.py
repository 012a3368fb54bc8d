"""Charts as Word's own: drawn by Word from the data beside them, which whoever opens the file can change (ECMA-376-1, 21.2).

Columns, bars and lines have an equal in Word. Kinds that have none, and bars held against a line, stay pictures.
"""

from collections.abc import Iterator, Sequence

from builder.document import blocks as b
from builder.document.words import plain
from builder.reading.theme import Theme
from builder.writers.plotting import PAPER
from builder.writers.word.fonts import word_family
from builder.writers.word.markup import DECLARATION, R, escaped, hexadecimal, quoted
from builder.writers.word.workbook import SHEET, categories_of

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_DATA = "data"
"""The relationship that leads to the workbook."""
_CATEGORIES, _VALUES = 1, 2
"""Ids of the two axes."""
_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_NOTHING = f"<c:spPr><a:noFill/>{_NO_LINE}</c:spPr>"
_SHOW = "".join(f'<c:{name} val="{{}}"/>' for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"))
_HIDDEN = _SHOW.format(0, 0, 0, 0, 0, 0)
_SHOWN = _SHOW.format(0, 1, 0, 0, 0, 0)


def is_native(chart: b.Chart) -> bool:
    """Whether Word has an equal for the chart."""
    match chart.kind:
        case "columns" | "line":
            return len(chart.points) > 1 or (bool(chart.points) and not chart.lines)
        case "bars":
            return bool(chart.points) and not chart.lines
        case _:
            return False


def chart_part(chart: b.Chart, theme: Theme) -> bytes:
    """The part that Word draws the chart from; the workbook with the same data is its relationship `data`."""
    horizontal = chart.kind == "bars"
    plots = "".join(_plots(chart, theme))
    axes = _category_axis(theme, horizontal=horizontal) + _value_axis(chart, horizontal=horizontal)
    markup = (
        f'{DECLARATION}<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{R}"><c:date1904 val="0"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{plots}{axes}{_NOTHING}</c:plotArea>'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{_NOTHING}{_type(theme, theme.colours.ink, theme.sizes.body.points)}'
        f'<c:externalData r:id="{_DATA}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return markup.encode()


def _plots(chart: b.Chart, theme: Theme) -> Iterator[str]:
    axes = f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/>'
    name = plain(chart.caption.title)
    if chart.kind == "line":
        series = _series(0, name, _line_of_points(chart, theme), chart)
        yield f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{axes}</c:lineChart>'
    else:
        direction = "bar" if chart.kind == "bars" else "col"
        series = _series(0, name, _bars(chart, theme), chart)
        kind = f'<c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        yield f'<c:barChart>{kind}{series}<c:gapWidth val="60"/>{axes}</c:barChart>'
    for number, line in enumerate(chart.lines, 1):
        dashed = _stroke(theme.colours.ink, 0.75, dashed=True)
        label = _label(len(chart.points), line.label, theme.colours.soft, "t", theme, theme.sizes.small.points, bold=False)
        shape = f'<c:spPr>{dashed}</c:spPr><c:marker><c:symbol val="none"/></c:marker><c:dLbls>{label}{_HIDDEN}</c:dLbls>'
        series = _series(number, line.label, shape, chart)
        yield f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{axes}</c:lineChart>'


def _series(number: int, name: str, shape: str, chart: b.Chart) -> str:
    """A column of the workbook: its name, its looks, the categories and its values; lines go on over an empty place, where their names stand."""
    column = chr(ord("B") + number)
    count = len(categories_of(chart))
    values = [point.value for point in chart.points] if number == 0 else [chart.lines[number - 1].value] * count
    title = f"<c:tx>{_strings(f'${column}$1', [name])}</c:tx>"
    categories = f"<c:cat>{_strings(f'$A$2:$A${count + 1}', categories_of(chart))}</c:cat>"
    numbers = "".join(f'<c:pt idx="{index}"><c:v>{value:.12g}</c:v></c:pt>' for index, value in enumerate(values))
    cache = f'<c:formatCode>General</c:formatCode><c:ptCount val="{count}"/>{numbers}'
    held = f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${count + 1}</c:f><c:numCache>{cache}</c:numCache></c:numRef></c:val>"
    smooth = '<c:smooth val="0"/>' if number or chart.kind == "line" else ""
    return f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{title}{shape}{categories}{held}{smooth}</c:ser>'


def _strings(place: str, words: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{index}"><c:v>{escaped(word)}</c:v></c:pt>' for index, word in enumerate(words))
    return f'<c:strRef><c:f>{SHEET}!{place}</c:f><c:strCache><c:ptCount val="{len(words)}"/>{points}</c:strCache></c:strRef>'


def _bars(chart: b.Chart, theme: Theme) -> str:
    """Each column in the colour of its standing, under its value as printed."""
    points = "".join(
        f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>{_area(point, theme)}</c:spPr></c:dPt>'
        for index, point in enumerate(chart.points)
    )
    labels = "".join(
        _label(index, point.text, _value_colour(point, theme), "outEnd", theme, theme.sizes.body.points) for index, point in enumerate(chart.points)
    )
    return f'<c:spPr>{_fill(theme.colours.mid)}</c:spPr><c:invertIfNegative val="0"/>{points}<c:dLbls>{labels}{_SHOWN}</c:dLbls>'


def _line_of_points(chart: b.Chart, theme: Theme) -> str:
    """A line with a mark at each point; the first, the latest and the last say their values."""
    colours = theme.colours
    marks = "".join(
        f'<c:dPt><c:idx val="{index}"/><c:marker><c:symbol val="square"/><c:size val="6"/><c:spPr>{_area(point, theme)}</c:spPr></c:marker>'
        f'<c:bubble3D val="0"/><c:spPr>{_fill_of(point, theme)}{_stroke(colours.mid, 1.5)}</c:spPr></c:dPt>'
        for index, point in enumerate(chart.points)
    )
    said = {0, len(chart.points) - 1, *(index for index, point in enumerate(chart.points) if point.standing == "latest")}
    labels = "".join(
        _label(index, chart.points[index].text, _value_colour(chart.points[index], theme), "t", theme, theme.sizes.body.points)
        for index in sorted(said)
    )
    return (
        f'<c:spPr>{_stroke(colours.mid, 1.5)}</c:spPr><c:marker><c:symbol val="square"/><c:size val="6"/></c:marker>{marks}'
        f"<c:dLbls>{labels}{_HIDDEN}</c:dLbls>"
    )


def _area(point: b.Point, theme: Theme) -> str:
    """The latest in the accent, earlier ones in grey, a target in outline."""
    return _fill_of(point, theme) + (_stroke(theme.colours.accent, 1) if point.standing == "target" else _NO_LINE)


def _fill_of(point: b.Point, theme: Theme) -> str:
    return _fill({"latest": theme.colours.accent, "earlier": theme.colours.mid, "target": PAPER}[point.standing])


def _value_colour(point: b.Point, theme: Theme) -> str:
    return theme.colours.ink if point.standing == "earlier" else theme.colours.accent


def _label(index: int, words: str, colour: str, position: str, theme: Theme, size: float, *, bold: bool = True) -> str:
    """The words at a point, instead of the bare number."""
    face = _face("rPr", theme, colour, size, bold=bold)
    usual = _face("defRPr", theme, colour, size, bold=bold)
    said = f"<a:p><a:pPr>{usual}</a:pPr><a:r>{face}<a:t>{escaped(words)}</a:t></a:r></a:p>"
    rich = f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>{said}</c:rich></c:tx>'
    looks = _NOTHING + _type(theme, colour, size, bold=bold)
    return f'<c:dLbl><c:idx val="{index}"/><c:layout/>{rich}{looks}<c:dLblPos val="{position}"/>{_SHOWN}</c:dLbl>'


def _category_axis(theme: Theme, *, horizontal: bool) -> str:
    order, side = ("maxMin", "l") if horizontal else ("minMax", "b")
    looks = f"<c:spPr>{_stroke(theme.colours.ink, 0.6)}</c:spPr>"
    colour, size = (theme.colours.ink, theme.sizes.body.points) if horizontal else (theme.colours.soft, theme.sizes.small.points)
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/><c:axPos val="{side}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{looks}{_type(theme, colour, size)}<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: b.Chart, *, horizontal: bool) -> str:
    """Not drawn, since each value is printed; it begins at zero."""
    lowest = min(0.0, *(point.value for point in chart.points), *(line.value for line in chart.lines))
    least = '<c:min val="0"/>' if lowest >= 0 else ""
    side = "t" if horizontal else "l"
    return (
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>{least}</c:scaling><c:delete val="1"/><c:axPos val="{side}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:crossAx val="{_CATEGORIES}"/><c:crosses val="autoZero"/></c:valAx>'
    )


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{hexadecimal(colour)}"/></a:solidFill>'


def _stroke(colour: str, points: float, *, dashed: bool = False) -> str:
    dash = '<a:prstDash val="sysDash"/>' if dashed else ""
    return f'<a:ln w="{round(points * 12700)}">{_fill(colour)}{dash}</a:ln>'


def _type(theme: Theme, colour: str, size: float, *, bold: bool = False) -> str:
    face = _face("defRPr", theme, colour, size, bold=bold)
    return f'<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr>{face}</a:pPr><a:endParaRPr lang="en"/></a:p></c:txPr>'


def _face(name: str, theme: Theme, colour: str, size: float, *, bold: bool) -> str:
    family = quoted(word_family(theme.fonts.sans))
    return f'<a:{name} sz="{round(size * 100)}" b="{int(bold)}">{_fill(colour)}<a:latin typeface="{family}"/></a:{name}>'
