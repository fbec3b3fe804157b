"""The way to a course: all that has to be taken before it, in order, and how many units that is."""

from __future__ import annotations

import re

from rag.exact.eligibility import eligible
from rag.exact.lookup import summed
from rag.exact.needs import tell
from rag.exact.stated import untitled
from rag.exact.wording import be, cite, plural, series
from rag.fact import Asked, Facts, state

WAYS = (
    "prerequisites",
    "eligible",
    "unlocks",
    "description",
    "list",
    "count",
    "recommend",
    "other",
)
WAY = re.compile(
    r"\b(?:(?:shortest|fastest|quickest) (?:way|path|route|sequence|order|chain|list)|"
    r"path(?!\s*\d)|roadmap|chain|"
    r"(?:sequence|series|order|ladder|string) of (?:class|course|prereq)\w*|"
    r"(?:what|which) (?:order|sequence|route)|from (?:scratch|nothing|zero)|"
    r"how (?:many|long|far)\b.*\b(?:stands?|between me|away from|until|till|before i can|"
    r"(?:get|getting) (?:to|there|into)|to reach|left|remaining|more)|(?:have|need) to .*to reach|"
    r"how (?:far|close)\b|steps to (?:get|take|reach)\b|how deep\b|how many more\b|"
    r"(?:whole|full|what is the|my) (?:plan|steps)\b|"
    r"(?:lay|map|spell|write|chart|plot|trace)(?:s|ped|ting)? out\b|step by step|road to|"
    r"(?:what|which) all\b.*\b(?:before|first|need|gotta|have to)|"
    r"(?:every ?thing|every (?:class|course)|all(?: of)?(?: the)? (?:classes|courses|prereq\w*))\b"
    r".*\b(?:leading|to reach)\b|"
    r"(?:before|prior to)\b.*\b(?:all of (?:it|them)|everything|"
    r"from the (?:very )?(?:beginning|start))|"
    r"(?:prereqs?|prerequisites?|requirements?) of (?:its |the |their |those |these )?"
    r"(?:prereq|prerequisite|requirement)s?|"
    r"(?:complete|entire|whole|full) (?:list of )?prereq\w*|"
    r"(?:starting|start|begin) (?:from|with) (?:nothing|zero|scratch)|"
    r"on the way to|en route to)\b",
    re.IGNORECASE,
)
# Of the way to a course also what the course itself asks for.
ALL_OF = re.compile(r"\b(?:asks? for|requires?|needs?|prereq\w*)\b", re.IGNORECASE)
# Of the ways to a course the one with the fewest units.
CHEAPEST = re.compile(
    r"\bcheapest\b|"
    r"\b(?:least|fewest|minim\w+|min|smallest|lowest|fewer|less)(?: \w+){0,3}"
    r" (?:units?|credits?)\b|"
    r"\b(?:units?|credits?)[- ](?:wise|cheapest|minim\w+)\b",
    re.IGNORECASE,
)
# What is weighed then: the way, and not the units of the course itself.
LEADING = re.compile(
    r"\b(?:path|way|route|chain|sequence|road|reach|reaching|before|until|get(?:ting)? (?:to|into)|"
    r"leading|end up|towards?|on the way)\b",
    re.IGNORECASE,
)

# These are asked of the course itself, unless the way is named.
OF_ITSELF = ("units", "schedule")
PLAINLY = re.compile(
    r"\b(?:path|way|road|route|chain|sequence) (?:to|from|into|towards?)\b|"
    r"\bfrom (?:zero|scratch|nothing)\b.*\bto\b",
    re.IGNORECASE,
)

# No more than the step before is asked for.
DIRECT = re.compile(
    r"\b(?:direct|immediate)(?:ly)?\b[^.?!]*\b(?:requir\w+|prereq\w*|need\w*|before|precede\w*)\b"
    r"|\b(?:requir\w+|prereq\w*|need\w*|precede\w*|before) (?:\w+ ){0,2}?"
    r"(?:directly|immediately)\b",
    re.IGNORECASE,
)


def about_way(asked: Asked) -> bool:
    """Whether the way to the one course named is asked for."""
    if len({c.number for c in asked.named}) != 1:
        return False
    ask, text = asked.query.ask, untitled(asked)
    if DIRECT.search(text):
        return False
    if CHEAPEST.search(text) and LEADING.search(text):
        return ask in (*WAYS, *OF_ITSELF)
    asked_for = WAY if ask in WAYS else PLAINLY
    return ask in (*WAYS, *OF_ITSELF) and bool(asked_for.search(text))


def way(asked: Asked) -> Facts:
    """The fewest courses, or units, that lead to the one named, in order, from what is taken."""
    course, text = asked.named[0], asked.query.text
    cheap = bool(CHEAPEST.search(text))
    steps = asked.requirements.path(course.code, asked.taken, cheap)
    if steps is None or len(steps) < (2 if cheap else 3):
        return eligible(asked)
    before = [c for step in steps[:-1] if (c := asked.catalogue.find(step))]
    gone = [step for step in steps if not asked.catalogue.find(step)]
    after = f" {series(gone)} {be(len(gone))} not in {asked.file}." if gone else ""
    units = summed(before)
    how = "The way with the fewest units to" if cheap else "The shortest way to"
    said = f"{how} {cite(course)} is {plural(len(steps), 'course')}: "
    said += f"{', then '.join(f'[{step}]' for step in steps)}. "
    those = "Those" if len(before) > 1 else "The one"
    those += " of them in the file" if gone else " before it"
    said += f"{those} {be(len(before))} {units}.{after}" if before else after.strip()
    if asked.query.ask == "prerequisites" or ALL_OF.search(text):
        said = f"{tell(asked, course)[0]} {said}"
    return state(said, [*steps[:-1], units], [course, *before])
