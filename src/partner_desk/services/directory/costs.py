"""What a resource costs, from the words of people who wrote it down."""

from decimal import Decimal

from partner_desk.model.queries import After, AllOf, Among, AnyOf, Condition, Filter, Holds, Not

_FIELD = "fees_description"
_FREE_BEGINS = ("none", "n/a")
_FREE_WORDS = ("free", "no cost", "no fee", "no charge", "without charge", "donation", "gratis",
               "gratuit", "sin costo")
_FEE_WORDS = ("$", "%", "fee", "sliding", "scale", "insurance", "medicaid", "medicare",
              "medical assistance", "pay", "cost", "charge", "tuition", "cuota", "seguro")


def of_cost(cost: str) -> list[Filter]:
    """The filters for one of COSTS; none for "".

    Free is what says so, although somebody may have to pay: "None if eligible". What says neither
    ("See notes") is not known.
    """
    free = AnyOf((
        *(Holds(_FIELD, each, begins=True) for each in _FREE_BEGINS),
        *(Holds(_FIELD, each) for each in _FREE_WORDS),
        Among("id", "cost_option", "service_id", (Condition("amount", Decimal()),)),
    ))
    asked = Among("id", "cost_option", "service_id", (After("amount", Decimal("0.01")),))
    fee = AnyOf((
        asked, AllOf((Not(free), AnyOf(tuple(Holds(_FIELD, each) for each in _FEE_WORDS)))),
    ))
    wanted: dict[str, list[Filter]] = {
        "free": [free], "fee": [fee], "unknown": [Not(free), Not(fee)],
    }
    return wanted.get(cost, [])
