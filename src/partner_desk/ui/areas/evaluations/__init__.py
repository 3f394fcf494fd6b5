"""Evaluations: forms built of questions, keyed in from paper, and what the answers amount to."""
