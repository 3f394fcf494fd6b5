"""Papers for everybody: descriptions set by typst into tagged PDF (PDF/UA-1)."""
