"""What students ask for and the catalogue file lacks, told from topics that only sound so."""

from __future__ import annotations

import re
from functools import cache

from rag.understanding.ge import ge_rules
from rag.understanding.intent import first_ask
from rag.understanding.orders import PUT, unordered
from rag.understanding.rules import rules
from rag.understanding.words import CONDITION, Text, pattern

OFF_TOPIC = "anything but the course catalogue"
OWN_RECORDS = "your own records"
OWN_TERM = r"spring (?:20)?24|sp 24|s24|sp24|2024 spring|spring semester 2024|20241"
_OTHER = r"(?:fall|summer|winter|autumn)"
_JOIN = r"(?: terms?| semesters?)?(?: ?,? ?(?:and|or|/|or in|and in|or the|and the) )"
# The file's own term, and a choice that leaves it open, are no condition.
OWN = (
    rf"(?:in |for |during |the |this |over )*(?:{OWN_TERM}|spring of 2024|(?:up)?coming spring|"
    rf"spring{_JOIN}{_OTHER}|{_OTHER}{_JOIN}spring)"
    r"(?: terms?| semesters?)?(?: (?:of )?2024)?(?: (?:course )?(?:files?|catalog(?:ue)?|listings?|"
    r"offerings|data ?sets?|database)(?= ?$| [?.,;]))?(?! {other_year})"
)
# Whether two courses fit together is on record, whether they should be taken together is not.
FEASIBLE = pattern("can|could|possible|able|conflict|overlap|clash")
# What a course counts for is on record as far as it is general education.
COUNTS_FOR = pattern(
    r"(?!.*(?:majors?|minors?|degrees?|graduat\S*|my|programs?)(?: |$)).*"
    r"(?:any|what|which|other|another|more)(?: \S+){0,2} requirements?.*"
)
# The file's term beside another, told as a choice at the end.
EITHER = pattern(
    r".*spring .*(?:or|and|,) (?:in )?(?:the )?(?:summer|fall|winter|autumn)"
    r"(?: terms?| semesters?)?(?: \?)?$"
)
# The term a student plans, where a topic is asked for: only the file's own can be told of.
NEXT = pattern(r"(?:(?:for|in|during|the|my|this) )*(?:next|upcoming|coming) (?:semesters?|terms?)")
AHEAD = pattern(
    r"^(?!.*\b(?:offer\w*|taught|teach\w*|given|held|available|runs?|running|when|who|will|there)"
    r"(?: |$)).*(?:i|we|me|my|he|she) (?:.* )?(?:into|interested in|love|loves|like|likes|enjoy|"
    r"enjoys|about|learn|study|curious|fascinated by|passionate about|explore|fan of|"
    r"(?:something|anything|{class}) (?:on|in)) \S.*"
)
# Terms do not matter to these questions.
TIMELESS = pattern(
    r"prereqs|{unit}|required to take|need (?:to|before|for)|difference|about|"
    r"%taken|cover|covers"
)
# Told once more, not given once more: "when is that again".
REMINDED = pattern(
    r"(?!.*(?:offer\w*|given|will|back|next|term|semester|year|fall|summer)(?: |$))(?:.* )?"
    r"(?:when|what (?:times?|days?)(?: and (?:times?|days?))?|which days?|how long) (?:is|are|was|"
    r"does|did) {x}(?: (?:meets?|meeting|on|at|held|starts?|ends?|run|last))* again(?: .*)?"
)
# Whether a course is graded credit/no credit is told in its description.
LETTERED = pattern(
    r"(?:is|are|was|graded|just|only|either) (?:\S+ ){0,2}?(?:pass|p) (?:(?:/|or) )*"
    r"(?:fail|no pass|np)|(?:letters?|graded?) (?:(?:/|or|vs) )+(?:just |only )?(?:pass|credit|cr)|"
    r"(?:pass|p) (?:(?:/|or) )*(?:fail|no pass|np)(?: (?:class|course|only|graded))*"
    r"(?= ?$| \?| or)|(?:real|actual|proper|normal) (?:letter )?grades?(?! (?:distribution|data))|"
    r"(?:type|kind|sort|form|mode|method|way|basis|option|scheme|system)s? of (?:a )?"
    r"grad(?:e|es|ing)|"
    r"grading (?:basis|type|option|system|scheme|mode|method|format|style)s?|"
    r"(?:or|and|not|just|only) (?:just |only |a |is |it |for |get )*(?:cr|nc|credit)"
    r"(?= ?$| [?.,]| only| and| or| /)|"
    r"letter grade[ds]?|(?:credit|cr) (?:(?:/|or|and|-) )*(?:no credit|nc)"
)
# What was before, told in passing: "I loved ~ last year, what else".
BEFORE = (
    r"(?:(?:i|we|he|she|they|(?:my|a) (?:friend|roommate|brother|sister|sibling|cousin|buddy)) "
    r"|(?:^|(?<=[.,;!?] ))(?=(?:had|took|loved|liked|enjoyed) ~))(?:(?:really|also|just) )*"
    r"(?:loved|liked|had|took|enjoyed|hated|did|dropped|met|passed|finished|completed|"
    r"recommended|told|said|mentioned)"
    r"(?: \S+){1,5}? (?:(?:last|this past) (?:year|semester|term|fall|spring|summer)"
    r"|(?:over|in|during) the (?:fall|summer|winter|break)"
    r"|(?:last|past|a|one|two) (?:summers?|years?|terms?|semesters?) ago)"
)
UNITS = pattern("{unit}")
# Where the student is, told in passing; and what is sought there.
HOME = pattern(r"(?:in|from|at|near|outside|by) (?:my|our) \S+(?: (?:room|apartment|house|hall))?")
SOUGHT = pattern(r".*(?:recommend|suggest|which|what|any|some|find)(?: \S+){0,3} {class}.*")
# Whether one may choose to be graded so is not on record.
ELECTED = pattern("(?:take|taking|switch|opt|elect|change|choose|declare)(?: .*)?")
# One course beside another: not what a degree asks for.
PAIR = pattern(
    r"(?!.*(?:majors?|minors?|degrees?|graduat\S*|programs?|requirements)(?: |$)).*#\d+.*#\d+.*"
)
# Under which programs a course is listed is on record.
HEADINGS = pattern(
    r"^(?!.*(?:requir|compulsory|mandatory|obligatory|necessary))(?:.* )?"
    r"(?:(?:under|in|by) (?:which|what|how many)(?: \S+){0,2} "
    r"(?:programs?|departments?|headings?|subjects?)|cross(?: |-)?list\S*).*"
)
# What a degree asks for; a plan of several years is only where the question comes from.
DEGREE = pattern(
    r"(?:majors?|minors?|degrees?|programs?|graduat\w+)(?! (?:course )?plan\w*)|requirements?|"
    r"(?:towards?|for|of|in) (?:my |the |a )?(?:four|4) years? ?-? ?(?:degree )?plan(?= ?$| [?.])"
)
# Who teaches it, which is asked besides whom to write to.
WHO = pattern(
    r"(?:which|what) (?:{teacher})(?: (?:is|it|teaches|that|are|do|am|{x}))*(?= ?$| [?.,])|"
    r"who(?: (?:is|was))? (?:it|{x}|teaches|teaching|the {teacher}|that)(?= ?$| [?.,]| it)|"
    r"who (?:teaches|is teaching) .*"
)
# So is for which majors it is reserved.
RESERVED = pattern(
    r".*(?:only|just|reserved|restricted|limited|exclusive(?:ly)?|closed)(?: (?:open|available))?"
    r" (?:for|to) (?:\S+ ){1,4}?majors?(?: .*)?"
)
# What a student tells of plans before asking something of a course.
PLANNED = (
    r"(?:planning|mapping|making|filling|drawing|building|for|on)(?: \S+){0,3} (?:four|4) year plan"
)
# Courses that need the one named, and no degree that does.
NEEDING = pattern(
    r"(?!.*(?:majors?|minors?|degrees?|programs?)(?: |$)).*(?:"
    r"(?:for|to|in|before) (?:which|what)(?: \S+){0,3}? (?:{class}|ones)(?: \S+){0,3}? {x}"
    r"(?: \S+){0,3} (?:required|necessary|needed|mandatory|essential|compulsory|obligatory)"
    r"(?: .*)?|(?:{class}|ones|anything|everything|what)"
    r"(?: \S+){0,4}? (?:for|to|before|in|where|that) (?:\S+ ){0,4}?{x}(?: \S+){0,3} "
    r"(?:required|necessary|needed|mandatory|essential|compulsory|obligatory)(?: .*)?)"
)
# A grade or a term told with a course that was passed: prerequisites ask for neither.
PASSED = (
    r"(?<=%taken )(?:(?:and|,) )?(?:i )?(?:with|got|and got|earned|for) an? [abcd](?: [+-])?"
    r"|(?<=%taken )(?:(?:back|in|over|during|the|last|this|past|my|a|one|two) )*(?:fall|spring|"
    r"summer|"
    r"winter|autumn|semesters?|terms?|years?)(?: (?:semester|term|of))?(?: (?:ago|{other_year}))?"
    r"(?= ?(?:[.,;?!]|$|and|so|what|which))"
)
# The next term, for which ideas are wanted: the file is the one there is to plan with.
PLANS = (
    r"(?:for|in|during|of|over)? ?(?:the |my )?(?:next|upcoming|coming|following) (?:semester|term)"
    r"(?! (?:or|and|after))"
)
IDEAS = pattern(
    r"(?!.*(?:offered|taught|available|schedule|running|will there|be given)(?: |$)).*(?:ideas?|"
    r"recommend\S*|suggest\S*|interested in|i am into|i (?:love|like|enjoy)|what should i take|"
    r"looking for|want to (?:learn|study|explore|try))(?: .*)?"
)
# What else there is beside exams: "a lab on top of the exams" asks for none.
BESIDES = (
    r"(?:besides|on top of|apart from|aside from|other than|in addition to|not counting|outside of|"
    r"excluding)(?: (?:the|its|all|any|usual|and|{work}))* {work}"
)
# What is required of a course there is on record.
CLEARED = pattern(r"(?:dclearance|clearances?|approval|permission|prereqs) (?:is |are )?required")


