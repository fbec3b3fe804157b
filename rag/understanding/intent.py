"""What a question asks, told from its words once the courses, programs and people are marks."""

from __future__ import annotations

import re

from rag.understanding.rules import rules, sections
from rag.understanding.terms import DROPPED
from rag.understanding.words import Text, bag, pattern

GREETING = (
    r"(?:hi|hello|hey|hiya|hola|yo|howdy|greetings|"
    r"good (?:morning|afternoon|evening|day)|sup|what is up|(?:many )?thanks?|thank you|"
    r"dear (?:assistant|bot|helper)|(?:i |we )?(?:really )?appreciate (?:it|that|this|your (?:help|"
    r"time))|that is (?:all|everything|it)(?: (?:for )?(?:i|we|now|today|needed|need|wanted|had))*|"
    r"(?:i|we) will (?:tell|inform|pass (?:it|that|this)(?: on)? to) "
    r"(?:him|her|them|(?:my|our) \S+)|"
    r"(?:i|we) will let (?:him|her|them|(?:my|our) \S+) know|"
    r"thx|ty|cheers|bye|goodbye|see you|ok|okay|cool|great|nice|awesome|perfect|"
    r"got it|lol|help|start|test|yes|no|hm+|huh|alright|i see|makes sense|fair enough|"
    r"good to know|interesting|"
    r"how are you|how is it going|who are you|what are you|what is your name|"
    r"who (?:made|built|created) you|"
    r"are you (?:a |an )?(?:bot|robot|human|ai|real|person|chatbot|there|machine)|"
    r"(?:what|how) (?:can|could|do|should|would|else can) (?:you|i|this) (?:do|"
    r"ask|help|help me with|work|ask you|use this|use you|answer)|"
    r"(?:what|which) (?:kinds? of |types? of |sort of )?(?:things|"
    r"questions) (?:can|should|could|do) (?:i|you) (?:ask|answer|ask you)|"
    r"how (?:does|do) (?:this|you|it) work|can you help(?: me)?|i need help|tell me about yourself|"
    r"i am new(?: here| to (?:this|usc))?|(?:what|how) (?:do|can|could) you help"
    r"(?: (?:me|us|people|students|folks|with|out))*|"
    r"what data do you (?:have|use)|where (?:does|do) (?:your|the) (?:data|information) come from)"
)
SMALL = (
    r"(?:there|again|so much|a lot|very much|you|that|is|was|helpful|please|"
    r"friend|bot|assistant|everyone|with|for|the|help|your|today|me|have|a|nice|"
    r"day|very|really|much|all|bunch|ton|tons|million|loads|anyway|rip|wow)"
)

