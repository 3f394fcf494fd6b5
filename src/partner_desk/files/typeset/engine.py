"""A description to PDF bytes by typst: tagged, with its language and title (PDF/UA-1)."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from partner_desk.files.pdf.breaking import printable
from partner_desk.files.pdf.fonts import FAMILIES
from partner_desk.files.pdf.render import Pdf
from partner_desk.files.resources import resource_dir
from partner_desk.files.typeset.description import Typeset
from partner_desk.files.typeset.encoding import Encoder
from partner_desk.files.typeset.glyphs import Glyphs, glyphs_for
from partner_desk.files.typeset.link_names import link_names, name_links

T = TypeVar("T")

_MADE_AT = 946_684_800
"""The moment every file says it was made, in seconds: the same description, the same bytes."""


def render(document: Typeset) -> Pdf:
    """Set a paper. The same description gives the same bytes with the same fonts.

    Characters no font has are named in the result's ``warnings`` and print as a replacement.
    """
    files, glyphs = _files(document)
    data = _with_fonts(glyphs, lambda fonts: _compiled(files, fonts))
    data, pages = _packed(data, link_names(document))
    return Pdf(data, pages, hashlib.sha256(data).hexdigest(), glyphs.missing)


def told(document: Typeset, mark: str) -> list[Any]:
    """What the templates tell of a paper under a mark, in the order of its pages."""
    import typst

    files, glyphs = _files(document)
    values: list[Any] = json.loads(_with_fonts(glyphs, lambda fonts: typst.query(
        files, f"<{mark}>", field="value", font_paths=fonts, ignore_system_fonts=True,
        sys_inputs={"families": json.dumps(_families(fonts))},
    )))
    return values


def _files(document: Typeset) -> tuple[dict[str, bytes], Glyphs]:
    """Our templates with the values of a paper, and what its characters need."""
    glyphs = glyphs_for(_texts(document))
    encoder = Encoder(document.languages, glyphs.drawn)
    values = json.dumps(encoder.document(document), ensure_ascii=False).encode()
    # User text is in data.json only; what typst reads as markup are our own templates.
    sources = {each.name: each.read_bytes() for each in resource_dir("typeset").glob("*.typ")}
    main = sources.pop("main.typ")
    return {"main.typ": main, **sources, "data.json": values, **encoder.files}, glyphs


def _with_fonts(glyphs: Glyphs, work: Callable[[Any], T]) -> T:
    if not glyphs.files:
        return work(_own_fonts())
    # typst takes folders of fonts only, and the computer's own hold hundreds of others.
    with TemporaryDirectory(prefix="partner-desk-fonts-") as folder:
        for each in glyphs.files:
            shutil.copyfile(each, Path(folder) / each.name)
        return work(_opened(str(resource_dir("fonts")), folder))


def _compiled(files: dict[str, bytes], fonts: Any) -> bytes:
    import typst

    compiled: Any = typst.compile(
        files,
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"families": json.dumps(_families(fonts))},
        pdf_standards=["ua-1"],
        pdf_tags=True,
        timestamp=_MADE_AT,
    )
    return bytes(compiled)


@cache
def _own_fonts() -> Any:
    return _opened(str(resource_dir("fonts")))


def _opened(*folders: str) -> Any:
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders)
    )


def _families(fonts: Any) -> list[str]:
    return [*FAMILIES, *sorted(set(fonts.families()) - set(FAMILIES))]


def _packed(data: bytes, names: dict[str, str]) -> tuple[bytes, int]:
    """The file in a third of the room, its tags compressed, and how many pages it has.

    Links get their ``names``.
    """
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        name_links(pdf, names)
        generate = pikepdf.ObjectStreamMode.generate
        pdf.save(out, object_stream_mode=generate, deterministic_id=True)
        return out.getvalue(), len(pdf.pages)


def _texts(value: Any) -> Iterator[str]:
    """Every text of a description."""
    if isinstance(value, str):
        yield printable(value).replace("\n", " ")
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _texts(each)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _texts(getattr(value, name))