# What is to be passed by the next term, so that a course can be taken then.
READY = pattern(
    r"(?:.* )?(?:this|current|now) (?:semester|term) (?:.* )?(?:next|following|coming) (?:semester|"
    r"term)(?: .*)?|(?:.* )?(?:next|following|coming) (?:semester|term) (?:.* )?(?:this|current) "
    r"(?:semester|term)(?: .*)?"
)
# Who teaches it now is on record, whoever else is asked for.
PRESENT = pattern(
    "last (?:person|one)|most recent|current|currently|present|presently|now|is teaching|"
    "are teaching|teaches"
)
# What leads a question on, which no one likes: "I would like to know which".
TELL_ME = (
    r"(?:i|we) (?:would|wanna|want|need|am|do)(?: (?:just|also|really|like|hoping|trying))*"
    r" to (?:know|see|find out|ask|hear)"
)


def find_missing(text: Text, has_target: bool) -> str:
    """What is asked for that the data does not hold, in a few words; "" if nothing.

    `has_target` says that courses are named, which leaves no room for a topic.
    """
    said = pattern(TELL_ME).sub("", text.line).strip()
    line = pattern(BEFORE).sub("", _asked(said, has_target))
    line = pattern(PASSED).sub("", line)
    line = pattern(BESIDES).sub("", line) if has_target else line
    if not has_target and IDEAS.match(line):
        line = pattern(PLANS).sub("", line)
    for missing, words in rules("missing"):
        if has_target and _known(missing, line):
            continue
        if missing == "other terms" and EITHER.match(line):
            continue
        if missing == "degree requirements" and RESERVED.match(line):
            continue
        seen = _marked(line) if missing == "degree requirements" else line
        if missing == "other terms" and not has_target and AHEAD.search(said):
            seen = NEXT.sub("", line)
        if missing == OFF_TOPIC and (PUT.match(line) or _asks_too(line, has_target)):
            continue
        if missing == OFF_TOPIC and SOUGHT.match(line):
            seen = HOME.sub("", line)
        found = words.search(seen)
        if found and found.end() > found.start():
            return missing
    return ""


