"""Agreements: their list, the division in three, clauses, signatories and the packet."""
