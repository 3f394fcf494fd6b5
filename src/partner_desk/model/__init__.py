"""What the office keeps: entities, their fields, value types, rules and errors. No Qt, no I/O."""
