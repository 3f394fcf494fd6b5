"""The areas of the window; none imports another."""
