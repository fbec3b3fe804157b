"""Damaged text is mended, and sound text is left as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.repair import repair


def garble(text: str) -> str:
    """UTF-8 read as Windows-1252, its five undefined bytes let through."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("Masterâ€™s students", "Master’s students"),
        ("global â€“ local", "global – local"),
        ("â€œ1984â€\x9d and after", "“1984” and after"),
        ("â€œ1984â€ and after", "“1984” and after"),
        ("cafÃ© and jalapeÃ±o", "café and jalapeño"),
        ("Ã‰tudes", "Études"),
        ("Masterâ€™s cafÃ© in MÃ¼nchen", "Master’s café in München"),
        ("Masterâ€™s in a real café", "Master’s in a real café"),
        ("twice: MasterÃ¢â‚¬â„¢s", "twice: Master’s"),
        ("M&As; and more", "M&As and more"),
        ("Q&A; with guests", "Q&A with guests"),
        ("Research &amp; Design &#39;24 &lt;3", "Research & Design '24 <3"),
        ("soft\u00adware\u200b", "software"),
        ("Master\x92s", "Master’s"),
    ],
)
def test_damage_is_mended_and_told(broken: str, mended: str) -> None:
    text, changes = repair(broken)
    assert text == mended
    assert changes


@pytest.mark.parametrize(
    "text",
    [
        "R&D, Q&A",
        "“CAFÉ”—“Ä” and ‘naïve’ Dvořák’s São Paulo",
        "Château, touché…” façade–garçon",
        "AT&T & Sons",
        "C++ & C#; <b>bold</b>",
        "日本語 and 한국어",
        "½ × 5 = £2.50 ± 10°",
    ],
)
def test_sound_text_is_left_as_it_is(text: str) -> None:
    assert repair(text) == (text, ())


def test_spaces_are_evened_out_without_a_word() -> None:
    assert repair("  Intro\u00a0 to\n\tlogic ") == ("Intro to logic", ())


def test_a_change_is_told_once_with_what_it_was() -> None:
    assert repair("oneâ€™s and twoâ€™s")[1] == ("'â€™' -> '’'",)


@given(st.text(st.sampled_from("abc XYZ,.éèñüçøß’“”–—…€™•½°²"), max_size=40))
def test_text_read_in_the_wrong_encoding_comes_back(text: str) -> None:
    assert repair(garble(text))[0] == " ".join(text.split())


@given(st.text(st.sampled_from("abc XYZ,.éèñüçøßÉÄÖ’“”‘–—…&"), max_size=40))
def test_text_in_the_right_encoding_is_never_touched(text: str) -> None:
    assert repair(text) == (" ".join(text.split()), ())


@given(st.text(max_size=60))
def test_no_text_breaks_it_and_once_is_enough(text: str) -> None:
    mended, _ = repair(text)
    assert "\n" not in mended
    assert repair(mended) == (mended, ())
