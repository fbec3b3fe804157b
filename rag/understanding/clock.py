"""Hours as students write them: "9am", "13:00", "noon", and as minutes after midnight."""

from __future__ import annotations

import re

CLOCK = r"(?:(?:\d{1,2}:\d\d|\d{1,2})(?: ?(?:am|pm))?(?: o'clock)?|noon|midday|midnight)"
HOUR = r"(?:(?:\d{1,2}:\d\d|\d{1,2}) ?(?:am|pm)|\d{1,2}:\d\d|\d{1,2} o'clock|noon|midday|midnight)"
NOON, EVENING = 12 * 60, 17 * 60


def minutes(clock: str, after: int = 0) -> int:
    """Minutes after midnight: '9am', '13:00', 'noon'; a bare 1-7 is in the afternoon, and a bare
    hour before `after` is twelve hours later."""
    if clock in ("noon", "midday"):
        return NOON
    if clock == "midnight":
        return 24 * 60 - 1
    hour, minute = (int(n) for n in (re.findall(r"\d+", clock) + ["0"])[:2])
    if "am" in clock and hour <= 12:
        return hour % 12 * 60 + minute
    if "pm" in clock and hour <= 12:
        return (hour % 12 + 12) * 60 + minute
    total = hour * 60 + minute
    if hour < 8 or (hour < 12 and total < after):
        total += NOON
    return total
