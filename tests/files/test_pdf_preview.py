"""Pictures of printed pages."""

from io import BytesIO

import pytest
from PIL import Image

from partner_desk.files.pdf.preview import Preview
from partner_desk.files.pdf.render import render
from tests.files.pdf_packet import packet


def test_pages_have_pictures() -> None:
    pdf = render(packet(3))
    with Preview(pdf.data) as preview:
        assert preview.pages == pdf.pages
        assert preview.size(0) == (612, 792)
        picture = preview.image(0, 1.5)
        assert (picture.width, picture.height) == (918, 1188)
        assert len(picture.rgba) == 4 * 918 * 1188
        assert picture.rgba[:4] == b"\xff\xff\xff\xff"
        png = Image.open(BytesIO(preview.png(0, 1.5)))
        assert png.size == (918, 1188)
        # The logo is blue-green: red, green, blue come in this order.
        same = Image.frombytes("RGBA", (918, 1188), picture.rgba).convert("RGB")
        assert same.tobytes() == png.convert("RGB").tobytes()
        corner = same.crop((90, 60, 200, 200))
        least = [band.getextrema()[0] for band in corner.split()]
        assert least == pytest.approx([18, 84, 105], abs=3)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(ValueError, match="."):
        Preview(b"not a PDF")
