"""Under whom a course is given, told as a clause beside what is asked of it: "when Smith teaches
X, does it meet on Fridays"."""

from __future__ import annotations

from rag.query import Query
from rag.understanding.words import Text

_IF = r"(?:when|whenever|if|while|where|as)"
_GIVEN = r"(?:taught|led|given|run|offered|instructed)"
_HEADS = (
    r"(?:(?:is|as|was) (?:the |an? )?{teacher}(?: (?:for|of|in))?|"
    r"teaches|is teaching|taught|leads|runs|gives)"
)
_IT = r"(?:it|that|this|(?:the|this|that) (?:{class}))"
CLAUSES = (
    (rf"{_IF} ~ {_HEADS} (?P<x>{{x}})(?= ,| \S+ \S)", r"x"),
    (rf"{_IF} (?P<x>{{x}}) (?:is|was|gets) (?:being )?{_GIVEN} by ~(?= ,| \S+ \S)", r"x"),
    (rf"(?<=\S ){_IF} ~ {_HEADS} {_IT}(?= ?$| [?.,])", ""),
    (rf"(?<=\S ){_IF} {_IT} is (?:being )?{_GIVEN} by ~(?= ?$| [?.,])", ""),
    (r"(?P<x>{x}) (?:with|under|by) ~ ,(?= (?:is|are|does|do|will|would|can|has|have) )", r"x"),
)


def leave_teaching(text: Text) -> None:
    """Leave out such a clause; who is named stays a condition of the course."""
    for words, kept in CLAUSES:
        if match := text.has(words):
            text.take(words, match[kept] if kept else "")
            text.spread()


def checked(query: Query) -> bool:
    """Whether a course is held against a person and something else too."""
    fields = {f.field for f in query.filters}
    return query.ask == "schedule" and "instructor" in fields and len(fields) > 1
