"""The names of days and of groups of them: "weds", MWF, weekends, "martes"."""

from __future__ import annotations

from rag.course import DAYS
from rag.understanding.words import Text

NAMES = {
    "monday": "Mon",
    "mondays": "Mon",
    "mon": "Mon",
    "mons": "Mon",
    "tuesday": "Tue",
    "tuesdays": "Tue",
    "tues": "Tue",
    "tue": "Tue",
    "wednesday": "Wed",
    "wednesdays": "Wed",
    "wed": "Wed",
    "weds": "Wed",
    "thursday": "Thu",
    "thursdays": "Thu",
    "thurs": "Thu",
    "thur": "Thu",
    "thu": "Thu",
    "friday": "Fri",
    "fridays": "Fri",
    "fri": "Fri",
    "saturday": "Sat",
    "saturdays": "Sat",
    "sunday": "Sun",
    "sundays": "Sun",
    "lunes": "Mon",
    "martes": "Tue",
    "miercoles": "Wed",
    "miércoles": "Wed",
    "jueves": "Thu",
    "viernes": "Fri",
    "sabado": "Sat",
    "sabados": "Sat",
    "sábado": "Sat",
    "sábados": "Sat",
    "domingo": "Sun",
    "domingos": "Sun",
}
# Names that mean a day only after "on" or in a list of days, for they are words too.
WEAK = {
    "sat": "Sat",
    "sun": "Sun",
    "th": "Thu",
    "tu": "Tue",
    "m": "Mon",
    "w": "Wed",
    "f": "Fri",
    "t": "Tue",
}
GROUPS = {
    "mwf": "Mon Wed Fri",
    "mw": "Mon Wed",
    "wf": "Wed Fri",
    "mf": "Mon Fri",
    "tth": "Tue Thu",
    "tuth": "Tue Thu",
    "tuthu": "Tue Thu",
    "tr": "Tue Thu",
    "tt": "Tue Thu",
    "mtwth": "Mon Tue Wed Thu",
    "mtuwth": "Mon Tue Wed Thu",
    "weekend": "Sat Sun",
    "weekends": "Sat Sun",
    "weekday": "Mon Tue Wed Thu Fri",
    "weekdays": "Mon Tue Wed Thu Fri",
}
DAY = "|".join((*NAMES, *GROUPS))


def named_days(words: str) -> tuple[str, ...]:
    """The days in a list of day words, in the week's order: 'tth' -> ('Tue', 'Thu')."""
    found: set[str] = set()
    for word in words.split():
        found.update(GROUPS.get(word, NAMES.get(word, WEAK.get(word, ""))).split())
    return tuple(day for day in DAYS if day in found)


def spread_ranges(text: Text) -> None:
    """Put the days of a range in its place: "monday through thursday" -> all four.

    Monday to Friday are the weekdays, unless a class is to meet all of them.
    """
    whole = "|".join(name for name in NAMES if name not in ("mons", "weds"))
    words = rf"(?:from )?(?P<a>{whole}|m) (?P<to>through|to|until|-) (?P<b>{whole}|th|f)"
    while match := text.has(words):
        ends = [DAYS.index(named_days(match[end])[0]) for end in ("a", "b")]
        days = DAYS[ends[0] : ends[1] + 1]
        if len(days) < 3 or (match["to"] == "-" and ends[0]):
            break
        meets = text.has(rf"(?:meets?|meeting|held)(?: on)? {words}")
        spelled = " and ".join(day.lower() for day in days)
        text.take(words, "weekdays" if days == DAYS[:5] and not meets else spelled)
        text.spread()
