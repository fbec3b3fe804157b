"""Course numbers as they are said: "math one twenty five" -> 125."""

from __future__ import annotations

from rag.understanding.departments import program_before
from rag.understanding.words import Text

DIGITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip


def spoken_numbers(text: Text) -> None:
    """Numbers as they are said after a department, as digits: "math one twenty five" -> 125."""
    at = 1
    while at < len(text.words) - 1:
        words = text.words[at : at + 3]
        if words[0] in DIGITS and program_before(text, at)[1]:
            tens, unit = words[1], words[2] if len(words) > 2 else ""
            number, length = "", 2
            if tens in ("oh", "o", "zero") and unit in DIGITS:
                number, length = f"{DIGITS[words[0]]}0{DIGITS[unit]}", 3
            elif tens in TENS and unit in DIGITS:
                number, length = f"{DIGITS[words[0]]}{TENS[tens] + DIGITS[unit]}", 3
            elif tens in TENS:
                number = f"{DIGITS[words[0]]}{TENS[tens]}"
            elif tens in TEENS:
                number = f"{DIGITS[words[0]]}{TEENS[tens]}"
            elif tens == "hundred":
                number = f"{DIGITS[words[0]]}00"
            if number:
                text.replace(at, at + length, number)
        at += 1
