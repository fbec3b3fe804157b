"""Levels in students' words: "upper division", "400-level and above", "below 500", "beginner"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rag.query import Filter
from rag.understanding.words import Text

Build = Callable[[re.Match[str]], Sequence[Filter]]

NOT = (
    r"(?:(?:do|does|is|are|be|should|must|can|will|would|have|has) )?"
    r"(?:not|no|without|non|except(?: for)?|excluding|besides|other than|"
    r"avoid(?:ing)?|skip(?:s|ping)?|waives?|zero|0|neither|free of|hate|dislike|can not stand)"
)
LEVEL = {
    "lower": ("lower",),
    "upper": ("upper",),
    "high": ("upper",),
    "undergrad": ("lower", "upper"),
}
YEARS = {"freshm": 100, "sophom": 200, "junior": 300, "senior": 400}
# Of a range only its ends are told, put in one word: "300-499".
RANGE = r"(?P<low>[1-9])00-(?P<high>[1-9])(?:00|99)"
GRADUATE = r"(?:grads?|graduates?|masters?|doctoral|doctorate|phd|postgrad(?:uate)?)(?: 's)?"
AND = r"(?:(?:and|or|/|\+|plus|as well as|,) ?)+"
# Introductory: some of the words only before a class, for they are words of titles too.
BEGINNER = (
    r"(?:for )?(?:an? )?non (?:science|stem|technical|tech|math|art|artistic|musical) (?:person"
    r"|people)"
    r"|(?:(?:for|as) )?(?:(?:a|an|the|(?P<wholly>absolute|complete|total|true|utter)) )*"
    r"(?:(?:beginners?|newbies?|novices?)(?: (?:level|friendly))?"
    r"|(?:entry|intro|introductory|beginning|starter) levels?"
    r"|(?:beginning|introductory|intro|elementary|starter)(?= (?:@\d+ )?(?:{class}|%))"
    r"|(?:intro|introduction) to(?= @\d+ (?:{class}|options?)))"
)


def join_ranges(text: Text) -> None:
    """Put a range of numbers in one word, that neither end is taken for a course."""
    ends = (
        r"(?P<low>[1-9]00)s? (?:to|-|through|until|up to{also}) (?:the )?(?P<high>[1-9](?:00|99))s?"
    )
    for words in (
        rf"between (?:the )?{ends.replace('{also}', '|and')}",
        rf"(?:from )?(?:the )?{ends.replace('{also}', '')}",
    ):
        while match := text.has(words):
            text.take(words, f"{match['low']}-{match['high']}")


def level_rules() -> list[tuple[str, Build]]:
    """Patterns and what each builds, in the order they are tried."""
    no = rf"(?P<no>{NOT} )?"

    def level(match: re.Match[str]) -> list[Filter]:
        name = match["level"]
        values = LEVEL.get(name) or LEVEL["undergrad" if name.startswith("under") else "lower"]
        return [Filter("level", values, "not" if match["no"] else "any")]

    def both(match: re.Match[str]) -> list[Filter]:
        return [Filter("level", ("lower", "upper"))]

    def lower(match: re.Match[str]) -> list[Filter]:
        return [Filter("level", ("lower",), "not" if match.groupdict().get("no") else "any")]

    def beginner(match: re.Match[str]) -> list[Filter]:
        free = [Filter("prerequisites", (False,))] if match["wholly"] and not match["no"] else []
        return lower(match) + free

    def graduate(match: re.Match[str]) -> list[Filter]:
        return [Filter("level", ("graduate",), "not" if match["no"] else "any")]

    def any_level(match: re.Match[str]) -> list[Filter]:
        return []

    ug, gr = r"(?:under ?grads?|undergraduates?|ug)", GRADUATE
    return [
        (
            rf"(?:both )?(?:{ug} {AND} {gr}|{gr} {AND} {ug})(?: both)?(?: levels?| students?)?"
            r"|(?:all|any|every|either|both|whatever|no matter the|regardless of|irrespective of)"
            r" (?:the |class |course )?(?:levels?|lvls?)(?: (?:is fine|ok|okay|at all|welcome))?"
            r"|at (?:all|any|every) levels?",
            any_level,
        ),
        (r"(?:lower (?:and|or|/) upper|upper (?:and|or|/) lower)(?: division| div| level)", both),
        (rf"{no}(?P<level>lower|upper) ?(?:division|divisions|div|divs|level|levels|lvl)", level),
        (rf"{no}(?P<level>high)(?:er|est)? level(?= (?:@\d+ |[a-z]+ )?{{class}})", level),
        (rf"{no}(?P<level>lower|upper)(?= {{class}})", level),
        (
            (
                rf"{no}(?P<level>undergrad|undergrads|undergraduates?)(?: students?)?(?: level|"
                rf" division)?"
            ),
            level,
        ),
        (rf"{no}{BEGINNER}", beginner),
        (rf"(?<=[,%] ){no}{GRADUATE}(?= ?(?:,|$|\?|and ))", graduate),
        (rf"{no}{GRADUATE} (?:level|division|students?|only)", graduate),
        (rf"{no}{GRADUATE}(?= (?:@\d+ |% |[a-z]+ )?(?:{{class}}|ones?|options?)(?: |$))", graduate),
        (r"(?P<no>)(?:grad|graduate)(?= @\d+(?! (?:majors?|students?))(?: |$))", graduate),
        (
            rf"for (?P<no>)(?:a )?{GRADUATE}(?: students?)?"
            r"(?= ?(?:,|$|\?|and |%|in |at |of ))",
            graduate,
        ),
        *_hundreds(),
    ]


def _hundreds() -> list[tuple[str, Build]]:
    """Levels told by number: "300 or 400 level", "500 and up", "below 300"."""
    no = rf"(?P<no>{NOT} )?"
    word = r"(?:level|levels|lvl|series|range|s|{class})"

    def hundreds(match: re.Match[str]) -> list[Filter]:
        values = tuple(int(h) for h in re.findall(r"[1-9]00", match["h"]))
        bound = match["bound"] or ""
        if bound:
            up = re.search("above|higher|up|more|\\+|greater|over|beyond", bound)
            return [Filter("hundred", (values[0],), "min" if up else "max")]
        return [Filter("hundred", values, "not" if match["no"] else "any")]

    def between(match: re.Match[str]) -> list[Filter]:
        low, high = int(match["low"]) * 100, int(match["high"]) * 100
        return [Filter("hundred", (low,), "min"), Filter("hundred", (high,), "max")]

    def below(match: re.Match[str]) -> list[Filter]:
        beyond = not (match["whole"] and "up to" in match[0])
        return [Filter("hundred", (int(match["h"]) * 100 - 100 * beyond,), "max")]

    def above(match: re.Match[str]) -> list[Filter]:
        beyond = bool(match["whole"]) and not re.match("at least|from|start", match[0])
        return [Filter("hundred", (int(match["h"]) * 100 + 100 * beyond,), "min")]

    def years(match: re.Match[str]) -> list[Filter]:
        return [Filter("hundred", (YEARS[match["year"][:6]],), "not" if match["no"] else "any")]

    bound = (
        r"(?P<bound> ?(?:\+|(?:or|and) (?:above|higher|up|upwards?|more|greater|over|beyond|below|"
        r"lower|under|less|fewer)))"
    )
    number = (
        r"(?:(?:with |having )?(?:the |a )?(?:course )?(?:numbers?|numbered|codes?)"
        r"(?: (?:is|are|from|that))* )?"
    )
    under = r"(?:below|under|less than|lower than|smaller than|up to)"
    over = (
        r"(?:above|over|higher than|greater than|more than|beyond|at least|from(?! the)|"
        r"starting (?:at|from))"
    )
    # "More than 300 courses" are so many.
    plain, course = r"(?:level|levels|lvl|series|range)", r"(?! (?:{class}|students|people))"
    return [
        (rf"{number}{RANGE}(?: {word})?", between),
        (rf"(?P<no>){number}(?P<h>[1-9]00)s?(?: {word})?{bound}(?: {word})?", hundreds),
        (rf"{number}{under} (?:the )?(?P<h>[1-9])00s?(?P<whole> {plain})?{course}", below),
        (rf"{number}{over} (?:the )?(?P<h>[1-9])00s?(?P<whole> {plain})?{course}", above),
        (rf"from the (?P<h>[1-9])00s?(?P<whole> {plain})? (?:up(?:wards?)?|on(?:wards?)?)", above),
        (rf"{no}(?P<year>freshm[ae]n|sophomore|junior|senior) (?:levels?|lvl)", years),
        (rf"{no}(?P<h>[1-9]00s?(?: (?:(?:,|and|or|/|-) )*[1-9]00s?)*) {word}(?P<bound>)", hundreds),
        (rf"{no}(?P<h>[1-9]00s)(?P<bound>)", hundreds),
    ]
