"""Today: what lapses, what is unfinished, what was done last."""
