"""How long a class meets and how many days a week: "3 hours long", "once a week", "daily"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rag.course import DAYS
from rag.query import Filter

Build = Callable[[re.Match[str]], Sequence[Filter]]
# A class of three hours is listed with 170 minutes, its last break left off.
ROUND = 15


def lengths() -> list[tuple[str, Build]]:
    """How long a meeting lasts: "longer than two hours", "under an hour"."""
    numbers = {"an": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "half an": 0.5}
    n = rf"(?P<n>\d+(?:\.5)?|{'|'.join(sorted(numbers, key=len, reverse=True))})"
    unit = r"(?P<unit>hours?|minutes?|mins?)(?: long)?(?! (?:a|per|each|every|of) )"
    long = r"(?:longer than|more than|over|at least)"
    short = r"(?:shorter than|less than|under|at most|no longer than|no more than|up to)"
    lead = r"(?:(?:run|runs|last|lasts|lasting|take|takes|is|are|go|goes|for) )*"

    def bound(op: str) -> Build:
        def build(match: re.Match[str]) -> list[Filter]:
            value = numbers.get(match["n"]) or float(match["n"])
            minutes_ = int(value * (60 if match["unit"].startswith("h") else 1))
            beyond = {"longer than": 1, "more than": 1, "over": 1, "under": -1}
            shift = beyond.get(match["how"], -1 if "than" in match["how"] else 0)
            shift = 0 if match["how"].startswith("no ") else shift
            return [Filter("length", (minutes_ + shift,), op)]

        return build

    def about(match: re.Match[str]) -> list[Filter]:
        value = numbers.get(match["n"]) or float(match["n"])
        told = int(value * (60 if match["unit"].startswith("h") else 1))
        return [Filter("length", (told - ROUND,), "min"), Filter("length", (told + 5,), "max")]

    exact = rf"(?:(?:about|around|exactly|a|an) )?{n} (?P<unit>hours?|minutes?|mins?)"
    return [
        (rf"{lead}(?P<how>{long}) {n} {unit}", bound("min")),
        (rf"{lead}(?P<how>{short}) {n} {unit}", bound("max")),
        (rf"{lead}{exact} long", about),
        (rf"{exact}(?= (?:{{class}}|lectures?|labs?|sessions?|meetings?|sections?))", about),
        (rf"(?:run|runs|last|lasts|lasting|for) {exact}(?! (?:a|per|each|every|of) )", about),
    ]


def weekly() -> list[tuple[str, Build]]:
    """How many days a week: "once a week", "on one day only", "two days a week"."""
    number = {"one": 1, "a single": 1, "single": 1, "two": 2, "three": 3, "four": 4, "five": 5}
    number |= {str(n): n for n in range(1, 6)}
    n = f"(?P<n>{'|'.join(sorted(number, key=len, reverse=True))})"
    lead = r"(?:(?:are|is|meets?|meeting|held|on|only|just|exactly|once) )*"
    week = r"(?:(?:a|per|each|every|in a|of the|in the) week|weekly|only)"

    def counted(match: re.Match[str]) -> list[Filter]:
        return [Filter("days", (number[match["n"]],))]

    def bounded(op: str, shift: int = 0) -> Build:
        return lambda match: [Filter("days", (number[match["n"]] + shift,), op)]

    often = rf"(?:days?|times?) {week}"
    meet = r"(?:(?:are|is|meets?|meeting|held|on) )*"

    return [
        (
            r"(?:(?:meets?|meeting|held|are|is|offered) )*(?:daily|(?:every|each) weekday)"
            r"|(?:meets?|meeting|held) (?:every|each) (?:single )?day",
            lambda match: [Filter("day", DAYS[:5], "all")],
        ),
        (rf"{lead}once {week}", lambda match: [Filter("days", (1,))]),
        (rf"{lead}twice {week}", lambda match: [Filter("days", (2,))]),
        (rf"{meet}(?:at least|no (?:less|fewer) than) {n} {often}", bounded("min")),
        (rf"{meet}{n} (?:or more|\+) {often}", bounded("min")),
        (rf"{meet}{n} (?:days?|times?) or more {week}", bounded("min")),
        (rf"{meet}(?:at most|no more than|up to) {n} {often}", bounded("max")),
        (rf"{meet}(?:more than) {n} {often}", bounded("min", 1)),
        (rf"{meet}(?:less|fewer) than {n} {often}", bounded("max", -1)),
        (rf"{meet}(?:less|fewer) than {n} days?", bounded("max", -1)),
        (
            rf"(?:not|no|never|without)(?: (?:the|a|meet|meets|meeting|on|for))* {n} (?:days?|"
            rf"times?)"
            rf"(?: {week})?(?= ?$| [?.,]| (?:ones|{{class}}))",
            lambda match: [Filter("days", (number[match["n"]],), "not")],
        ),
        (rf"{lead}{n} {often}", counted),
        (rf"(?:only|just) (?:(?:meets?|meeting|held|on|be|are) )*{n} days?", counted),
    ]
