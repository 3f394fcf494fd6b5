"""QR codes as drawings of lines, sharp at any size."""

from typing import Any

_QUIET = 4


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
