"""Partners and schools."""
