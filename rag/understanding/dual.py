"""Several courses of the talk meant by their number: "those two", "of the three", "both"."""

from __future__ import annotations

from rag.understanding.codes import Mention
from rag.understanding.departments import names
from rag.understanding.groups import Group, rest, together
from rag.understanding.past import Past
from rag.understanding.taken import told_in
from rag.understanding.words import Text

SIZES = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
SIZES |= {str(size): size for size in SIZES.values()}
SIZE = rf"(?P<size>{'|'.join(SIZES)})"
COUNTED = (
    rf"(?:the|those|these|all|my|your|them) {SIZE}"
    rf"(?: (?:{{class}}|ones)(?! (?:in|on|about) ))?"
    r"(?: of (?:them|those|these))?"
    r"(?: (?:that )?(?:you|u|i|we) (?:just )?(?:listed|list|showed|gave|mentioned|named|said|found|"
    r"asked about|talked about))?"
    r"(?! (?:(?:{unit}|years?|weeks?|semesters?|terms?|days?|hours?|minutes|levels?|times|o'clock|"
    r"am|pm|hundred|departments?|programs?|requirements?|categor\S+|{teacher})(?: |$)|-))"
)
BOTH = (
    r"both(?: of (?:them|those|these|the two))?(?= ?$| [?.,!]| at once| (?:right|then|yes) [,?]|"
    r" together| (?:in|at|this|during) (?:the|one|a|same|this|time|my|term|semester)"
    r"| (?:time|times|timewise|schedule|are|be|have|need|require|meet|work|fit|possible|"
    r"doable|count)(?: |$))"
)
# The two of a teacher that were shown.
THEIRS = (
    r"(?<=both )(?:of )?(?:(?:her|his|their) (?:{class}|ones)|hers|theirs|(?<=of )his)"
    r"(?= ?$| [?.,!]| [a-z])"
)
COLLIDE = r"clash|overlap|conflict|collide|fit|compatible|back to back"
OTHERS = (
    r"(?:the (?:others|other (?:ones|{class}|two|three|four|five|[2-5])|remaining (?:ones|{class}|"
    r"two|three|four|five|[2-5]))|the (?:rest|remainder)(?: of (?:them|those|these))?)"
    rf"(?= ?$| [?.,!]| (?:is|are|have|has|do|does|meet|need|who|when|what|then|instead|on|at|"
    rf"{COLLIDE})(?: |$))"
)
NOT_THOSE = r"^(?:(?:no|nope|sorry|,|ok|i|meant|mean) )*not (?:those|these|them|#\d+)(?: [,.;-])+"
BACK = (
    r"(?:(?:go|going|circling|coming|return|returning|switching) )?back to "
    r"(?:the |my |that )?(?P<what>[a-z]+)(?: (?:ones|stuff|classes|courses))?(?: [,.:;-])+"
)
# Courses of a plan that another is held against.
WITH_THEM = (
    r"(?:with|alongside|beside|next to|against) (?:them|those|these|both|all of (?:them|those|it))"
)
# Both of two courses spoken of, where those named are passed: "I have X, can I take either".
EITHER = (
    r"(?:either|both|neither)(?: (?:one|{class}))?(?: of (?:them|those|these|the two))?"
    r"(?= ?$| [?.,!]| (?:with|then|now|if|would|will|could|work|of them|already|yet)(?: |$))"
)


def find_together(text: Text, mentions: list[Mention], past: Past) -> bool:
    """Put marks in the place of "those two", "the five you listed", "both" and "the others"."""
    if not past.record:
        return False
    if text.take(
        r"which of two(?= (?:has|have|is|are|meets?|starts?|ends?|needs?))", "which of those"
    ):
        text.spread()
    if together(past.record, 2):
        text.take(THEIRS, "of them")
        text.spread()
    record = _returned(text, past)
    _mark_rest(text, mentions, past)
    passed = {n for told in told_in(text) for n in told} if mentions else set()
    named = any(m.how in ("code", "title") for n, m in enumerate(mentions) if n not in passed)
    told = past.query is not None and past.query.ask == "prerequisites"
    needed = past.wanted if told else ()
    for words in (COUNTED, BOTH):
        match = text.has(words)
        size = SIZES[match["size"]] if match and words == COUNTED else 2
        group = together(record, size) if match and not named else ()
        if match and not named and size == len(needed):
            group = needed
        whole = match is not None and match[0].startswith("all ")
        if group and (set(group) != set(past.many) or size > 3 or mentions or whole):
            text.take(words, f"#{len(mentions)}")
            mentions.append(Mention(group, how="some"))
            return True
    return any(m.how == "some" for m in mentions)


def _returned(text: Text, past: Past) -> tuple[Group, ...]:
    """The record; where the text goes back to a program, and speaks of several, what there is in
    it of that."""
    back = text.has(BACK)
    programs = names().get((back["what"],), ()) if back else ()
    own = tuple(g for g in past.record if {c.split(" ")[0] for c in g} <= set(programs))
    if not own or not (text.has(COUNTED) or text.has(BOTH)):
        return past.record
    text.take(BACK, "")
    return own


def _mark_rest(text: Text, mentions: list[Mention], past: Past) -> None:
    """Put a mark in the place of "the others" of a list that some were picked from."""
    left = rest(past.record)
    held = len(left) > 1 and text.has(COLLIDE)  # asked of all of them, and not which
    if mentions or not left or not text.take(OTHERS, "#0" if held else "which of #0"):
        return
    text.spread()
    mentions.append(Mention(left, how="some"))
    text.take(NOT_THOSE, "")


def held_against(text: Text, past: Past) -> tuple[str, ...]:
    """The courses that one named here is to fit with: "does X still go with them"."""
    last = past.query
    if (
        last is None
        or not text.has(WITH_THEM)
        or not text.has(r"fits?|goe?s?|works?|clash\S*|overlap\S*|conflict\S*")
    ):
        return ()
    return last.codes if last.ask == "schedule" and len(last.codes) > 1 else past.planned


def either(text: Text, mentions: list[Mention], past: Past) -> bool:
    """Put a mark in the place of "either" and "both", asked of the two courses spoken of last with
    others passed."""
    pair = together(past.record, 2)
    match = text.has(EITHER) if pair else None
    if match is None or set(pair) & codes_of(mentions):
        return False
    after = match.string[: match.start()].split()[-1:]  # "I did not take X either"
    if not all_passed(text, mentions) or (after and after[0][0] in "#%"):
        return False
    text.take(EITHER, f"#{len(mentions)}")
    mentions.append(Mention(pair, how="some"))
    return True


def all_passed(text: Text, mentions: list[Mention]) -> bool:
    """Whether all courses named are told to be passed, or not to be."""
    taken, untaken = told_in(text)
    return {*taken, *untaken} >= set(range(len(mentions)))


def codes_of(mentions: list[Mention]) -> set[str]:
    """The codes of all courses named."""
    return {code for mention in mentions for code in mention.codes}
