"""May I take it: prerequisites against the courses a student has taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.catalogue import code_key
from rag.course import Course
from rag.exact import condition
from rag.exact.admission import SELF, admits, wanted
from rag.exact.listing import ALL, table
from rag.exact.lookup import MOST
from rag.exact.needs import absent, asks_itself, tell
from rag.exact.notes import advice, barred, stated_prerequisite
from rag.exact.restriction import caveats
from rag.exact.selection import select
from rag.exact.unlocking import unlocks
from rag.exact.wording import be, cite, given, plural, series
from rag.fact import Asked, Facts, state
from rag.ground import codes as codes_in
from rag.prerequisites import NOTHING, Tree, Unparsed, codes, keys, missing, words

# A student who says that nothing is passed yet.
NONE = re.compile(
    r"(?:n['’]t|\bnot|\bnever) (?:\w+ )?(?:taken|passed|done|had|took|take) any(?:thing)?\b|"
    r"\b(?:taken|passed|done|with) (?:nothing|no (?:class|course)\w*)\b",
    re.IGNORECASE,
)
# Whether more is needed than what is passed: neither yes nor no says it.
MORE = re.compile(
    r"\b(?:beyond|besides?|apart from|aside from|(?:other|else) than|on top of|in addition to|"
    r"except for|more than)\b|\ball (?:that )?(?:\w+ ){1,2}(?:needs?|needed|takes?|require[sd]?)\b",
    re.IGNORECASE,
)


def eligible(asked: Asked) -> Facts:
    """For courses named: yes, or what is missing; for none: what the courses taken open."""
    targets = [c for c in asked.named if code_key(c.code) not in asked.taken] or asked.named
    if not targets:
        return _openings(asked)
    targets = [c for c in targets if not _namesake(asked, c, targets)]
    told = [_one(asked, course) for course in targets[:MOST]]
    return state(
        " ".join(text for text, _ in told), [v for _, values in told for v in values], targets
    )


def _namesake(asked: Asked, course: Course, targets: Sequence[Course]) -> bool:
    """Whether the course only shares its title with one that asks for courses passed."""

    def led(one: Course) -> bool:
        return bool(asked.taken & keys(asked.requirements.tree(one.code)))

    alike = (c for c in targets if c != course and c.title == course.title)
    return not led(course) and any(map(led, alike)) and not _numbered(asked, course)


def _numbered(asked: Asked, course: Course) -> bool:
    return f"{course.number:03d}" in asked.query.text


def _one(asked: Asked, course: Course) -> tuple[str, list[str]]:
    text, values = _verdict(asked, course, asked.requirements.tree(course.code))
    if not _let_in(asked, course):
        note = f"No: registration for {cite(course)} is not open to your class level."
        rest = (
            f" {tell(asked, course)[0]}" if values[:1] not in (["Yes"], ["That is enough"]) else ""
        )
        return f"{note}{rest} {caveats(course)}", ["No"]
    out = barred(course)
    named = [c for c in asked.query.taken if code_key(c) in asked.taken & set(codes_in(out))]
    if named:
        said = f"No: the description of {cite(course)} says “{out}”, and you have {series(named)}."
        return said, ["No"]
    note = given(out, "Its description says: “", "”.")
    return " ".join(filter(None, (text, advice(course), caveats(course), note))), values


def _let_in(asked: Asked, course: Course) -> bool:
    """Whether the class level that the student says to be of, if any, is let in."""
    noun, names = wanted(asked.query.text)
    own = noun == "class level" and SELF.search(asked.query.text)
    return not own or admits(course, noun, names) is not False


def _verdict(asked: Asked, course: Course, tree: Tree) -> tuple[str, list[str]]:
    if tree == NOTHING and not stated_prerequisite(course):
        said, values = tell(asked, course)
        yes = _enough(asked)
        return f"{yes}, as far as prerequisites go: {said}", [yes, *values]
    if tree == NOTHING or isinstance(tree, Unparsed) or asks_itself(asked, course):
        return tell(asked, course)
    if not asked.taken and not NONE.search(asked.query.text):
        said, values = tell(asked, course)
        return f"{said} Tell me which courses you have passed and I can check.", values
    if asked.requirements.eligible(course.code, asked.taken):
        used = series([code for code in asked.query.taken if _counts(code, tree)])
        said = f"{cite(course)} requires {words(tree)}, and you have {used}"
        yes = _enough(asked)
        return f"{yes}, as far as prerequisites go: {said}.", [yes]
    return _lacking(asked, course, tree)


def _enough(asked: Asked) -> str:
    return "That is enough" if asked.taken and MORE.search(asked.query.text) else "Yes"


def _counts(code: str, tree: Tree) -> bool:
    """Whether a course taken is one the tree names, a sequence standing for its parts."""
    key = code_key(code)
    return key is not None and (
        key in keys(tree) or (not key[2] and any(k[:2] == key[:2] for k in keys(tree)))
    )


def _lacking(asked: Asked, course: Course, tree: Tree) -> tuple[str, list[str]]:
    left = missing(tree, asked.taken)
    still = "need" if left == tree else "still need"
    lead, value = ("For", still) if MORE.search(asked.query.text) else ("Not yet: for", "Not yet")
    text = f"{lead} {cite(course)} you {still} {words(left)}.{absent(asked, left)}"
    steps = asked.requirements.path(course.code, asked.taken) or ()
    if {code_key(step) for step in steps[:-1]} - keys(left):
        # What is missing has prerequisites of its own that are missing too.
        gone = [s for s in steps if not asked.catalogue.find(s) and s not in codes(left)]
        text += (
            f" The shortest way there is {plural(len(steps), 'course')}: {', then '.join(steps)}."
        )
        text += f" {series(gone)} {be(len(gone))} not in {asked.file}." if gone else ""
    return text, [value, *codes(left)]


def _openings(asked: Asked) -> Facts:
    """The courses with prerequisites that those taken meet."""
    filters = asked.query.filters
    if not asked.taken:
        return state("")
    known = {key[0] for key in asked.taken}
    opened = sorted(
        select(asked.requirements.opened(asked.taken), filters),
        key=lambda course: course.program not in known,
    )
    free = select([c for c in asked.catalogue if not c.prerequisites], filters) if filters else ()
    after = _free(free) if filters else ""
    what = condition.courses(filters, len(opened))
    have = f"With {series(asked.query.taken)} you meet the prerequisites of"
    if not opened and not filters:
        # Nothing is fully met: what names them is at least a step on the way.
        alone = f"{have} no further course in {asked.file}."
        named = unlocks(replace(asked, query=replace(asked.query, codes=asked.query.taken)))
        rests = [*named.courses]
        return state(f"{alone} {named.statement}", named.values, rests, total=named.total)
    if not opened:
        shown = free if len(free) <= ALL else ()
        text = f"{have} no further {what} in {asked.file}.{after}"
        return state(text, ["no further"], shown, total=0)
    lead = f"{have} {len(opened)} {what} in {asked.file}"
    return table(asked, opened, lead, after, beside=free if len(free) <= ALL else ())


def _free(free: Sequence[Course]) -> str:
    """The courses that nothing is needed for: all of a few, else their number."""
    verb = "has" if len(free) == 1 else "have"
    text = f" {len(free) or 'No'} such {'course' if len(free) == 1 else 'courses'} {verb} no "
    told = series([cite(c) for c in free]) if 0 < len(free) <= ALL else ""
    return f"{text}prerequisites at all{given(told, ': ')}."
