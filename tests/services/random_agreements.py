"""Agreements of random texts in many languages, for the tests of packets; seeded."""

import json
import random
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PIL import Image

from partner_desk.model.agreements import (
    Agreement,
    AgreementSchool,
    AgreementService,
    Clause,
    Exhibit,
    FinancialResponsibility,
    Outcome,
    RoutingStep,
    Signatory,
)
from partner_desk.model.choices import Choice
from partner_desk.model.contacts import Contact
from partner_desk.model.dates import Date
from partner_desk.model.fields import Field, Record
from partner_desk.model.history import Operation
from partner_desk.model.numbers import Integer, Money, Number
from partner_desk.model.office import OFFICE_ID, Attachment, Office
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership, School
from partner_desk.model.values import Flag, InvalidValue, Reference, Text
from partner_desk.store.store import Store

R = TypeVar("R", bound=Record)


def words(data_folder: Path) -> list[str]:
    """Names of languages and places in 17 languages, and strings that break programs."""
    texts: list[str] = []
    for file in sorted((data_folder / "text-i18n" / "cldr").glob("*.languages.json")):
        (content,) = json.loads(file.read_text(encoding="utf-8"))["main"].values()
        texts += list(content["localeDisplayNames"]["languages"].values())[:120]
    hostile = data_folder / "text-naughty-strings" / "blns.json"
    if not (texts and hostile.is_file()):
        pytest.skip(f"no texts of many languages in {data_folder}")
    strings: list[str] = json.loads(hostile.read_text(encoding="utf-8"))
    return texts + strings * 3


class Maker:
    """Makes records whose every field is random, as far as the field takes it."""

    def __init__(self, seed: int, texts: Sequence[str]) -> None:
        self.random = random.Random(seed)
        self._texts = texts

    def text(self, most: int = 4) -> str:
        """A few random texts behind each other."""
        chosen = self.random.choices(self._texts, k=self.random.randint(1, most))
        return " ".join(chosen)

    def record(self, entity: type[R], **given: Any) -> R:
        """A record with random values in all fields that are not ``given``."""
        values = {name: self._value(each) for name, each in entity.declarations.items()
                  if name not in given and not each.internal}
        return entity(**{**values, **given})

    def _value(self, declared: Field) -> Any:
        for _ in range(20):
            try:
                return declared.type.check(self._candidate(declared))
            except InvalidValue:
                continue
        return declared.default

    def _candidate(self, declared: Field) -> Any:
        chance = self.random
        match declared.type:
            case Reference():
                return None
            case Choice(options=options):
                return chance.choice(options).value
            case Flag():
                return chance.random() < 0.5
            case Integer():
                return chance.choice((None, 0, 7, chance.randint(0, 10**6)))
            case Money() | Number():
                cents = chance.choice((0, 1, 99, chance.randint(0, 10**12)))
                return chance.choice((None, Decimal(cents) / 100))
            case Date():
                day = date(2026, 1, 1) + timedelta(days=chance.randint(0, 3000))
                return chance.choice((None, day, day))
            case Text(lines=True):
                return "\n".join(self.text(15) for _ in range(chance.randint(0, 3)))
            case Text():
                return chance.choice(("", self.text(), self.text(), self.text(12)))
        return declared.default


def picture(place: int) -> bytes:
    """A small picture that is another one for each place."""
    out = BytesIO()
    Image.new("RGB", (300 + place, 200), (place % 255, 120, 90)).save(out, "JPEG")
    return out.getvalue()


def make(store: Store, seed: int, texts: Sequence[str]) -> Agreement:
    """One random agreement with all its parts in ``store``."""
    maker = Maker(seed, texts)
    chance = maker.random
    partner = maker.record(Organization)
    partnership = maker.record(Partnership, organization_id=partner.id)
    schools = [maker.record(School) for _ in range(chance.randint(0, 3))]
    agreement = maker.record(
        Agreement, partnership_id=partnership.id, number=f"2026-{seed:04d}", title=maker.text()
    )
    own = {"agreement_id": agreement.id}
    parts: list[Record] = [partner, partnership, *schools, agreement]
    if chance.random() < 0.5:
        parts.append(maker.record(Contact, organization_id=partner.id))
    parts += [maker.record(AgreementSchool, school_id=each.id, **own) for each in schools]
    of_school: tuple[type[Record], ...] = (AgreementService, Outcome, FinancialResponsibility)
    for entity in of_school:
        parts += [
            maker.record(entity, position=place, **own,
                         school_id=chance.choice([None, *(each.id for each in schools)]))
            for place in range(1, chance.randint(1, 6))
        ]
    others: tuple[type[Record], ...] = (Clause, Signatory, RoutingStep)
    for entity in others:
        parts += [maker.record(entity, position=place, **own)
                  for place in range(1, chance.randint(1, 6))]
    with store.writing(Operation("test.agreement")) as work:
        parts += _exhibits(maker, schools, agreement, work.keep_blob(picture(seed)))
        work.add_many(parts)
        if work.get(Office, OFFICE_ID) is None:
            work.add(Office(id=OFFICE_ID, name="Office", district="Riverside <b>&\" Schools"))
    return agreement


def _exhibits(
    maker: Maker, schools: Sequence[School], agreement: Agreement, sha256: str
) -> list[Record]:
    found: list[Record] = []
    for place in range(1, maker.random.randint(1, 5)):
        exhibit = maker.record(Exhibit, agreement_id=agreement.id, position=place)
        if exhibit.source == "school" and schools:
            exhibit.school_id = maker.random.choice(schools).id
        if exhibit.source == "file":
            attachment = Attachment(
                agreement_id=agreement.id, name=maker.text(), media_type="", sha256=sha256
            )
            exhibit.attachment_id = attachment.id
            found.append(attachment)
        found.append(exhibit)
        found += [maker.record(Clause, exhibit_id=exhibit.id, position=number)
                  for number in range(1, maker.random.randint(1, 4))]
    return found
