"""Pictures made as coarse as print allows: a photograph of sixteen million pixels says no more on paper than one of two million."""

from io import BytesIO

DOTS = 300
"""Dots per inch that a printed picture needs; finer ones are made coarser."""
_POINTS_PER_INCH = 72
_QUALITY = 85
"""Of a JPEG that is written anew."""


def coarser(data: bytes, width: float) -> bytes:
    """The picture for so many points of width: as it is, or with fewer pixels. Equal pictures give equal bytes."""
    from PIL import Image  # noqa: PLC0415 - heavy, and wanted only where there are pictures

    with Image.open(BytesIO(data)) as image:
        wanted = round(width / _POINTS_PER_INCH * DOTS)
        if image.width <= wanted:
            return data
        form, kept = image.format, {"exif": image.info["exif"]} if "exif" in image.info else {}
        whole = image.convert("RGBA") if image.mode == "P" else image  # colours of a palette cannot be mixed
        small = whole.resize((wanted, max(1, round(image.height * wanted / image.width))), Image.Resampling.LANCZOS)
    made = BytesIO()
    small.save(made, form, **kept, **({"quality": _QUALITY} if form == "JPEG" else {"optimize": True}))
    return made.getvalue()
