"""Lists and counts over the whole table, with the true number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.catalogue import OWN_WORK
from rag.course import Course
from rag.exact import condition
from rag.exact.aside import aside, fixed, ranged
from rag.exact.mention import begun, formed, loosely, mentioning
from rag.exact.remark import remark
from rag.exact.selection import culprit, select
from rag.exact.wording import (
    be,
    bullets,
    capital,
    cite,
    given,
    named,
    one,
    plain,
    plural,
    series,
)
from rag.fact import Asked, Facts, refuse, state
from rag.query import Filter
from rag.understanding.stray import talk
from rag.understanding.words import Text

# How many courses a list shows; a list of up to ALL shows them all, one of up to INLINE in line.
SHOWN = 6
ALL = 8
CLOSE = 0.4  # cosine from which a course is close in meaning to a topic none mentions
LOOSE = 0.33  # the same where others than those shown are asked for, in words of their own
INLINE = 3
SUBJECT = re.compile(
    r"\b(?:about|covering|involving|regarding|concerning|relat\w+ to|deal\w* with|mention\w*|"
    r"topic)\b",
    re.I,
)


def listing(asked: Asked) -> Facts:
    """Some courses that meet the conditions, and how many there are."""
    found, lead = courses_found(asked)
    if not lead:
        return _none(asked)
    if not found:
        return _near(asked, lead)
    more, beside = aside(asked)
    ranging = _ranging(asked, found)
    more = _also(asked, found) + ranged(ranging) + more
    answer = table(asked, found, lead, more, beside=[*beside, *ranging])
    return replace(answer, total=len(found) + len(ranging))


def count(asked: Asked) -> Facts:
    """The true number of courses that meet the conditions, with a few of them."""
    found, lead = courses_found(asked)
    if not found or len(found) <= INLINE:
        return listing(asked)
    rows = series([cite(c) for c in found[:INLINE]])
    ranging = _ranging(asked, found)
    text = f"{lead}, for example {rows}.{ranged(ranging)}"
    total = len(found) + len(ranging)
    return state(text, [str(len(found))], [*found, *ranging], total=total)


def taught_by(asked: Asked) -> Facts:
    """The courses whose listed section an instructor teaches."""
    names = [str(v) for f in asked.query.filters if f.field == "instructor" for v in f.values]
    if not names:
        return refuse(f"I don't find that name among the instructors in {asked.file}.")
    found = select(asked.named or asked.catalogue.courses, asked.query.filters)
    if not found:
        return _none(asked)
    other = [f for f in asked.query.filters if f.field != "instructor"]
    what = condition.courses(other, len(found))
    who = series(names[:4], "or")
    return table(asked, found, f"{who} is listed for {len(found)} {what} in {asked.file}")


def table(
    asked: Asked,
    found: Sequence[Course],
    lead: str,
    after: str = "",
    also: Sequence[Course] = (),
    beside: Sequence[Course] = (),
) -> Facts:
    """The lead, then the courses: in line when few, else in rows; `also` the lead cites, `beside`
    what comes after."""
    total = len(found)
    shown = found if total <= ALL else found[:SHOWN]
    rows = [f"{named(c)} ({remark(asked, c)})" for c in shown]
    hits = [hit.course for hit in asked.hits]
    values, rests = [str(total)], [*also, *shown, *beside, *hits]
    if total <= INLINE:
        return state(f"{lead}: {series(rows)}.{after}", values, rests, total=total)
    left = total - len(shown)
    first = f"{lead}; here are {len(shown)}" if left else lead
    end = f"and {left} more.{after}" if left else after.strip()
    text = f"{first}:\n{bullets(rows)}\n{end}".rstrip()
    return state(text, values, rests, total=total)


def courses_found(asked: Asked) -> tuple[Sequence[Course], str]:
    """The courses that match and the sentence that counts them.

    Where the conditions leave nothing, no sentence; where only the topic does, one that says so.
    """
    topic = plain(asked.query.topic)
    scope, filters = _scope(asked)
    found: Sequence[Course] = select(scope, filters)
    if not found:
        return (), ""
    about = ""
    if topic and not (asked.named and filters):
        meet = found
        found, about = _about(asked, meet, topic)
        if not found and filters and _talked(asked):
            return courses_found(replace(asked, query=replace(asked.query, topic="")))
        if not found and filters and _stray(asked):
            found = _plainest_first(meet, filters)
            about = f" (“{topic}” left aside: none mentions it)"
        if not found:
            what = condition.courses(filters, 1)
            quoted = topic.replace(" or ", "” or “")
            return (), f"No {what} in {asked.file} mentions “{quoted}” word for word"
    else:
        found = _plainest_first(found, filters)
    found = fixed(found, filters)
    what = f"{condition.courses(filters, len(found))}{about}"
    if len(scope) < len(asked.catalogue):
        return found, _among(len(found), len(scope), what if filters or about else "")
    return found, f"{capital(asked.file)} has {len(found)} {what}"


def _ranging(asked: Asked, found: Sequence[Course]) -> list[Course]:
    """Those that can be taken for the units asked for, but for others too: left out of a list."""
    scope, filters = _scope(asked)
    meet = select(scope, filters)
    others = [c for c in meet if c not in found] if fixed(meet, filters) != meet else []
    topic = plain(asked.query.topic)
    if topic and others and not asked.named and _about(asked, meet, topic)[0]:
        others = mentioning(asked.catalogue, others, topic)
    return [c for c in others if c.units_min < c.units_max]


def mentioned(asked: Asked, courses: Sequence[Course] = ()) -> Sequence[Course]:
    """Those of the courses, or of all, that mention the question's topic."""
    return _about(asked, courses or asked.catalogue.courses, plain(asked.query.topic))[0]


