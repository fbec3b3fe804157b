"""The prompt: a fixed system part, exact facts, course records, the question. Serves and trains."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rag.conversation import Turn
from rag.course import Course, Hit
from rag.fact import Facts
from rag.query import Query

Message = dict[str, str]

BUDGET = 600  # tokens of the whole prompt, template included
SYSTEM = (
    "You answer students' questions about university courses from the facts and courses given, "
    "in one or two short sentences. Cite every course as [CODE]. Never add anything that is not "
    "given."
)
# Questions that are answered from descriptions rather than from exact fields.
BY_DESCRIPTION = frozenset({"description", "recommend", "other", "code"})
# (courses, words of each description), from rich to poor: the first that fits the budget is used.
SHAPES = ((5, 60), (5, 35), (5, 20), (4, 15), (3, 12), (3, 0), (2, 0), (1, 0), (0, 0))
# With exact facts, which quote what is needed of a description, the records only say what is what.
BESIDE_FACTS = SHAPES[5:]


def messages(
    query: Query,
    facts: Facts,
    hits: Sequence[Hit],
    history: Sequence[Turn],
    count: Callable[[Sequence[Message]], int],
    budget: int = BUDGET,
) -> list[Message]:
    """The chat messages for a question, the richest that `count` puts within `budget` tokens.

    The last turn is included where the question leans on it. Long facts are cut from their end, and
    a question that alone is too long loses its middle.
    """
    last = history[-1] if history and query.follows else None
    for turn in (last, None) if last else (None,):
        for shape in BESIDE_FACTS if facts.lines else SHAPES:
            built = _build(query.text, facts, courses(query, facts, hits), shape, turn)
            if count(built) <= budget:
                return built
    for lines in range(len(facts.lines) - 1, -1, -1):
        built = _build(query.text, facts, [], (0, 0), None, lines)
        if count(built) <= budget:
            return built
    return _cut(query.text, count, budget)


def courses(query: Query, facts: Facts, hits: Sequence[Hit]) -> list[Course]:
    """The courses whose records are shown: those the facts rest on, else those found."""
    if facts.courses:
        return list(facts.courses)
    return [hit.course for hit in hits] if query.ask in BY_DESCRIPTION else []


def record(course: Course, words: int) -> str:
    """A course in one line: code, title, units, needs, times; `words` of its description."""
    parts = [f"[{course.code}] {course.title}", course.units]
    if course.prerequisites:
        parts.append(f"needs {course.prerequisites}")
    if course.sections:
        parts.append(course.sections[0].when())
        if course.sections[0].instructors:
            parts.append("taught by " + ", ".join(course.sections[0].instructors))
    about = " ".join(course.description.split()[:words])
    return " | ".join(parts) + (f" | {about}" if about else "")


def _build(
    question: str,
    facts: Facts,
    courses: Sequence[Course],
    shape: tuple[int, int],
    turn: Turn | None,
    lines: int | None = None,
) -> list[Message]:
    built: list[Message] = [{"role": "system", "content": SYSTEM}]
    if turn is not None:
        built.append({"role": "user", "content": turn.question[:200]})
        built.append({"role": "assistant", "content": turn.answer[:300]})
    content = "\n".join(_content(question, facts.lines[:lines], courses[: shape[0]], shape[1]))
    built.append({"role": "user", "content": content})
    return built


def _content(
    question: str, lines: Sequence[str], courses: Sequence[Course], words: int
) -> Iterator[str]:
    if lines:
        yield "Facts:"
        yield from lines
    if courses:
        yield "Courses:"
        yield from (record(course, words) for course in courses)
    yield f"Question: {question}"


def _cut(question: str, count: Callable[[Sequence[Message]], int], budget: int) -> list[Message]:
    keep = len(question)
    while True:
        keep //= 2
        short = f"{question[:keep]} ... {question[len(question) - keep :]}" if keep else ""
        built = _build(short, Facts((), "", (), ()), [], (0, 0), None)
        if not keep or count(built) <= budget:
            return built
