"""L: finished files, whoever made them."""

from builder.codes.code import Code

FINISHED = {
    "L100": Code("A file that cannot be measured", "It is no PDF or Word file, or it is encrypted, damaged or far too large."),
    "L101": Code("A page of another size", "Awards ask for a size of page because it makes page limits fair."),
    "L102": Code(
        "Text too near the edge",
        "Measured from the glyphs that are painted, page numbers apart where tags tell them. The file is measured, not a setting.",
    ),
    "L103": Code("Running text too small", "Measured on the glyphs: the size in which most of the running text is painted."),
    "L104": Code("Type too small to read", "Notes and tables have a smallest size as well; a few raised numbers do not count."),
    "L105": Code("A font is not embedded", "On another machine another font takes its place, and lines and pages break elsewhere."),
    "L106": Code("A file that is too large", "Portals refuse files above a certain size, often without saying so."),
    "L110": Code("A PDF without tags", "Without tags a screen reader has no order, headings or tables; public bodies must do better."),
    "L111": Code("A file without its language", "Screen readers pronounce the text by it, and hyphenation follows it."),
    "L112": Code("A file without a title", "Readers show the title in place of the file's name."),
    "L113": Code("A placeholder left over", "An instruction to the writer, or what Word prints where a reference is lost."),
    "L114": Code("A link that no reader can follow", "It leads to somebody's own machine, or nowhere."),
    "L115": Code("Comments or changes left in the file", "The jury would read what the office said among itself."),
    "L116": Code("An empty page", "It counts against the limit and looks like a mistake."),
    "L117": Code("A figure without a description", "Those who cannot see it learn nothing of it."),
}
