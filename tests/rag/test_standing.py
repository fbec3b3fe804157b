"""Words that say what is asked, whatever the question's meaning seems to be."""

from __future__ import annotations

import pytest

from tests.rag.test_revision import reader


@pytest.mark.parametrize(
    ("opinion", "odds", "question", "ask"),
    [
        ("unavailable", 0.95, "Has CSCI 104 been cancelled?", "schedule"),
        ("unavailable", 0.9, "is CSCI 104 still a thing", "schedule"),
        ("unavailable", 0.7, "each class of CSCI 104 is how many min", "schedule"),
        ("unavailable", 0.9, "how long is the homework per class in CSCI 104", "unavailable"),
        ("prerequisites", 0.6, "why take CSCI 104, what does it lead to", "unlocks"),
        ("requires", 0.7, "in units, does CSCI 104 come out ahead of CSCI 270", "compare"),
        ("unlocks", 0.7, "give me the lowdown on CSCI 104", "description"),
        ("instructor", 0.99, "should I take CSCI 104 with Ada Example or Bo Sample", "unavailable"),
        ("units", 0.99, "CSCI 104 has been offered how many times?", "unavailable"),
        ("compare", 0.9, "how many units if I take CSCI 104, CSCI 270 and CSCI 170", "units"),
        ("unlocks", 0.95, "what can I take thanks to CSCI 104, which I took", "unlocks"),
        ("unavailable", 0.9, "Has Ada Example taught CSCI 104 before?", "instructor"),
        ("unavailable", 0.6, "what's the latest class in the day?", "list"),
        ("schedule", 0.95, "does CSCI 104 have multiple sections", "unavailable"),
        ("eligible", 0.95, "if I skip CSCI 104, would it be possible to take CSCI 270", "requires"),
        ("unavailable", 0.8, "what is the most common prerequisite", "other"),
        ("taught_by", 0.9, "is Ada Example available for an independent study", "unavailable"),
        ("unlocks", 0.95, "name courses that would prepare me for taking CSCI 270",
         "prerequisites"),
        ("unavailable", 0.95, "do I need calc for CSCI 270", "prerequisites"),
        ("unavailable", 0.95, "is calculus required for CSCI 270", "prerequisites"),
        ("unavailable", 0.95, "do I need a calculus book for CSCI 270", "unavailable"),
        ("unavailable", 0.95, "do I need permission for CSCI 270", "unavailable"),
        ("compare", 0.7, "how many units are CSCI 104 and CSCI 270 together", "units"),
    ],
)  # fmt: skip
def test_the_rules_stand(opinion: str, odds: float, question: str, ask: str) -> None:
    assert reader(opinion, odds)[0].read(question).ask == ask
