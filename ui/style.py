"""Colours and type: cardinal and gold, sparingly, on the reader's own system fonts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import gradio as gr

CSS = Path(__file__).with_name("style.css")
FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif")
MONO = ("ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace")


def theme() -> gr.themes.Base:
    """Gradio's base theme without web fonts, in our colours; the rest is style.css."""
    import gradio as gr

    cardinal = gr.themes.Color(
        *("#fdf3f3", "#fbe5e5", "#f5c6c6", "#eb9c9c", "#d95f5f", "#b92b2b"),
        *("#990000", "#850000", "#6e0202", "#5c0606", "#330000"),
        name="cardinal",
    )
    return gr.themes.Base(
        primary_hue=cardinal,
        neutral_hue=gr.themes.colors.stone,
        font=list(FONTS),
        font_mono=list(MONO),
        radius_size=gr.themes.sizes.radius_lg,
    ).set(
        body_background_fill="#faf8f5",
        body_background_fill_dark="#171412",
        background_fill_primary="#ffffff",
        background_fill_primary_dark="#1f1b19",
        button_primary_background_fill="#990000",
        button_primary_background_fill_hover="#7a0000",
        button_primary_text_color="#ffffff",
        button_primary_background_fill_dark="#a81414",
        button_primary_background_fill_hover_dark="#bf2020",
    )
