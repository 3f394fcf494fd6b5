"""What comes in and goes out: bytes and paths, no database."""
