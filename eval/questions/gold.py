"""What a right answer to a question about records must hold, computed from the raw file alone.

A gold answer is a plain dict; every key it has must hold (see eval.judge for how each is read):

says       'nothing' (there is none) or 'unknown' (the file does not give it)
values     [[spellings], ...]: one spelling of each group stands in the answer
codes      courses that must be named or cited
any_of     courses of which at least `least` (default 1) must be named or cited
first      the first course the answer names is in any_of
only       the answer names no course outside codes, any_of, allow and the question itself
allow      courses that may be named beside them
total      one number or several accepted ones, stated unless every one of any_of is named;
           with `count` always stated
joined     'and' or 'or': how the answer joins codes
verdict    'yes' or 'no', leading the answer or stated plainly
about      [[words], ...]: of each group at least three words (or all, if fewer) are found
refused    whether the answer must be, or must not be, a refusal
or_refused a refusal is right as well: the data holds a part of what is asked
cites      False where nothing may be cited
forbid     what must not be said
reference  prose that an answer is compared with, word by word, beside the verdict

How doubtful things are decided: a section whose days or time are to be announced meets no
condition on them, negated ones included; a course with several listings has the sections of all;
levels are lower below 300, upper 300-499, graduate from 500; a program's courses are those with
its letters and those listed under it; a units condition of 4 takes in every range that includes 4.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from eval.questions.needs import Key, identity
from eval.questions.records import WEEK, Meeting, Record

Gold = dict[str, Any]
Words = list[str]
FULL_DAY = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}
GE_NAME = {
    "A": "The Arts",
    "B": "Humanistic Inquiry",
    "C": "Social Analysis",
    "D": "Life Sciences",
    "E": "Physical Sciences",
    "F": "Quantitative Reasoning",
    "G": "Citizenship in a Diverse World",
    "H": "Traditions and Historical Foundations",
}
_WORD = re.compile(r"[a-z]{4,}")


def units_words(record: Record) -> Words:
    """The spellings of a course's units; the judge reads 4.0, four, 4-unit and credits alike."""
    low, high = f"{record.low:g}", f"{record.high:g}"
    if low == high:
        return [f"{low} unit"]
    return [f"{low}-{high}", f"between {low} and {high}", f"from {low} up to {high}"]


def units(record: Record) -> Gold:
    return {"values": [units_words(record)], "codes": [record.code], "refused": False}


def prerequisites(record: Record) -> Gold:
    """Every course the prerequisites name, joined rightly; or that there are none."""
    allow = [record.code, *codes_in(record.about)]
    if not record.needs_text:
        return {"says": "nothing", "only": True, "allow": allow, "refused": False}
    gold: Gold = {"codes": list(record.needs.codes), "only": True, "allow": allow}
    if record.needs.joined in ("and", "or"):
        gold["joined"] = record.needs.joined
    return gold | {"refused": False}


def requires(record: Record, other: str, beneath: Iterable[Key] = ()) -> Gold | None:
    """Whether `other` is needed for the course: None where the file leaves it open.

    Needed on every way: yes. Named as one of several: the answer says so and names another.
    Not named: no, unless it is among those `beneath`, which the course needs further down.
    """
    key = identity(other)
    if all(key in way for way in record.needs.ways):
        return {"verdict": "yes", "codes": [record.code], "refused": False}
    if key in record.needs.named:
        rest = [c for c in record.needs.codes if identity(c) != key]
        either = ["or", "one of", "1 of", "1 from", "either", "any of", "alternative", "option"]
        return {"values": [either], "any_of": rest, "refused": False}
    return None if key in set(beneath) else {"verdict": "no", "refused": False}


def unlocks(record: Record, direct: Sequence[str], further: Iterable[str]) -> Gold:
    """Courses that name it; itself and what these lead to may be told beside them."""
    if not direct:
        return {"says": "nothing", "only": True, "allow": [record.code], "refused": False}
    return listing(direct) | {"allow": sorted({record.code, *further})}