def _about(asked: Asked, courses: Sequence[Course], topic: str) -> tuple[Sequence[Course], str]:
    """The courses about a topic, the nearest first, and how that is said."""
    found = mentioning(asked.catalogue, courses, topic)
    left, quoted = "", topic.replace(" or ", "” or “")
    if found and len(found) <= INLINE:
        more = begun(asked.catalogue, courses, topic)
        found = [*found, *(c for c in more if c not in found)]
    alike, base = formed(asked.catalogue, courses, topic) if found else ([], "")
    if alike := [c for c in alike if c not in found]:
        told = f" that mention “{quoted}” or have “{base}” in the title"
        return _by_rank(asked, [*found, *alike]), told
    elif not found and mentioning(asked.catalogue, asked.catalogue.courses, topic):
        found = begun(asked.catalogue, courses, topic)  # as it would be where some mention it
    if not found:
        found, told, out = loosely(asked.catalogue, courses, topic, asked.query.text)
        quoted = told.replace(" or ", "” or “")
        left = f" (none mentions “{out}”)" if out else ""
    one = len(found) == 1
    return _by_rank(asked, found), f" that mention{'s' if one else ''} “{quoted}”{left}"


def _talked(asked: Asked) -> bool:
    """Whether all words left over are how students talk, which no course that fits mentions."""
    words = Text(asked.query.text).words
    return all(talk(word, words) for word in asked.query.topic.split())


def _stray(asked: Asked) -> bool:
    """Whether words left over are mere talk: beside several conditions or a teacher, or in a count,
    with no course close to them, and not said to be what the courses are about."""
    filters = asked.query.filters
    if asked.query.follows and not {*asked.query.topic.split()} & {*Text(asked.query.text).words}:
        return False  # what the list before was about
    several = len(filters) > 1 or any(f.field == "instructor" for f in filters)
    if SUBJECT.search(asked.query.text) or not (several or asked.query.ask == "count"):
        return False
    return not select([h.course for h in asked.hits if h.score >= CLOSE], filters)


def _scope(asked: Asked) -> tuple[Sequence[Course], tuple[Filter, ...]]:
    """The courses to choose from, all but those a condition names; and the other conditions."""
    if asked.named:
        return asked.named, asked.query.filters
    codes = [f for f in asked.query.filters if f.field == "code" and f.op == "any"]
    if not codes:
        return asked.catalogue.courses, asked.query.filters
    rest = tuple(f for f in asked.query.filters if f not in codes)
    return select(asked.catalogue.courses, codes), rest