# A set of courses is sought, not one that is named.
OFFERS = r"(?:do|does) (?:you|usc|they|we)(?: guys| all| even| actually)* (?:offer|teach|run|have)"
# Where a subject is studied, and no place to study at.
STUDY = (
    r"where (?:do|can|could|should|would|might) (?:i|one|we|he|she|they|my \S+|someone) "
    r"(?:(?:best|even|actually) )*(?:study|learn|explore)(?= (?!late|at|in|on|for|with|between|"
    r"quietly|alone|together|tonight|now|abroad|here|this|that|it)\S)"
)
SET = pattern(
    rf"{OFFERS}(?! {{x}})|"
    r"classes|courses|electives|seminars|offerings|ges?|gen eds?|"
    r"(?:which|what|how many) (?:departments?|programs?)|"
    r"(?:any|which|what|every|each|another|all) {class}(?! (?:is|number|code|id) )"
    r"|{class} (?:that|which|on|about|with|without|in|from|for|where|%|under|"
    r"after|before)(?! {x})|something|anything|(?:stuff|things) (?:about|on|involving)|ones|"
    r"options|"
    r"recommend\S*|suggest\S*|(?:i )?(?:want|would like|would love|hope|plan|need|"
    r"love) to (?:learn|study|explore|try|get into|understand|know more|become|"
    r"work|take (?:a|an|some|something))|interested in|"
    r"i (?:really |also )?(?:like|love|enjoy|am into)|looking for|curious about|"
    r"help me (?:find|choose|pick)|(?:what|which) should i take|"
    r"(?:an?|some|one|another) (?:\S+ ){1,3}(?:class|course|elective|seminar)|"
    r"which of {xs}|(?:any|some|all|one|most|each) of {xs}|"
    r"(?:where|how) (?:do|can|should|could|would) i (?:even )?(?:start|begin|get started)(?! {x})|"
    rf"{STUDY}|"
    r"point me (?:to|towards?|at)|^learn(?: about| how| to)?(?= \S)|"
    r"for (?:someone|somebody|anyone|people|students|those) (?:who|that|with)"
)
LOOKUPS = bag(
    "compare units prerequisites requires unlocks eligible schedule instructor description "
    "restrictions clearance category grading code"
)
# Asks that go together in one question, and the words that tell a description is among them.
JOINED = bag(
    "units prerequisites unlocks schedule instructor restrictions clearance category grading "
    "description code"
)
# "What sets X apart from Y" leaves none of them out.
APART = "sets? {x} apart"
# More courses than these in one question ask for no pair of them.
MOST = 8
COUNT = pattern(
    r"how many|what number|quantity|number of|(?<!double )(?<!dual )"
    r"count(?! (?:as|for|toward|towards)\b)|total(?! (?:beginner|newbie|novice|noob)s?)|"
    r"(?:quick|exact|single|total|raw|one|just (?:the|a)|only (?:the|a)) (?:quick |exact |single )?"
    r"number(?! (?:of|theory|for|is|code)(?: |$))|what amount|amount of|how much|tally|head ?count|"
    r"sum of"
)
RECOMMEND = pattern(
    r"recommend\S*|suggest\S*|(?:should|could|can|would) i take|interested in|"
    r"interest in|want to (?:learn|study|take|know|explore|try|get into|"
    r"understand|become|work|be)|something|anything|"
    r"looking for (?:a|an|some)|(?:a |some )?(?:good|fun|interesting|cool|great|"
    r"best|nice|useful|relevant|chill)(?: \S+){0,3} {class}|"
    r"i (?:really )?(?:like|love|enjoy|am into)|i am (?:into|curious|passionate)|"
    r"curious about|ideas?|help me (?:find|choose|pick)|"
    r"(?:best|good) (?:for|way to)|prepare me|learn (?:about|more|how|to)|"
    r"what (?:to|should i) take|advise|into|fun|"
    r"(?:where|how) (?:do|can|should|could|would) i (?:even )?(?:start|begin|get started)|"
    rf"{STUDY}|(?:is|are) (?:(?:really|kind of|totally|so) )*my (?:thing|jam|passion)|"
    r"point me (?:to|towards?|at)|^learn"
)
# What there is of something is listed, however it is led up to.
EXISTING = pattern(r"(?:what|which)(?: \S+){1,2} (?:are|is) there|what are my options")
LIST = pattern(
    rf"{OFFERS}|"
    r"{class}|list|show|which|ones|any|options?|give me|find|all|everything|ges?|"
    r"gen eds?|what (?:is|are) (?:there|offered|available)|"
    r"^(?:is|are) (?!{x})(?:(?!it |this |that )[a-z]+ ){1,5}?(?:taught|offered|available)"
    r"(?: (?:here|at usc|anywhere|at all))*(?= ?$| \?)"
)


def smalltalk(text: Text) -> bool:
    """Whether the whole text is a greeting, thanks, or a question about the assistant."""
    if "#" in text.line:
        return False
    line = " ".join(w for w in text.words if w[0].isalnum())
    return bool(pattern(rf"(?:{GREETING})(?: (?:{GREETING}|{SMALL}))*").fullmatch(line))


def required(text: Text) -> re.Match[str] | None:
    """A match with groups x and y where the text asks whether y is required for x."""
    line = text.line
    if not 2 <= line.count("#") <= MOST:
        return None
    ways = (way for _, lines in sections("requires") for way in lines)
    found = (match for way in ways if (match := pattern(way).search(line)))
    return next((match for match in found if match["x"] not in match["y"].split()), None)


def looked_up(text: Text) -> str:
    """What is asked of a course, "" where nothing is."""
    return first_ask(text.line, "#" in text.line)


def first_ask(line: str, marked: bool) -> str:
    """What the words ask of a course; `marked` says that one is named there or beside them."""
    if marked and DROPPED.search(line):
        return "schedule"
    for heading, words in rules("asks"):
        ask, _, course = heading.partition(" + ")
        if (marked or not course) and words.search(line):
            return ask
    return ""


def set_ask(text: Text, conditioned: bool = False) -> str:
    """Of a set of courses: 'count', 'recommend', 'list', or 'other' where nothing says so.

    `conditioned` says that conditions were understood, which only courses can meet.
    """
    line = text.line
    counted = COUNT.search(line)
    if counted and (conditioned or LIST.search(line)):
        return "count"
    if RECOMMEND.search(line) and not EXISTING.search(line):
        return "recommend"
    return "list" if LIST.search(line) else "other"