def eligible(record: Record, taken: Iterable[str]) -> Gold:
    """Yes where some way is complete; else no, naming a course that is lacking."""
    have = {identity(code) for code in taken}
    if record.needs.met(have):
        return {"verdict": "yes", "codes": [record.code], "refused": False}
    spelling = {identity(code): code for code in record.needs.codes}
    lacking = sorted(spelling[key] for key in record.needs.missing(have))
    return {"verdict": "no", "any_of": lacking, "refused": False}


def schedule(record: Record) -> Gold:
    """Days and times of the listed section, and no other day; or that they are announced later."""
    at = record.meetings[0]
    if not at.known:
        return {"says": "unknown", "codes": [record.code], "forbid": list(FULL_DAY.values())}
    others = [FULL_DAY[day] for day in WEEK if day not in at.days]
    values = [day_words(day) for day in at.days] + times(at)
    return {"values": values, "codes": [record.code], "forbid": others, "refused": False}


def length(record: Record) -> Gold:
    """The minutes of one meeting, or its start and end."""
    at = record.meetings[0]
    assert at.start is not None and at.end is not None
    minutes = at.end - at.start
    hours, rest = divmod(minutes, 60)
    spoken = [f"{minutes} minute", f"{minutes} min", f"{minutes / 60:g} hour", f"{hours}h{rest}"]
    spoken += [f"{hours} {h} {a}{rest} {m}" for h, a, m in LONG] if rest else [f"{hours} hours"]
    return {"values": [spoken + [clock(at.end)]], "codes": [record.code], "refused": False}


LONG = [(h, a, m) for h in ("hour", "hours") for a in ("", "and ") for m in ("minutes", "min")]


def instructor(record: Record) -> Gold:
    """Every listed instructor, full name or last; or that none is listed."""
    if not record.teachers:
        return {"says": "unknown", "codes": [record.code]}
    values = [[name, name.split()[-1]] for name in record.teachers]
    return {"values": values, "codes": [record.code], "refused": False}


def description(record: Record) -> Gold:
    gold: Gold = {"about": [content(record)], "codes": [record.code], "refused": False}
    return gold | {"reference": record.about} if record.about else gold


def restrictions(record: Record) -> Gold:
    """Up to six of the majors, schools or levels named, and whether open or closed to them."""
    if not record.limits:
        invented = ["open only", "only open", "restricted to", "limited to", "closed to"]
        return {"says": "nothing", "forbid": invented, "refused": False}
    rule, _, names = record.limits.partition(": ")
    side = ["closed", "not open", "except", "exclud", "cannot", "can't", "may not", "not allowed"]
    if " open " in rule:
        side = ["open", "only", "limited", "restricted", "must be", "allowed"]
    named = [name.strip() for name in re.split(r",\s+", names)][:6]
    values = [[name, name.removesuffix(" Student")] for name in named]
    return {"values": [side, *values], "codes": [record.code], "refused": False}


def code(same_title: Iterable[Record]) -> Gold:
    codes = [record.code for record in same_title]
    return {"any_of": codes, "first": True, "refused": False}


def listing(codes: Sequence[str], totals: Iterable[int] = ()) -> Gold:
    """Five right ones (or all), no wrong one, and the total where more exist than are named."""
    if not codes:
        return {"says": "nothing", "only": True, "refused": False}
    total = list(dict.fromkeys([len(codes), *totals]))
    least = min(5, min(n for n in total if n))
    return {"any_of": list(codes), "least": least, "only": True, "total": total, "refused": False}


def count(codes: Sequence[str], totals: Iterable[int] = ()) -> Gold:
    """The number; examples named beside it must be right ones."""
    total = list(dict.fromkeys([len(codes), *totals]))
    gold: Gold = {"any_of": list(codes), "least": 0, "only": True, "total": total, "count": True}
    return gold | {"refused": False}


def compare(one: Record, two: Record) -> Gold:
    """Both courses, with something true of each: units, title or description."""
    about = [[*content(r), *units_words(r)] for r in (one, two)]
    return {"codes": [one.code, two.code], "about": about, "refused": False}


