"""Take a picture of every screen of the sample office, in both languages, light and dark.

    uv run python tools/tour.py [--only agreement] [--as es-dark] [--text-size 150] [FOLDER]

The pictures go to docs/screens at 1366x768, the smallest laptop the program is made for. Look at
them after every change to a window.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

SCREENS = Path(__file__).parents[1] / "docs" / "screens"
LANGUAGES = ("en", "es")
THEMES = ("light", "dark")


def main() -> None:
    """One process for each language and theme, so that nothing is left over from another."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SCREENS)
    parser.add_argument("--only", default="", help="screens whose name begins so")
    parser.add_argument("--as", dest="look", default="", help="one look, such as es-dark")
    parser.add_argument("--text-size", type=int, default=100, help="per cent, such as 150")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    if chosen.look and os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        language, theme = chosen.look.split("-")
        take(language, theme, chosen.folder, chosen.only, chosen.text_size)
        return
    looks = [f"{language}-{theme}" for language in LANGUAGES for theme in THEMES]
    for look in [chosen.look] if chosen.look else looks:
        with tempfile.TemporaryDirectory() as home:
            subprocess.run(
                [sys.executable, __file__, str(chosen.folder), "--only", chosen.only,
                 "--as", look, "--text-size", str(chosen.text_size)],
                check=True, env=_environment(home),
            )


def _environment(home: str) -> dict[str, str]:
    folders = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")
    return {**os.environ, **dict.fromkeys(folders, home), "QT_QPA_PLATFORM": "offscreen",
            "PARTNER_DESK_COORDINATOR": "Dana Cole"}


def take(language: str, theme: str, folder: Path, only: str, text_size: int) -> None:
    """Walk from the first run to the last dialog."""
    import tour_agreements
    import tour_areas
    import tour_directory
    import way_home
    from partner_desk.services import sample
    from partner_desk.services.opening import create_office
    from tour_window import TourWindow

    tour = TourWindow(language, theme, folder, only, text_size)
    tour.program.show_first_run()
    if tour.program.first_run is not None:
        # The folders of this computer concern nobody.
        tour.program.first_run.ui.placeEdit.setText("Documents/Office.pdoffice")
        tour.picture("first-run", tour.program.first_run)
    tour_areas.empty_office(tour)
    place = Path(tempfile.mkdtemp()) / "Sample.pdoffice"
    office = create_office(place, tour.program.author(), {"name": "Sample office"})
    sample.fill(office.store, language, date.today())
    way = way_home.prepare(office.store, language, date.today())
    office.close()
    tour.program.open(str(place))
    tour_areas.areas_and_records(tour)
    tour_agreements.way_of_an_agreement(tour, way)
    tour_directory.directory(tour)
    tour_areas.trash(tour)
    tour_areas.import_preview(tour)
    tour.program.close_office()


if __name__ == "__main__":
    main()
