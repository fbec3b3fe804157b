"""Several courses of the talk, each held against one that is named: "does either clash with X"."""

from __future__ import annotations

from rag.query import Query
from rag.understanding.groups import together
from rag.understanding.past import SETS, Past, parts_of_one
from rag.understanding.reading import Reading
from rag.understanding.words import pattern

MOST = 6  # courses that are held against one
_LEAD = r"(?:(?:and|so|ok|okay|but|then|also|hmm|well|,) )*"
_VERB = r"(?:do|does|would|will|is|are|can|could|might)"
_THEM = r"(?:them|those|these|the two|both|either|any|#\d+)"
_WHO = (
    rf"(?:(?:either|neither|both|any|all|some|none|which|one|each)(?: (?:one|ones|{{class}}))?"
    rf"(?: of {_THEM}(?: (?:two|three|four|ones|{{class}}))?)?|they|(?:the|those|these) two|those|"
    rf"these|#\d+)"
)
_CLASH = (
    r"(?:clash\S*|conflict\S*|overlap\S*|collid\S*|interfer\S*|fits?|goe?s?|works?|runs?|bumps?|"
    r"(?:(?:meets?|meeting|held|taught) )?(?:at |in |on )?the same (?:times?|hours?|slot))"
)
_WITH = (
    r"(?: (?:well|fine|okay|ok|at all|in time|timewise|up))*(?: (?:with|into|as|against|alongside))"
)
_END = r"(?: (?:too|also|as well|then|though|or not|at all|either))*(?: [?.!])*"
_SO = r"(?: (?:would|will|do|does|also|still|even|ever|happen to|be|meet))*"
AGAINST = pattern(
    rf"{_LEAD}(?:{_VERB} )?{_WHO}{_SO} {_CLASH}{_WITH} {{x}}{_END}"
    rf"|{_LEAD}{_VERB} {{x}}{_SO} {_CLASH}{_WITH} {_THEM}(?: (?:one|of {_THEM}))?{_END}"
)


def severally(reading: Reading) -> Query | None:
    """Whether one of the courses spoken of meets at the same time as the one named."""
    if reading.past.query is None or reading.said or not AGAINST.fullmatch(reading.text.line):
        return None
    single = [m.codes for m in reading.mentions if m.how in ("code", "title", "shown")]
    group = _pointed(reading) or _spoken_of(reading.past)
    pointed = any(m.how == "reference" for m in reading.mentions)  # "it"
    if pointed or len(single) != 1 or not single[0]:
        return None
    one = single[0][0]
    if one in group or not 1 < len(group) <= MOST or parts_of_one(group):
        return None
    reading.follows = True
    return reading.done("schedule", codes=(*group, one))


def _pointed(reading: Reading) -> tuple[str, ...]:
    """The courses that a mark stands for: "those two"."""
    several = (m.codes for m in reading.mentions if m.how in ("those", "some"))
    return next(several, ())


def _spoken_of(past: Past) -> tuple[str, ...]:
    """The courses looked up last, if several, else those of the list, or the two named last."""
    last = past.query
    if last and len(last.codes) > 1 and last.ask not in SETS:
        return last.codes
    of_set = last and last.ask in SETS and len(past.codes) > 1
    return past.codes if of_set else together(past.record, 2)
