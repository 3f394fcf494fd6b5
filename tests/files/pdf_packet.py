"""A packet of our own writing with everything the printer can print, for the PDF tests."""

from io import BytesIO

from PIL import Image as Picture
from PIL import ImageDraw

from partner_desk.files.pdf.document import (
    Align,
    Clause,
    Clauses,
    Column,
    Document,
    Heading,
    KeyValues,
    Letterhead,
    Note,
    Paragraph,
    Part,
    SignatureBlock,
    Signatures,
    Stamp,
    Table,
    Tick,
    TickList,
    Voice,
)

NAMES = {
    "Spanish": "Fundación Niñez y Corazón, Peñalolén",
    "Vietnamese": "Nguyễn Thị Phượng, Trường Tiểu học Đống Đa",
    "Khmer": "ខ្ញុំចូលចិត្តសាលារៀន ព្រះរាជាណាចក្រកម្ពុជា",
    "Lao": "ສະບາຍດີ ຂ້ອຍຮັກໂຮງຮຽນ ນ້ຳໃຈ",
    "Thai": "โรงเรียนน้ำใจ ที่นี่",
    "Hindi": "हिन्दी विद्यालय",
    "Burmese": "မြန်မာ ကျောင်း",
    "Greek": "Σχολείο Ελπίδα",
    "Russian": "Школа «Надежда» имени Щукина",
    "Portuguese": "Associação São João",
    "French": "Œuvre de l’Été, garçons et filles",
    "Somali": "Iskuulka Xasan Maxamed",
    "Cape Verdean": "Skóla di Tarrafal",
    "Swahili": "Shule ya Matumaini",
    "markup": '<b>&" </para> <font size=90> &amp; {0} %s',
    "formula": "=1+1",
}
ARABIC = "مدرسة السلام"
HEBREW = "שלום עולם"

TERMS = (
    "The Partner shall deliver the services named in Division One at the schools and in the weeks "
    "agreed there, with staff who have passed the background check that the District requires. "
    "A session that is missed for want of staff is offered again within the same month. "
    "The Partner tells the school no later than noon of the day before when a session cannot be "
    "held, and keeps a list of those who attended."
)


def logo() -> bytes:
    """A small PNG with a transparent ground."""
    image = Picture.new("RGBA", (240, 240), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((10, 10, 230, 230), fill=(18, 84, 105, 255))
    draw.polygon([(120, 50), (190, 180), (50, 180)], fill=(255, 255, 255, 255))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def signature(party: str, name: str = "Rosa Iglesias", title: str = "Director") -> SignatureBlock:
    return SignatureBlock(party, name, title, "Signature", "Name", "Title", "Date")


def services(count: int) -> Table:
    columns = (
        Column("Service", 3),
        Column("Schools", 3),
        Column("Sessions", 1, Align.RIGHT),
        Column("Amount", 1.4, Align.RIGHT),
    )
    rows = tuple(
        (f"Homework club, group {i + 1}", "Pawtuxet Village, Oak Street", "24", f"$ {i + 1},200.00")
        for i in range(count)
    )
    totals = ("Total", "", str(24 * count), "$ 91,230.00")
    return Table(columns, rows, totals, caption="Division One: services")


def packet(service_count: int = 34) -> Document:
    """Cover sheet, agreement, partners' names in many scripts, signature page."""
    cover = Part(
        "Cover and routing sheet",
        (
            Letterhead(
                "Office of Partnerships, Riverside Schools",
                ("100 Main Street, Riverside", "401-555-0100 · partners@riverside.example"),
                logo(),
            ),
            Heading("Partnership agreement", 1),
            Paragraph("Riverside Youth Arts and the Riverside School District", Voice.LEAD),
            KeyValues(
                (
                    ("Agreement", "PA-2026-014"),
                    ("Partner", NAMES["Spanish"]),
                    ("Term", "September 1, 2026 to June 30, 2027"),
                    ("Contact", f"{NAMES['Vietnamese']}\n401-555-0199"),
                    ("Known as", f"{ARABIC} / {NAMES['Khmer']}"),
                )
            ),
            Heading("Before it goes out", 2),
            TickList(
                (
                    Tick("Insurance certificate is on file", True, "valid to March 31, 2027"),
                    Tick("Background checks are confirmed", True),
                    Tick("The principal has agreed to the room and the hours"),
                )
            ),
            Note("Return both signed copies to the office by August 15.", "To the partner"),
        ),
        running_header=False,
    )
    clauses = Clauses(
        tuple(
            Clause(f"{i}.", title, f"{TERMS} {TERMS}")
            for i, title in enumerate(
                ("Purpose", "Services", "Conduct", "Records and privacy", "Insurance", "Ending"), 1
            )
        )
    )
    agreement = Part(
        "Agreement",
        (
            Heading("Agreement", 1),
            Paragraph(TERMS),
            clauses,
            Heading("Divisions", 2),
            services(service_count),
            Table(
                (Column("Outcome", 2), Column("Measure", 2)),
                (),
                empty_note="No outcomes are agreed yet.",
                caption="Division Two: outcomes",
            ),
        ),
    )
    names = Part(
        "Names",
        (
            Heading("Names in many scripts", 2),
            KeyValues(tuple(NAMES.items())),
            Table(
                (Column("Language"), Column("Name", 3)),
                (("Arabic", ARABIC), ("Hebrew", HEBREW), ("Mixed", f"Contact: {ARABIC} (Oak St)")),
            ),
            Paragraph(f"{ARABIC} 2026 ({ARABIC}) {ARABIC}."),
        ),
    )
    signing = Part(
        "Signatures",
        (
            Heading("Signatures", 1),
            Paragraph("Signed by those who may bind the parties."),
            Signatures(
                (
                    signature("Riverside School District"),
                    signature("Fundación Niñez y Corazón de Peñalolén, Incorporated", "", ""),
                    signature(NAMES["Khmer"], NAMES["Lao"], NAMES["Vietnamese"]),
                    signature('<b>&" & Sons'),
                )
            ),
        ),
    )
    return Document(
        title="Partnership agreement PA-2026-014",
        language="en",
        author="Office of Partnerships",
        parts=(cover, agreement, names, signing),
        stamp=Stamp("PA-2026-014", "Revision 2", "Page {0} of {1}", "Draft, not for signature"),
        office="Office of Partnerships, Riverside Schools",
        logo=logo(),
    )
