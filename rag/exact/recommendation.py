"""Recommendations: a few of the courses found for a question, each with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from rag.catalogue import code_key
from rag.course import Course
from rag.exact import condition
from rag.exact.listing import CLOSE, OWN_WORK, listing
from rag.exact.mention import mentioning
from rag.exact.remark import remark
from rag.exact.wording import bullets, capital, named, opening
from rag.fact import Asked, Facts, refuse, state
from rag.query import matches

PICKS = 4


def recommend(asked: Asked) -> Facts:
    """Up to `PICKS` courses that meet the conditions and are neither named nor taken already."""
    fitting = _fitting(asked)
    ready = [c for c in fitting if asked.requirements.eligible(c.code, asked.taken)]
    picks = ((ready or fitting) if asked.taken else fitting)[:PICKS]
    if not picks or _unlike(asked, picks):
        return listing(asked) if asked.query.filters or picks else _ask(asked)
    rows = [f"{named(c)} ({remark(asked, c)}): {_reason(c)}".rstrip(": ") for c in picks]
    lead = "This one fits best" if len(picks) == 1 else "These look like a good fit"
    if asked.query.filters:
        lead += f" among the {condition.courses(asked.query.filters, 2)}"
    return state(f"{lead}:\n{bullets(rows)}", [], picks)


def _fitting(asked: Asked) -> list[Course]:
    """The hits that qualify, one for each title: of several parts or cross-listings the first."""
    fitting: dict[str, Course] = {}
    for course in (hit.course for hit in asked.hits):
        known = course.code in asked.query.codes or code_key(course.code) in asked.taken
        if not known and matches(course, asked.query.filters):
            fitting.setdefault(course.title.casefold(), course)
    return sorted(fitting.values(), key=lambda c: bool(OWN_WORK.search(c.title)))


def _unlike(asked: Asked, picks: Sequence[Course]) -> bool:
    """Whether nothing found is about the topic, nor close to it in meaning."""
    topic, scores = asked.query.topic, {h.course.code: h.score for h in asked.hits}
    close = any(scores.get(c.code, 0.0) >= CLOSE for c in picks)
    return bool(topic) and not close and not mentioning(asked.catalogue, picks, topic)


def _ask(asked: Asked) -> Facts:
    return refuse(
        f"I found nothing in {asked.file} to recommend for that; tell me a subject, "
        "the units, the level or the days that suit you."
    )


def _reason(course: Course) -> str:
    """Why it may suit: the first sentence of its description, in one line."""
    return capital(opening(course.description, 130))
