"""A directory people trust."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Move an office forward to this schema."""
    op.create_table(
        "import_map",
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
        sa.Column("shape", sa.Text(), server_default="", nullable=False),
        sa.Column("settings", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_import_map")),
        sa.UniqueConstraint("id", name=op.f("uq_import_map_id")),
    )
    with op.batch_alter_table("import_map", schema=None) as batch_op:
        batch_op.create_index(
            "ix_import_map_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )

    op.create_table(
        "not_same",
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
        sa.Column("of_kind", sa.Text(), server_default="", nullable=False),
        sa.Column("first_id", sa.Text(), server_default="", nullable=False),
        sa.Column("second_id", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_not_same")),
        sa.UniqueConstraint("id", name=op.f("uq_not_same_id")),
    )
    with op.batch_alter_table("not_same", schema=None) as batch_op:
        batch_op.create_index(
            "ix_not_same_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )

    op.create_table(
        "saved_view",
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
        sa.Column("of_kind", sa.Text(), server_default="", nullable=False),
        sa.Column("conditions", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_saved_view")),
        sa.UniqueConstraint("id", name=op.f("uq_saved_view_id")),
    )
    with op.batch_alter_table("saved_view", schema=None) as batch_op:
        batch_op.create_index(
            "ix_saved_view_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )

    op.create_table(
        "kept_row",
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
        sa.Column("table_name", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("source_id", sa.String(length=36), nullable=True),
        sa.Column("source_key", sa.Text(), server_default="", nullable=False),
        sa.Column("extra", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
            name=op.f("fk_kept_row_source_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_kept_row")),
        sa.UniqueConstraint("id", name=op.f("uq_kept_row_id")),
    )
    with op.batch_alter_table("kept_row", schema=None) as batch_op:
        batch_op.create_index(
            "ix_kept_row_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )
        batch_op.create_index("ix_kept_row_source_id", ["source_id"], unique=False)

    op.create_table(
        "need",
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
        sa.Column("school_id", sa.String(length=36), nullable=True),
        sa.Column("description", sa.Text(), server_default="", nullable=False),
        sa.Column("category_id", sa.String(length=36), nullable=True),
        sa.Column("grade_band", sa.Text(), server_default="", nullable=False),
        sa.Column("time", sa.Text(), server_default="", nullable=False),
        sa.Column("students", sa.BigInteger(), nullable=True),
        sa.Column("priority", sa.Text(), server_default="medium", nullable=False),
        sa.Column("school_year", sa.Text(), server_default="", nullable=False),
        sa.Column("notes", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["category_id"],
            ["category.id"],
            name=op.f("fk_need_category_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_need_school_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_need")),
        sa.UniqueConstraint("id", name=op.f("uq_need_id")),
    )
    with op.batch_alter_table("need", schema=None) as batch_op:
        batch_op.create_index("ix_need_category_id", ["category_id"], unique=False)
        batch_op.create_index("ix_need_school_id", ["school_id"], unique=False)
        batch_op.create_index("ix_need_sort_key", ["sort_key", "id", "deleted_at"], unique=False)

    op.create_table(
        "partnership_category",
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
        sa.Column("partnership_id", sa.String(length=36), nullable=True),
        sa.Column("category_id", sa.String(length=36), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["category_id"],
            ["category.id"],
            name=op.f("fk_partnership_category_category_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnership.id"],
            name=op.f("fk_partnership_category_partnership_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_partnership_category")),
        sa.UniqueConstraint("id", name=op.f("uq_partnership_category_id")),
    )
    with op.batch_alter_table("partnership_category", schema=None) as batch_op:
        batch_op.create_index("ix_partnership_category_category_id", ["category_id"], unique=False)
        batch_op.create_index(
            "ix_partnership_category_partnership_id", ["partnership_id"], unique=False
        )
        batch_op.create_index(
            "ix_partnership_category_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )

    op.create_table(
        "verification",
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
        sa.Column("service_id", sa.String(length=36), nullable=True),
        sa.Column("verified_on", sa.Text(), nullable=True),
        sa.Column("verified_by", sa.Text(), server_default="", nullable=False),
        sa.Column("method", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
            name=op.f("fk_verification_service_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_verification")),
        sa.UniqueConstraint("id", name=op.f("uq_verification_id")),
    )
    with op.batch_alter_table("verification", schema=None) as batch_op:
        batch_op.create_index("ix_verification_service_id", ["service_id"], unique=False)
        batch_op.create_index(
            "ix_verification_sort_key", ["sort_key", "id", "deleted_at"], unique=False
        )

    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("service_id", sa.String(length=36), nullable=True))
        batch_op.create_index("ix_attachment_service_id", ["service_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_attachment_service_id"),
            "service",
            ["service_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )

    with op.batch_alter_table("category", schema=None) as batch_op:
        batch_op.add_column(sa.Column("name_es", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("office", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("verify_days", sa.BigInteger(), server_default="365", nullable=True)
        )

    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("of_sheet", sa.Integer(), server_default="0", nullable=False)
        )

    with op.batch_alter_table("school", schema=None) as batch_op:
        batch_op.add_column(sa.Column("latitude", sa.Float(precision=53), nullable=True))
        batch_op.add_column(sa.Column("longitude", sa.Float(precision=53), nullable=True))
        batch_op.add_column(sa.Column("source_id", sa.String(length=36), nullable=True))
        batch_op.add_column(sa.Column("source_key", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("extra", sa.Text(), server_default="", nullable=False))
        batch_op.create_index("ix_school_source_id", ["source_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_school_source_id"),
            "source",
            ["source_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )

    for table, names in (
        ("address", ("city", "deleted_at", "location_id")),
        ("address", ("region", "deleted_at", "location_id")),
        ("address", ("postal_code", "deleted_at", "location_id")),
        ("language", ("name", "deleted_at", "service_id", "location_id", "phone_id")),
        ("location", ("latitude", "longitude", "deleted_at", "id")),
        (
            "schedule",
            ("byday", "deleted_at", "opens_at", "closes_at", "valid_to", "service_id",
             "location_id", "service_at_location_id"),
        ),
    ):
        op.create_index(f"ix_{table}_{names[0]}", table, list(names), unique=False)
    for table, names in (
        (
            "service",
            ("status", "sort_key", "id", "deleted_at", "assured_date", "minimum_age",
             "maximum_age", "organization_id"),
        ),
        ("service_at_location", ("location_id", "deleted_at", "service_id")),
        ("service_category", ("category_id", "deleted_at", "service_id")),
    ):
        op.drop_index(f"ix_{table}_{names[0]}", table)
        op.create_index(f"ix_{table}_{names[0]}", table, list(names), unique=False)
