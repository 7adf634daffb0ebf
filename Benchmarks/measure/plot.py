"""Draws docs/benchmarks.svg: bars of speeds, a panel for matching and one for the whole job."""
import pathlib
from typing import Any
from xml.sax.saxutils import escape

from .jobs import LINES, THREE

WIDTH, LABEL, BAR, ROW, HEAD = 860, 250, 500, 22, 46
OURS, OTHERS, INK = "#1f6f8b", "#b9c3c9", "#22292e"

Bar = tuple[str, float]
Panel = tuple[str, list[Bar]]


def panels(results: dict[str, Any]) -> list[Panel]:
    drawn: list[Panel] = []
    for count in (100_000, 1_000_000):
        bars = [(row["what"], row["mbps"]) for row in results["matching"] if row["count"] == count and row["what"] != "Relata, matching"]
        drawn.append((f"Matching, {count:,} names: MB of text a second, one thread", ordered(bars)))
    for count in (100_000, 1_000_000):
        bars = [("Relata, " + ("mentions and evidence too" if "mentions" in row["files"] else "graph files"), row["mbps"])
                for row in results["jobs"] if row["count"] == count and row["threads"] == 1 and row["files"] in (THREE, LINES)]
        bars += [(row["what"] + " (script)", row["mbps"]) for row in results["scripts"] if row["count"] == count]
        drawn.append((f"Whole job, {count:,} names: MB of text a second of processor time", ordered(bars)))
    return drawn


def ordered(bars: list[Bar]) -> list[Bar]:
    return sorted(bars, key=lambda bar: -bar[1])


def svg(results: dict[str, Any]) -> str:
    drawn = panels(results)
    height = sum(HEAD + ROW * len(bars) for _, bars in drawn) + 16
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'font-family="Helvetica, Arial, sans-serif" font-size="13" fill="{INK}" role="img" aria-label="Speeds of Relata and its peers">',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
    ]
    top = 0
    for title, bars in drawn:
        lines.append(f'<text x="16" y="{top + 30}" font-size="15" font-weight="bold">{escape(title)}</text>')
        lines += panel(bars, top + HEAD)
        top += HEAD + ROW * len(bars)
    return "\n".join([*lines, "</svg>", ""])


def panel(bars: list[Bar], top: int) -> list[str]:
    longest = max(value for _, value in bars)
    lines = []
    for number, (label, value) in enumerate(bars):
        y, width = top + number * ROW, max(1.0, BAR * value / longest)
        colour = OURS if label.startswith("Relata") else OTHERS
        shown = f"{value:.0f}" if value >= 10 else f"{value:.2g}"
        lines += [
            f'<text x="{LABEL - 8}" y="{y + 14}" text-anchor="end">{escape(label)}</text>',
            f'<rect x="{LABEL}" y="{y + 2}" width="{width:.1f}" height="{ROW - 6}" fill="{colour}"/>',
            f'<text x="{LABEL + width + 6:.1f}" y="{y + 14}">{shown}</text>',
        ]
    return lines


def write(results: dict[str, Any], path: pathlib.Path) -> None:
    path.write_text(svg(results), encoding="utf-8")
