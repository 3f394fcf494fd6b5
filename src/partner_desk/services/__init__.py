"""What the office does: one module per area of the domain. No Qt, no SQL, no sentences."""