def _among(found: int, scope: int, what: str) -> str:
    """'All 3 of them are …', 'Of those, 1 is a …'."""
    if not what:
        return f"Those are {plural(found, 'course')}"
    if found == scope > 1:
        return f"All {found} of them are {what}"
    return f"Of those, {found} {be(found)} {one(what) if found == 1 else what}"


def _by_rank(asked: Asked, found: Sequence[Course]) -> list[Course]:
    """Those that the search ranks come first, in its order; where all are shown, in the file's."""
    if len(found) <= ALL:
        listed = {c.code: n for n, c in enumerate(asked.catalogue)}
        return sorted(found, key=lambda c: listed[c.code])
    return _ranked(asked, found)


def _ranked(asked: Asked, found: Sequence[Course]) -> list[Course]:
    """Those that the search ranks come first, in its order."""
    rank = {hit.course.code: n for n, hit in enumerate(asked.hits)}
    return sorted(found, key=lambda c: rank.get(c.code, len(rank)))


def _plainest_first(found: Sequence[Course], filters: Sequence[Filter]) -> list[Course]:
    """Classes before theses and the like, just the days and units asked for before more."""
    ranged = any(f.field == "units" and f.op == "any" for f in filters)
    days = {str(v) for f in filters if f.field == "day" and f.op == "all" for v in f.values}

    def further(course: Course) -> tuple[bool, bool, bool]:
        meets = {day for section in course.sections[:1] for day in section.days}
        ranges = ranged and course.units_min < course.units_max
        return bool(OWN_WORK.search(course.title)), ranges, bool(days) and meets != days

    return sorted(found, key=further)


def _near(asked: Asked, none: str) -> Facts:
    """Nothing mentions the topic: the closest in meaning, said to be no more than that."""
    filters = asked.query.filters
    others = bool(filters) and all(f.field == "code" and f.op == "not" for f in filters)
    least = LOOSE if others else CLOSE
    near = (h.course for h in asked.hits if h.score >= least)
    found = select([c for c in near if not OWN_WORK.search(c.title)], filters)[:4]
    if found:
        rows = series([f"{named(c)} ({remark(asked, c)})" for c in found])
        more, beside = aside(asked)
        text = f"{none}; the closest in meaning {be(len(found))} {rows}.{more}"
        return state(text, [], [*found, *beside])
    if others:
        return state(f"{none}; no other comes close in meaning.", ["none"], total=0)
    matching = select(asked.named or asked.catalogue.courses, filters)
    if filters and matching:
        there = f"without that topic there {be(len(matching))} {plural(len(matching), 'course')}"
        nearest = _plainest_first(_ranked(asked, matching), filters)
        return table(asked, nearest, f"{none}; {there}")
    return refuse(f"{none}.")


def _also(asked: Asked, found: Sequence[Course]) -> str:
    """Where few courses mention the topic, those the search finds close to it."""
    if not asked.query.topic or asked.named or len(found) > INLINE:
        return ""
    near = select(
        [h.course for h in asked.hits if h.course not in found and h.score >= CLOSE],
        asked.query.filters,
    )
    rows = series([f"{named(c)} ({remark(asked, c)})" for c in near[:INLINE]])
    return given(rows, " Close in meaning: ", ".")


def _none(asked: Asked) -> Facts:
    """That nothing matches, and which condition is in the way."""
    scope, filters = _scope(asked)
    what = condition.courses(filters, 1)
    if len(scope) < len(asked.catalogue):
        return state(f"Of those courses, none is {one(what)}.", ["none"], total=0)
    text = f"{capital(asked.file)} has no {what}."
    found = culprit(asked.catalogue.courses, filters)
    more, beside = aside(asked)
    if found and not more:
        f, left = found
        text += f" Without the condition “{f.label()}” there would be {left}."
    return state(text + more, ["no"], beside, total=0)