def _asks_too(line: str, has_target: bool) -> bool:
    """Whether a course is asked about beside an order: "act as my adviser, when does X meet"."""
    left = unordered(line)
    return has_target and left != line and bool(first_ask(left, True))


def _known(missing: str, line: str) -> bool:
    """Whether the file still holds a part of what is asked of the courses named."""
    if missing == "past or future instructors":
        return bool(PRESENT.search(line))
    if missing == "other terms":
        return bool(READY.search(line)) or bool(TIMELESS.search(line) or REMINDED.fullmatch(line))
    if missing.startswith("rules on") and ELECTED.search(line):
        return False
    if missing in ("grades", "rules on auditing and pass/fail", "syllabus and class policies"):
        return bool(LETTERED.search(line))
    if missing == "workload and difficulty":
        return "%taken" in line.split() and "doable" in line.split()
    if missing == "contact details":
        return bool(WHO.search(line))
    if missing == "class size":
        return bool(UNITS.search(line))
    if missing == "degree requirements":
        known = COUNTS_FOR.search(line) or PAIR.match(line) or HEADINGS.search(line)
        known = known or NEEDING.match(line)
        return bool(known or (first_ask(line, True) == "unlocks" and not DEGREE.search(line)))
    if missing == OWN_RECORDS:
        return "prereqs" in line.split() or bool(LETTERED.search(line))
    return missing.startswith("advice") and bool(FEASIBLE.search(line) or UNITS.search(line))


