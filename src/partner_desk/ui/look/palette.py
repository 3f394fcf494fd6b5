"""The colours of the program, light and dark.

Text colours keep a contrast of 4.5:1 on the surfaces they stand on, edges of controls and focus
rings 3:1 (WCAG 2 AA); ``tests/ui/test_look.py`` computes them.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication, QPalette

TONES = ("neutral", "info", "success", "warning", "error")


@dataclass(frozen=True)
class Colours:
    """One scheme; every value is ``#rrggbb``.

    ``*_soft`` is the ground on which the colour of the same name is written.
    """

    scheme: str
    window: str
    surface: str
    subtle: str
    hover: str
    line: str
    edge: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    selection: str
    on_selection: str
    focus: str
    neutral: str
    neutral_soft: str
    info: str
    info_soft: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str

    def by_name(self) -> dict[str, str]:
        """Every colour by its name, for filling in the stylesheet."""
        return dict(vars(self))  # Asked for at each painting: asdict() takes longer.

    def tone(self, name: str) -> tuple[str, str]:
        """Text and ground of a tone of ``TONES``; ``KeyError`` for any other name."""
        if name not in TONES:
            raise KeyError(name)
        colours = self.by_name()
        return colours[name], colours[f"{name}_soft"]


LIGHT = Colours(
    scheme="light",
    window="#f4f6f7",
    surface="#ffffff",
    subtle="#ebeff1",
    hover="#e9f1f3",
    line="#d5dce0",
    edge="#7d8b94",
    text="#1a2328",
    muted="#54626b",
    disabled="#8b979e",
    accent="#0f6b7c",
    accent_hover="#0c5a69",
    accent_pressed="#094854",
    on_accent="#ffffff",
    selection="#d3e9ed",
    on_selection="#0b3841",
    focus="#0f6b7c",
    neutral="#45525a",
    neutral_soft="#e3e8eb",
    info="#1b5490",
    info_soft="#e0edfa",
    success="#1a6336",
    success_soft="#dcf1e3",
    warning="#734700",
    warning_soft="#fdeecb",
    error="#a3211b",
    error_soft="#fce4e2",
)

DARK = Colours(
    scheme="dark",
    window="#161b1f",
    surface="#1e252a",
    subtle="#283137",
    hover="#28343a",
    line="#37424a",
    edge="#7d8b95",
    text="#e6ecef",
    muted="#a9b6be",
    disabled="#6d7981",
    accent="#5cc3d4",
    accent_hover="#7bd0de",
    accent_pressed="#93dae6",
    on_accent="#06282e",
    selection="#1d4750",
    on_selection="#e3f6f9",
    focus="#5cc3d4",
    neutral="#c3cdd3",
    neutral_soft="#333d44",
    info="#9ac8f7",
    info_soft="#1d3650",
    success="#8ad9a3",
    success_soft="#1b3b28",
    warning="#f2c574",
    warning_soft="#423310",
    error="#ffa59e",
    error_soft="#4b2421",
)


def current_colours() -> Colours:
    """The scheme that the application shows now (read from its palette, kept nowhere else)."""
    return DARK if QGuiApplication.palette().window().color().lightness() < 128 else LIGHT


def contrast(first: str, second: str) -> float:
    """The WCAG 2 contrast ratio of two ``#rrggbb`` colours, 1 to 21."""
    bright, dim = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def qt_palette(colours: Colours) -> QPalette:
    """The palette that Fusion draws with, for everything the stylesheet leaves alone."""
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.error,
        role.ToolTipBase: colours.subtle,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.surface,
        role.Midlight: colours.subtle,
        role.Mid: colours.line,
        role.Dark: colours.edge,
        role.Shadow: colours.text if colours.scheme == "light" else "#000000",
    }.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.line))
    palette.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(colours.muted))
    return palette
