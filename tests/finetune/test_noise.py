"""Noise changes what is written around the slots, never the slots."""

from __future__ import annotations

from random import Random

from finetune.noise import CLEAN, roughen

TEMPLATE = "What are the prerequisites for {c} and for {title}?"
MANY = 400


def rough() -> list[str]:
    rng = Random(2)
    return [roughen(TEMPLATE, rng) for _ in range(MANY)]


def test_the_slots_survive_as_they_are() -> None:
    assert all("{c}" in text and "{title}" in text for text in rough())


def test_about_as_many_as_promised_are_left_clean() -> None:
    clean = sum(text == TEMPLATE for text in rough()) / MANY
    assert CLEAN <= clean < CLEAN + 0.15


def test_there_are_openers_lower_case_bare_ends_and_slips() -> None:
    texts = rough()
    assert any(text == TEMPLATE.lower() for text in texts)
    assert any(text == TEMPLATE.rstrip("?") for text in texts)
    assert any(text.lower().startswith("hey, what") for text in texts)
    assert len(set(texts)) > 100
