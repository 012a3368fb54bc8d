"""Pictures: whether they can be read, and how large they are."""

import warnings
from pathlib import Path

from builder.findings import Finding, Location

MOST_PIXELS = 50_000_000


def picture_size(file: Path, location: Location) -> tuple[int, int] | Finding:
    """Width and height in pixels of a PNG or JPEG that can be read to its end, or what is wrong with it."""
    from PIL import Image, ImageFile  # noqa: PLC0415 - only where there are pictures

    # WeasyPrint, once imported, has Pillow accept pictures that end too soon; here they are what is looked for.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(file, formats=("PNG", "JPEG")) as picture:
                width, height = picture.size
                if width * height > MOST_PIXELS:
                    message = f"the picture has {width:,} × {height:,} pixels, more than {MOST_PIXELS // 1_000_000} million"
                    return Finding("E126", message, location, hint="Make it smaller; 3,000 pixels across are plenty for a page.")
                picture.draft("L", (1, 1))
                picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return Finding("E126", "the picture cannot be read", location, hint="Save it again as PNG or JPEG.")
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    return width, height
