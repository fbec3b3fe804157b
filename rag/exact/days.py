"""Whether several courses meet on the same days: "are they on the same day?"."""

from __future__ import annotations

import re

from rag.exact.clash import different
from rag.exact.wording import cite, series
from rag.fact import Asked, Facts, state

SAME_DAY = re.compile(
    r"^(?!.*\b(?:times?|hours?|when|what|which|who|clash\w*|conflict\w*|overlap\w*)\b).*"
    r"\b(?:same days?|days? in common|share (?:a |any )?days?)\b(?! (?:as|and|of|i|you)\b)",
    re.IGNORECASE,
)


def about_days(asked: Asked) -> bool:
    """Whether it is asked if the courses named meet on the same days."""
    return len(different(asked.named)) > 1 and bool(SAME_DAY.search(asked.query.text))


def shared_days(asked: Asked) -> Facts:
    """'Yes: [HIST 395] and [HIST 433] both meet on Wed ...', with the times of each."""
    courses = different(asked.named)
    sections = [c.sections[0] for c in courses if c.sections]
    meets = [f"{cite(c)} meets {s.when()}" for c, s in zip(courses, sections, strict=False)]
    these = f"{series(meets)}. These are the sections in the file; there may be others."
    if len(sections) < len(courses) or not all(s.days for s in sections):
        return state(f"The file does not say whether they share a day: {these}", [], courses)
    common = [day for day in sections[0].days if all(day in s.days for s in sections)]
    if not common:
        return state(f"No, they have no day in common: {these}", ["No"], courses)
    whole = all(set(s.days) == set(common) for s in sections)
    lead = "Yes, on" if whole else "Only in part: they share"
    return state(f"{lead} {series(common)}: {these}", [lead.split(",")[0], *common], courses)
