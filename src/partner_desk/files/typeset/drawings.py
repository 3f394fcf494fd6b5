"""Pictures as drawings (SVG), which are text: what typst is handed besides files must be."""

from base64 import b64encode
from io import BytesIO
from typing import Any

_QUIET = 4


MOST_IN_A_CODE = 600
"""Bytes; a code that says more is too fine for the telephones of families."""


def code_picture(content: str) -> bytes:
    """An SVG drawing of the QR code of ``content``, its white margin included."""
    import zxingcpp

    made = zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    picture: Any = made.to_image(scale=1, add_quiet_zones=False)
    height, width = picture.shape
    flat = bytes(memoryview(picture))
    dark = "".join(
        f"M{x + _QUIET} {y + _QUIET}h1v1h-1z"
        for y in range(height)
        for x in range(width)
        if flat[y * width + x] == 0
    )
    side = width + 2 * _QUIET
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'shape-rendering="crispEdges"><rect width="{side}" height="{side}" fill="#fff"/>'
        f'<path d="{dark}" fill="#000"/></svg>'
    ).encode("ascii")


def in_drawing(picture: bytes) -> bytes | None:
    """A drawing that holds a PNG or JPEG picture as it is; None where it is neither."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(picture), formats=("PNG", "JPEG")) as opened:
            (width, height), kind = opened.size, str(opened.format).lower()
    except UnidentifiedImageError:
        return None
    data = b64encode(picture).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}"><image width="{width}" height="{height}" '
        f'href="data:image/{kind};base64,{data}"/></svg>'
    ).encode("ascii")
