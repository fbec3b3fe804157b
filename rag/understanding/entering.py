"""Whether students of a class level or major are let into the courses spoken of: "would a freshman
be let in", "can an english major get in"."""

from __future__ import annotations

from rag.query import Query
from rag.understanding.past import SETS, Past
from rag.understanding.reading import Reading
from rag.understanding.words import pattern

LEAD = (
    r"(?:(?:and|so|ok|okay|but|also|hmm|wait|now|then|lol|oh|no|sorry|i meant|i mean|"
    r"thanks|alright|cool|,|\.) )*"
)
LEVELS = (
    r"fresh(?:man|men|mans)|sophomores?|juniors?|seniors?|undergrads?|grads?|graduates?|phds?|"
    r"masters?|doctoral|transfers?"
)
# Who is meant: "a junior transfer", "english majors", "a first year".
WHO = (
    r"(?:(?:an?|the|any|other|some|only|just|still|first|second|third|fourth|year) )*"
    rf"(?:(?:(?!i |to |the )\S+ ){{0,3}}?(?:majors?|minors?)|"
    rf"(?:(?:incoming|current|rising|transfer|international|\S+) )?(?:{LEVELS})|"
    r"(?:first|second|third|fourth) years?)(?: (?:transfers?|students?|standing|majors?|'s))*"
)
THEM = r"(?:it|one|any|that|this|either|all|#\d+)"
ENTER = (
    rf"(?:take {THEM}|enroll?|register|join|enter|get in(?:to)?|sign up|be in|"
    rf"(?:be |get )?(?:let|admitted|allowed|accepted|permitted|eligible|welcome|able)|do {THEM})"
    rf"(?: (?:to|in|into|for|take|enroll|register|sign|up|join|get|still|too|as well|then|class|"
    rf"course|of|here|also|{THEM}))*"
)
MAY = r"(?:(?:may|can|could|am|will|would|do|does|is|are|should) )"
STILL = r"(?:(?:even|still|also|just|actually|be|get|really|technically) )*"
ASKED = pattern(
    rf"{LEAD}(?:"
    rf"(?:i am|as|being) {WHO} (?:[,.;-] )*(?:(?:so|and|but) )?{MAY}(?:i|we) {STILL}{ENTER}|"
    rf"{MAY}(?:i|we) {STILL}{ENTER}(?: [,.;-])? (?:as|if i am|being|when i am) {WHO}|"
    rf"{MAY}{WHO} {STILL}{ENTER}|"
    rf"(?:(?:will|would|do|does|can|could) )(?:it|they|#\d+) {STILL}(?:let|allow|accept|admit|take)"
    rf" (?:in )?{WHO}(?: (?:in|into|too|as well|enroll|register|take|to|it|#\d+))*|"
    rf"(?:is|are) (?:it|they|{THEM}) (?:(?:also|even|still|only|ok|okay|all) )*(?:open|available|"
    rf"closed|limited|restricted|reserved|off limits|ok|okay)(?: (?:to|for))+ {WHO}"
    r")(?: [?.!])*"
)
# After who may register: "and juniors?".
MORE = pattern(rf"{LEAD}(?:what about|how about|and|or|for)(?: for)? {WHO}(?: [?.!])*")


def entering(reading: Reading) -> Query | None:
    """Who may register for the courses spoken of, those named being meant by "it" and "them"."""
    last, line = reading.past.query, reading.text.line
    if last is None or reading.said or reading.denied:
        return None
    targets = reading.targets()
    if any(reading.mentions[i].how in ("code", "title") for i in targets):
        return None
    more = last.ask == "restrictions" and last.codes and MORE.fullmatch(line)
    codes = reading.codes(targets) or _spoken_of(reading.past)
    if not codes or not (more or ASKED.fullmatch(line)):
        return None
    reading.follows = True
    return reading.done("restrictions", codes=codes)


def _spoken_of(past: Past) -> tuple[str, ...]:
    """All of the list last shown, else the courses last looked up."""
    last = past.query
    if last and last.codes and last.ask not in SETS:
        return last.codes
    return past.codes
