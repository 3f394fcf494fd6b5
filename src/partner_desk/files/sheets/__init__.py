"""Other people's sheets, read in another process: ``look`` at one, then take its ``rows``."""
