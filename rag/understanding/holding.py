"""Courses that someone has, told beside the question whether another may be taken: "my son has had
X, may he join that class", "X is my only course, is this enough for Y"."""

from __future__ import annotations

from rag.understanding.words import Text

PEOPLE = (
    r"(?:students?|advisees?|daughter|son|kids?|child|friend|roommate|brother|sister|cousin|nephew|"
    r"niece|partner|girl|boy|freshman|sophomore|junior|senior|transfer|major|person|applicant)"
)
# A question for it begins with these: "do I have X", "the class I had X in".
_UNASKED = "".join(
    rf"(?<!\b{word} )"
    for word in (
        *("do", "did", "does", "must", "should", "can", "could", "would", "will", "may"),
        *("might", "shall", "have", "has", "had", "am", "class", "course", "time", "where", "who"),
    )
)
_ONE = (
    rf"(?:{_UNASKED}(?:i|we|they|he|she|one)|(?:someone|somebody|anyone|anybody|whoever|people|"
    rf"{PEOPLE}(?: of (?:mine|ours))?)(?: (?:who|that|which|here|there))*|who)"
)
_ALSO = (
    r"(?:already|also|just|only|exactly|now|even|still|actually|then|both|ever|recently|once|"
    r"previously|"
    r"luckily|technically|have|has|had|is|'s|do|does|did)"
)
_LINKS = (
    r"(?:(?:with|a|an|the|both|all|of|in|for|credits?|just|only|already|my|his|her|their|our|also|"
    r"through|equivalents?|courses?|class(?:es)?|from|taken|passed|completed|finished|done|got|an?|"
    r"[a-d]|[+-]) )*"
)
# What is still to come, or no more than planned, is not passed.
_PLANNED = (
    r"(?! (?:%|(?:in my|on my|in mind|as|at|on|during|this|next|tomorrow|later|planned)\b"
    r"|(?:(?:and|or|,|/|\+|plus|both) )*#\d))"
)
_GOT = (
    r"(?:had|gotten|made|did|held|brought|took|taken|passed|finished|completed|done|cleared|earned|"
    r"got|aced|survived|(?:ended|wound) up (?:taking|doing|passing|finishing|with)|"
    r"managed to (?:take|do|pass|finish|complete|get))"
)
_HAVE = r"(?:have|has|holds?|owns?|brings?|comes? with|(?<='s )got)"
_IF = r"(?:(?:if|when|once|since|because|as|given that|now that|assuming)(?: that)? )?"
_ONLY = r"(?:(?:my|her|his|our|their|(?<!classes )(?<!courses )whose) )(?:only|one|sole|single)"
_DEED = rf"{_ONE} (?:{_ALSO} )*(?:{_GOT}|{_HAVE})"
HOLDING = (
    rf"{_IF}{_ONE} (?:{_ALSO} )*{_GOT} {_LINKS}(?P<xs>{{xs}})",
    rf"{_IF}{_ONE} (?:{_ALSO} )*{_HAVE} {_LINKS}(?P<xs>{{xs}}){_PLANNED}",
    rf"(?:if|suppose|supposing|assuming|imagine|say|when|once) (?:that )?{_ONE} would (?:{_ALSO} )*"
    rf"(?:{_GOT}|{_HAVE}|take|pass|finish|complete|do|get) {_LINKS}(?P<xs>{{xs}})",
    rf"{_ONLY} (?:\S+ ){{0,5}}?(?:is|was|are|were|being) {_LINKS}(?P<xs>{{xs}})",
    rf"(?:my|her|his|our|their) (?:\S+ ){{0,3}}?(?:credits?|courses?|class(?:es)?) (?:so far |"
    rf"already )*(?:is|are|includes?|consists? of) {_LINKS}(?P<xs>{{xs}})",
    rf"(?:what|all|everything|(?:the )?only \S+) (?:that )?{_DEED} (?:[a-z]+ ){{0,4}}?"
    r"(?:is|was|are|were) (?P<xs>{xs})",
    rf"(?P<xs>{{xs}}) (?:is|was|are|were|being) (?:{_ONLY} \S+|(?:what|all|everything|the only "
    rf"\S+) (?:that )?{_DEED})(?: (?:so far|already|done|taken|finished|completed|got))*",
)
# When a course was passed, before one more: "X last fall and Y over the summer".
WHEN = (
    r"(?<=#\d )(?:(?:back )?(?:in|over|during) )?(?:the |my |this |last |past )*"
    r"(?:(?:fall|spring|summer|winter|semester|term|year|freshman|sophomore|junior|high school)"
    r"(?: (?:year|term|semester|break|20\d\d))?)(?: ago)?(?= (?:, )?(?:and|plus|\+) #)"
)
# For whom an adviser or a parent asks, who then is meant by "he" and "she".
FOR_WHOM = (
    r"(?:(?:my|our|a|one of my|the) |^|(?<=[.,;!?] ))(?:daughter|son|kid|child|friend|roommate|"
    r"brother|sister|cousin|"
    r"nephew|niece|student|advisee|partner|girl|boy)(?: of (?:mine|ours))?(?= (?:is|are|has|have|"
    r"had|did|does|took|can|"
    r"may|could|wants?|passed|finished|completed|already|only|just|who|'s|and|was))"
)
SHE_MAY = (
    r"(?:she|he)(?= (?:has|have|got) (?:(?:only|just|already|both|credits?|for|in) )*#\d)|"
    r"(?:she|he)(?: 's)?(?= (?:(?:has|had|have|already|just|also) )*(?:{done}|got|had|credit) )|"
    r"(?:(?<=could )|(?<=might )|(?<=would )|(?<=should ))(?:she|he)(?= (?:take|enroll|do)(?: |$))|"
    r"(?<=can |may )(?:she|he)(?= (?:still |now |also |then |just )*(?:take|register|enroll|get|do|"
    r"skip|start|join|sign))|"
    r"(?<=will )(?:she|he)(?= (?:be |still ).*(?:able|allowed|eligible|need))|"
    r"(?<=is )(?:she|he)(?= (?:still |now |also )*(?:missing|eligible|ready|allowed|lacking|able|"
    r"qualified|set|good to))|(?<=does )(?:she|he)(?= (?:still |also )*(?:need|qualify|lack|meet))|"
    r"(?<=has )(?:she|he)(?= (?:done|taken|passed|finished|met))"
)
# What was passed said to be enough, which asks for no requirement: "if X and Y covers what I need
# before Z".
ENOUGH = (
    r"(?P<xs>{xs}) (?:(?:together|both|alone|combined|would|will|be|is|are|to) )*"
    r"(?:covers?|satisf(?:y|ies)|fulfil\w*|meets?(?= (?:the|all|every\w*|any|its|what) )|"
    r"suffices?|enough|sufficient)(?=(?: (?!#)\S+){1,10}? #\d+)"
)
# Whether more is needed than a course, which then counts as passed: "do I need anything beyond X".
_BESIDE = (
    r"(?:beyond|besides?|apart from|aside from|other than|on top of|in addition to|except(?: for)?|"
    r"(?<=else )than|more than)"
)
_BY_ONE = r"(?:i|me|we|us|you|one|she|her|he|him|they|them|students?|it|#\d+)"
_NEED = (
    r"(?:need|needs|want|wants|require|requires|required|needed|have to|ask for|asks for|missing)"
)
BEYOND = (
    rf"(?:do|does|will|would|should|must) {_BY_ONE} (?:\S+ )?{_NEED}(?: (?!#)\S+){{0,6}}? "
    rf"{_BESIDE} {_LINKS}(?P<xs>{{xs}})",
    rf"(?:is|are) there (?:anything|something|any|some|other|more)(?: (?!#)\S+){{0,4}}? {_NEED}"
    rf"(?: (?!#)\S+){{0,4}}? {_BESIDE} {_LINKS}(?P<xs>{{xs}})",
    rf"{_BESIDE} {_LINKS}(?P<xs>{{xs}})(?= (?:, )?(?:what|do|does|is|are|must|should|will|would)"
    rf"(?: (?!#)\S+){{0,5}}? {_BY_ONE} (?:still |also |really )*{_NEED}(?: |$))",
    rf"(?:is|are|would|will) (?P<xs>{{xs}}) (?:be )?(?:really |already )*all (?:that )?"
    rf"(?:{_BY_ONE} (?:\S+ )?{_NEED}|it takes|(?:is|was) {_NEED})",
)
# What was told before, in a word: "with this", "does that suffice for Y".
_IT = r"(?:#\d+|(?:it|(?:that|this|the|said)(?: same)? (?:class|course|one)|that|this))(?= |$)"
_THIS = r"(?:this|that|these|those|it|they)"
_DOES = (
    r"(?:be |alone |already |really |all |by itself |still |then )*(?:enough|sufficient|suffices?|"
    r"covers?|satisf\w+|meets?|fulfil\w*|qualif\w+|gets?|lets?|allows?|permits?|clears?|entitles?|"
    r"makes?|counts?|do|ok|okay|good|work)"
)
_GETS = r"(?:gets?|lets?|allows?|permits?|qualif\w+|entitles?|clears?)"
MEANS = (
    r"(?:with|by|through|based on|given|because of) (?:this|that|these|those)"
    r"(?= ?$| [?.!,;]| then)",
    rf"(?:(?:does|do|is|are|would|will|if|whether|and|so|think|hope|;|\.|,) )"
    rf"{_THIS} (?:(?={_DOES} (?:\S+ ){{0,8}}?{_IT})|(?=(?:be )?{_GETS} {_BY_ONE} ))",
)
NEAR = 4  # words
# A course that is taken once more is the one passed.
AGAIN = r"again|twice|repeat\w*|retak\w+|redo\w*|second time"


def holds(line: str) -> bool:
    """Whether it is said there that someone has a course."""
    told = Text("")
    told.words = line.split()
    return any(told.has(words) for words in HOLDING)


def name_means(text: Text) -> None:
    """Put "%taken" for "this" where it means the courses told of before, not one to be taken."""
    for words in MEANS:
        match = text.has(words)
        if match and holds(text.line[: match.start()]) and not _asked(text, match.start()):
            lead = match[0].split()[0]
            text.take(words, f"{lead} %taken")
            text.spread()


def for_another(text: Text) -> None:
    """A question asked for someone else, as that one would ask it."""
    while text.take(SHE_MAY, "i"):
        pass
    if not text.take(FOR_WHOM, "i"):
        return
    while text.take("(?:she|he|they)(?: 's(?= (?:{done})))?", "i"):
        pass


def _asked(text: Text, place: int) -> bool:
    """Whether it is asked what something leads to, in the words right before that place."""
    return not {"what", "which"}.isdisjoint(text.line[:place].split()[-NEAR:])