def _marked(line: str) -> str:
    """The line with general education as marks: the file knows what counts for that."""
    line = CLEARED.sub(CONDITION, pattern(PLANNED).sub("", line))
    for words in _ge_words():
        line = pattern(words).sub(CONDITION, line)
    return line


@cache
def _ge_words() -> tuple[str, ...]:
    return tuple(words for words, _ in ge_rules("not"))


def _asked(line: str, has_target: bool) -> str:
    """The line without what courses are to be about: 'courses on tuition' asks for no tuition."""
    if has_target:
        return line
    topic = pattern(
        r"(?P<lead>(?:{class}|something|anything|stuff|lecture|interested|curious|"
        r"learning|intro|introduction)"
        r"(?: (?:@\d+|%|that|which|is|are|me|learn|more))*) "
        r"(?:about|on|involving|covering|regarding|related to|dealing with|deals with|"
        r"deal with|in|into|to) (?P<topic>.*?)(?= (?:that|which|with|who|offered|"
        r"(?:in |for |during |the )*(?:next|last|following|upcoming|coming) (?:fall|summer|winter|"
        r"autumn|spring|semester|term|year)|"
        r"taught|have|has|do|does|are|is) |$)"
        r"|(?P<lead2>(?:i (?:really |also )?(?:love|like|enjoy)|"
        r"{class} (?:(?:that|which|to) )?(?:cover|covers|covering|teach|teaches|"
        r"explore|explores|discuss|discusses|study|address|examine|talk|talks|talking|focus|"
        r"focuses|"
        r"looks?(?! like)|touch|touches|center|centers|go|goes)|learn|"
        r"(?<!independent )(?<!directed )study|"
        r"studying|read|know more)(?: more)?) (?:about |how |on |at |into )?(?P<topic2>.*?)(?= ,|$)"
    ).search(line)
    if not topic:
        return line
    group = "topic" if topic["topic"] is not None else "topic2"
    if re.match(
        r"(?:the |this |next |my |a )?"
        r"(?:fall|winter|summer|spring|next|my|major|semester|which|same)\b",
        topic[group],
    ):
        return line
    return f"{line[: topic.start(group)]} {line[topic.end(group) :]}".strip()
