"""Alembic's entry: runs on the connection and in the transaction that it is given."""

from alembic import context

from partner_desk.store.tables import whole_schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=whole_schema(),
    render_as_batch=True,
    compare_type=False,
    include_name=lambda name, type_, _: not (
        type_ == "table" and name is not None and name.startswith("search_")
    ),
)
context.run_migrations()
