"""The same office from a terminal: verbs over the services, in sentences or in JSON."""

from partner_desk.cli.main import main

__all__ = ["main"]
