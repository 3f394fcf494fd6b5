"""Agreements that come home."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Move an office forward to this schema."""
    op.create_table(
        "library_clause",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column(
            "sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("heading", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("heading_es", sa.Text(), server_default="", nullable=False),
        sa.Column("text_es", sa.Text(), server_default="", nullable=False),
        sa.Column("notes", sa.Text(), server_default="", nullable=False),
        sa.Column("key", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_library_clause")),
        sa.UniqueConstraint("id", name=op.f("uq_library_clause_id")),
    )
    with op.batch_alter_table("library_clause", schema=None) as batch_op:
        batch_op.create_index(
            "ix_library_clause_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )

    op.create_table(
        "paper_kind",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column(
            "sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("about", sa.Text(), server_default="partner", nullable=False),
        sa.Column("valid_months", sa.BigInteger(), nullable=True),
        sa.Column("insurance", sa.Integer(), server_default="0", nullable=False),
        sa.Column("in_use", sa.Integer(), server_default="1", nullable=False),
        sa.Column("notes", sa.Text(), server_default="", nullable=False),
        sa.Column("key", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_paper_kind")),
        sa.UniqueConstraint("id", name=op.f("uq_paper_kind_id")),
    )
    with op.batch_alter_table("paper_kind", schema=None) as batch_op:
        batch_op.create_index(
            "ix_paper_kind_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )

    op.create_table(
        "signing_authority",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column(
            "sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("instrument", sa.Text(), server_default="", nullable=False),
        sa.Column("up_to", sa.BigInteger(), nullable=True),
        sa.Column("begins_on", sa.Text(), nullable=True),
        sa.Column("ends_on", sa.Text(), nullable=True),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_signing_authority")),
        sa.UniqueConstraint("id", name=op.f("uq_signing_authority_id")),
    )
    with op.batch_alter_table("signing_authority", schema=None) as batch_op:
        batch_op.create_index(
            "ix_signing_authority_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )

    op.create_table(
        "template",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column(
            "sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("instrument", sa.Text(), server_default="other", nullable=False),
        sa.Column("description", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("purpose", sa.Text(), server_default="", nullable=False),
        sa.Column("name_es", sa.Text(), server_default="", nullable=False),
        sa.Column("description_es", sa.Text(), server_default="", nullable=False),
        sa.Column("title_es", sa.Text(), server_default="", nullable=False),
        sa.Column("purpose_es", sa.Text(), server_default="", nullable=False),
        sa.Column("key", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_template")),
        sa.UniqueConstraint("id", name=op.f("uq_template_id")),
    )
    with op.batch_alter_table("template", schema=None) as batch_op:
        batch_op.create_index(
            "ix_template_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )

    op.create_table(
        "paper_requirement",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column(
            "sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("paper_kind_id", sa.String(length=36), nullable=True),
        sa.Column("instrument", sa.Text(), server_default="", nullable=False),
        sa.Column("coverage", sa.Text(), server_default="", nullable=False),
        sa.Column("per_occurrence", sa.BigInteger(), nullable=True),
        sa.Column("aggregate", sa.BigInteger(), nullable=True),
        sa.Column("endorsement", sa.Integer(), server_default="0", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["paper_kind_id"],
            ["paper_kind.id"],
            name=op.f("fk_paper_requirement_paper_kind_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_paper_requirement")),
        sa.UniqueConstraint("id", name=op.f("uq_paper_requirement_id")),
    )
    with op.batch_alter_table("paper_requirement", schema=None) as batch_op:
        batch_op.create_index("ix_paper_requirement_paper_kind_id", ["paper_kind_id"], unique=False)
        batch_op.create_index(
            "ix_paper_requirement_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )

    op.create_table(
        "template_clause",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column(
            "sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("template_id", sa.String(length=36), nullable=True),
        sa.Column("library_clause_id", sa.String(length=36), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("position", sa.BigInteger(), server_default="0", nullable=True),
        sa.ForeignKeyConstraint(
            ["library_clause_id"],
            ["library_clause.id"],
            name=op.f("fk_template_clause_library_clause_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["template_id"],
            ["template.id"],
            name=op.f("fk_template_clause_template_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_template_clause")),
        sa.UniqueConstraint("id", name=op.f("uq_template_clause_id")),
    )
    with op.batch_alter_table("template_clause", schema=None) as batch_op:
        batch_op.create_index(
            "ix_template_clause_library_clause_id", ["library_clause_id"], unique=False
        )
        batch_op.create_index(
            "ix_template_clause_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )
        batch_op.create_index("ix_template_clause_template_id", ["template_id"], unique=False)

    op.create_table(
        "paper_decision",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column(
            "sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("agreement_id", sa.String(length=36), nullable=True),
        sa.Column("paper_kind_id", sa.String(length=36), nullable=True),
        sa.Column("decision", sa.Text(), server_default="required", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_paper_decision_agreement_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["paper_kind_id"],
            ["paper_kind.id"],
            name=op.f("fk_paper_decision_paper_kind_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_paper_decision")),
        sa.UniqueConstraint("id", name=op.f("uq_paper_decision_id")),
    )
    with op.batch_alter_table("paper_decision", schema=None) as batch_op:
        batch_op.create_index("ix_paper_decision_agreement_id", ["agreement_id"], unique=False)
        batch_op.create_index("ix_paper_decision_paper_kind_id", ["paper_kind_id"], unique=False)
        batch_op.create_index(
            "ix_paper_decision_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )

    op.create_table(
        "revision",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column(
            "sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("agreement_id", sa.String(length=36), nullable=True),
        sa.Column("number", sa.BigInteger(), server_default="1", nullable=True),
        sa.Column("frozen_on", sa.Text(), nullable=True),
        sa.Column("paper_language", sa.Text(), server_default="en", nullable=False),
        sa.Column("pages", sa.BigInteger(), server_default="0", nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("sha256", sa.Text(), server_default="", nullable=False),
        sa.Column("content", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_revision_agreement_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_revision")),
        sa.UniqueConstraint("id", name=op.f("uq_revision_id")),
    )
    with op.batch_alter_table("revision", schema=None) as batch_op:
        batch_op.create_index("ix_revision_agreement_id", ["agreement_id"], unique=False)
        batch_op.create_index(
            "ix_revision_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )

    op.create_table(
        "routing_step",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column(
            "sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("agreement_id", sa.String(length=36), nullable=True),
        sa.Column("holder", sa.Text(), server_default="", nullable=False),
        sa.Column("task", sa.Text(), server_default="sign", nullable=False),
        sa.Column("reached_on", sa.Text(), nullable=True),
        sa.Column("done_on", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("position", sa.BigInteger(), server_default="0", nullable=True),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_routing_step_agreement_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_routing_step")),
        sa.UniqueConstraint("id", name=op.f("uq_routing_step_id")),
    )
    with op.batch_alter_table("routing_step", schema=None) as batch_op:
        batch_op.create_index("ix_routing_step_agreement_id", ["agreement_id"], unique=False)
        batch_op.create_index(
            "ix_routing_step_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )

    op.create_table(
        "exhibit",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column(
            "sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("agreement_id", sa.String(length=36), nullable=True),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="clauses", nullable=False),
        sa.Column("school_id", sa.String(length=36), nullable=True),
        sa.Column("attachment_id", sa.String(length=36), nullable=True),
        sa.Column("title_translated", sa.Text(), server_default="", nullable=False),
        sa.Column("template", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("position", sa.BigInteger(), server_default="0", nullable=True),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_exhibit_agreement_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["attachment_id"],
            ["attachment.id"],
            name=op.f("fk_exhibit_attachment_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_exhibit_school_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_exhibit")),
        sa.UniqueConstraint("id", name=op.f("uq_exhibit_id")),
    )
    with op.batch_alter_table("exhibit", schema=None) as batch_op:
        batch_op.create_index("ix_exhibit_agreement_id", ["agreement_id"], unique=False)
        batch_op.create_index("ix_exhibit_attachment_id", ["attachment_id"], unique=False)
        batch_op.create_index("ix_exhibit_school_id", ["school_id"], unique=False)
        batch_op.create_index("ix_exhibit_sort_key", ["sort_key", "id", "deleted_at"], unique=False)

    op.create_table(
        "filed_page",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column(
            "sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("revision_id", sa.String(length=36), nullable=True),
        sa.Column("page", sa.BigInteger(), server_default="1", nullable=True),
        sa.Column("attachment_id", sa.String(length=36), nullable=True),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attachment_id"],
            ["attachment.id"],
            name=op.f("fk_filed_page_attachment_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["revision.id"],
            name=op.f("fk_filed_page_revision_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_filed_page")),
        sa.UniqueConstraint("id", name=op.f("uq_filed_page_id")),
    )
    with op.batch_alter_table("filed_page", schema=None) as batch_op:
        batch_op.create_index("ix_filed_page_attachment_id", ["attachment_id"], unique=False)
        batch_op.create_index("ix_filed_page_revision_id", ["revision_id"], unique=False)
        batch_op.create_index(
            "ix_filed_page_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )

    op.create_table(
        "paper",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column(
            "sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("organization_id", sa.String(length=36), nullable=True),
        sa.Column("agreement_id", sa.String(length=36), nullable=True),
        sa.Column("paper_kind_id", sa.String(length=36), nullable=True),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("issued_on", sa.Text(), nullable=True),
        sa.Column("expires_on", sa.Text(), nullable=True),
        sa.Column("received_on", sa.Text(), nullable=True),
        sa.Column("verified_on", sa.Text(), nullable=True),
        sa.Column("verified_by", sa.Text(), server_default="", nullable=False),
        sa.Column("insured_name", sa.Text(), server_default="", nullable=False),
        sa.Column("producer", sa.Text(), server_default="", nullable=False),
        sa.Column("attachment_id", sa.String(length=36), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_paper_agreement_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["attachment_id"],
            ["attachment.id"],
            name=op.f("fk_paper_attachment_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_paper_organization_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["paper_kind_id"],
            ["paper_kind.id"],
            name=op.f("fk_paper_paper_kind_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_paper")),
        sa.UniqueConstraint("id", name=op.f("uq_paper_id")),
    )
    with op.batch_alter_table("paper", schema=None) as batch_op:
        batch_op.create_index("ix_paper_agreement_id", ["agreement_id"], unique=False)
        batch_op.create_index("ix_paper_attachment_id", ["attachment_id"], unique=False)
        batch_op.create_index("ix_paper_organization_id", ["organization_id"], unique=False)
        batch_op.create_index("ix_paper_paper_kind_id", ["paper_kind_id"], unique=False)
        batch_op.create_index("ix_paper_sort_key", ["sort_key", "id", "deleted_at"], unique=False)

    op.create_table(
        "coverage",
        sa.Column(
            "row",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column(
            "sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("paper_id", sa.String(length=36), nullable=True),
        sa.Column("coverage", sa.Text(), server_default="", nullable=False),
        sa.Column("carrier", sa.Text(), server_default="", nullable=False),
        sa.Column("policy", sa.Text(), server_default="", nullable=False),
        sa.Column("per_occurrence", sa.BigInteger(), nullable=True),
        sa.Column("aggregate", sa.BigInteger(), nullable=True),
        sa.Column("begins_on", sa.Text(), nullable=True),
        sa.Column("expires_on", sa.Text(), nullable=True),
        sa.Column("additional_insured", sa.Integer(), server_default="0", nullable=False),
        sa.Column("endorsement", sa.Integer(), server_default="0", nullable=False),
        sa.Column("waiver", sa.Integer(), server_default="0", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["paper_id"],
            ["paper.id"],
            name=op.f("fk_coverage_paper_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_coverage")),
        sa.UniqueConstraint("id", name=op.f("uq_coverage_id")),
    )
    with op.batch_alter_table("coverage", schema=None) as batch_op:
        batch_op.create_index("ix_coverage_paper_id", ["paper_id"], unique=False)
        batch_op.create_index(
            "ix_coverage_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )

    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("instrument", sa.Text(), server_default="memorandum", nullable=False)
        )
        batch_op.add_column(
            sa.Column("paper_language", sa.Text(), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("amends_id", sa.String(length=36), nullable=True))
        batch_op.add_column(sa.Column("renews_id", sa.String(length=36), nullable=True))
        batch_op.add_column(
            sa.Column("title_translated", sa.Text(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("purpose_translated", sa.Text(), server_default="", nullable=False)
        )
        batch_op.create_index("ix_agreement_amends_id", ["amends_id"], unique=False)
        batch_op.create_index(
            "ix_agreement_instrument", ["instrument", "sort_key", "id", "deleted_at"], unique=False
        )
        batch_op.create_index("ix_agreement_renews_id", ["renews_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_agreement_renews_id"),
            "agreement",
            ["renews_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_agreement_amends_id"),
            "agreement",
            ["amends_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )
        # Which revision an agreement is at follows from what was sent out.
        batch_op.drop_column("revision")
    # Until now the template alone told what kind of agreement it was.
    op.execute("UPDATE agreement SET instrument = template WHERE template = 'service_agreement'")
    op.execute("UPDATE agreement SET instrument = 'other' WHERE template = 'data_sharing'")

    with op.batch_alter_table("agreement_school", schema=None) as batch_op:
        batch_op.add_column(sa.Column("contact", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("times", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("space", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("grades", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("participants", sa.BigInteger(), nullable=True))

    with op.batch_alter_table("agreement_service", schema=None) as batch_op:
        batch_op.add_column(sa.Column("school_id", sa.String(length=36), nullable=True))
        batch_op.add_column(
            sa.Column("description_translated", sa.Text(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("place_translated", sa.Text(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("frequency_translated", sa.Text(), server_default="", nullable=False)
        )
        batch_op.create_index("ix_agreement_service_school_id", ["school_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_agreement_service_school_id"),
            "school",
            ["school_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )

    with op.batch_alter_table("clause", schema=None) as batch_op:
        batch_op.add_column(sa.Column("exhibit_id", sa.String(length=36), nullable=True))
        batch_op.add_column(
            sa.Column("heading_translated", sa.Text(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("text_translated", sa.Text(), server_default="", nullable=False)
        )
        batch_op.create_index("ix_clause_exhibit_id", ["exhibit_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_clause_exhibit_id"),
            "exhibit",
            ["exhibit_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )

    with op.batch_alter_table("financial_responsibility", schema=None) as batch_op:
        batch_op.add_column(sa.Column("school_id", sa.String(length=36), nullable=True))
        batch_op.add_column(
            sa.Column("item_translated", sa.Text(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("schedule_translated", sa.Text(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("funding_source_translated", sa.Text(), server_default="", nullable=False)
        )
        batch_op.create_index("ix_financial_responsibility_school_id", ["school_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_financial_responsibility_school_id"),
            "school",
            ["school_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )

    with op.batch_alter_table("office", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("reminder_days", sa.Text(), server_default="90, 60, 30, 7", nullable=False)
        )
        batch_op.add_column(
            sa.Column("chase_days", sa.BigInteger(), server_default="7", nullable=True)
        )

    with op.batch_alter_table("outcome", schema=None) as batch_op:
        batch_op.add_column(sa.Column("school_id", sa.String(length=36), nullable=True))
        batch_op.add_column(
            sa.Column("statement_translated", sa.Text(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("indicator_translated", sa.Text(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("method_translated", sa.Text(), server_default="", nullable=False)
        )
        batch_op.create_index("ix_outcome_school_id", ["school_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_outcome_school_id"),
            "school",
            ["school_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )

    with op.batch_alter_table("signatory", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("title_translated", sa.Text(), server_default="", nullable=False)
        )
