"""Where the frozen program begins."""

import sys
from multiprocessing import freeze_support

from partner_desk.__main__ import main

if __name__ == "__main__":
    freeze_support()  # Printers of packets and readers of sheets are this program, started again.
    sys.exit(main())