def more_units(one: Record, two: Record) -> Gold:
    values = [units_words(one), units_words(two)]
    return {"codes": [one.code, two.code], "values": values, "refused": False}


def repeatable(record: Record) -> Gold:
    """The most units repeats may add up to; a course without such a limit is not asked about."""
    return {"values": [[f"{record.most:g} unit", f"{record.most:g}"]], "refused": False}


def category(record: Record) -> Gold:
    if not record.categories:
        return {"says": "nothing", "refused": False}
    values = [category_words(letter) for letter in record.categories]
    return {"values": values, "codes": [record.code], "refused": False}


def offered(record: Record) -> Gold:
    return {"verdict": "yes", "codes": [record.code], "refused": False}


def lab(record: Record) -> Gold:
    return {"verdict": "yes" if record.lab else "no", "refused": False}


def clearance(record: Record) -> Gold:
    """Section letter D: the department must clear registration."""
    needed = record.meetings[0].section.endswith("D")
    values = [["required", "needed", "need", "D", "must", "requires", "clear"]]
    return {"verdict": "yes" if needed else "no", "values": values, "refused": False}


def graded(record: Record) -> Gold:
    """Asked of courses whose description says CR/NC."""
    spellings = ["CR/NC", "credit/no credit", "credit / no credit", "credit or no credit"]
    return {"values": [spellings], "codes": [record.code], "refused": False}


def refusal() -> Gold:
    """The data does not hold it: said so, and nothing cited."""
    return {"refused": True, "cites": False}


def category_words(letter: str) -> Words:
    """'GE-B', 'category B', 'Humanistic Inquiry'."""
    name = GE_NAME[letter]
    return [f"GE-{letter}", f"GE {letter}", f"category {letter}", name, name.removeprefix("The ")]


def day_words(day: str) -> Words:
    """What a day is called; Tue and Thu together are often one word."""
    short = {"Tue": ["Tu", "TTh", "TuTh"], "Thu": ["Th", "TTh", "TuTh", "Thurs"]}
    run = ["MW", "MWF"] if day in ("Mon", "Wed") else ["MWF"] if day == "Fri" else []
    return [FULL_DAY[day], day, *short.get(day, []), *run]


def times(at: Meeting) -> list[Words]:
    """Start and end: the start may leave its am or pm to the end, as the file does."""
    assert at.start is not None and at.end is not None
    start = clock(at.start)
    return [[start, start[:-2], f"{at.start // 60}:{at.start % 60:02d}"], [clock(at.end)]]


def clock(minutes: int) -> str:
    """840 -> '2:00pm'."""
    hour, minute = divmod(minutes, 60)
    return f"{(hour - 1) % 12 + 1}:{minute:02d}{'am' if hour < 12 else 'pm'}"


def codes_in(text: str) -> list[str]:
    """Course codes a text names."""
    return [m.replace("-", " ") for m in re.findall(r"\b[A-Z]{2,5}[ -]\d{3}[A-Za-z]{0,4}\b", text)]


def content(record: Record) -> Words:
    """The words that carry a course's title and description, each once."""
    words = _WORD.findall(f"{record.title} {record.about}".lower())
    return [word for word in dict.fromkeys(words) if not COMMON.fullmatch(word)]


def rare_words(records: Iterable[Record]) -> Counter[str]:
    """In how many records each content word stands."""
    return Counter(word for record in records for word in content(record))


COMMON = re.compile(
    "about|also|among|analysis|approaches|based|basic|been|between|both|class|course|courses|design"
    "|development|either|emphasis|especially|focus|from|graded|have|into|introduction|issues"
    "|including|includes|junior|major|methods|more|most|other|over|practice|principles|problems"
    "|prerequisite|registration|research|selected|senior|skills|special|students|study|such|than"
    "|techniques|that|their|them|theories|theory|these|they|this|those|through|topics|under|units"
    "|upon|using|various|well|which|while|will|with|within|work"
)
