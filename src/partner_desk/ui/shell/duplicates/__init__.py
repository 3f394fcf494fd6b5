"""What may be the same: found, side by side, combined or told apart."""
