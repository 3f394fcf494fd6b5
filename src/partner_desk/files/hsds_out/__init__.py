"""Directories out as HSDS 3.1: rows checked against the specification, then written."""
