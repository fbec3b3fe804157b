"""Courses a student says are passed, and those said not to be."""

from __future__ import annotations

from rag.understanding.holding import AGAIN, BEYOND, ENOUGH, HOLDING, WHEN, for_another
from rag.understanding.supposed import HEARSAY, REQUEST
from rag.understanding.words import Text

# A grade or a credit says the same as "passed".
EARNED = (
    r"(?:got through|(?<=i did )(?:take|pass|finish|complete|get through|do)|"
    r"(?:(?:got|earned|have|had|received) )?(?:an? )?[a-d](?: [+-])?"
    r"(?= (?:in|for) )|(?:got|earned|have|had|received) (?:ap |transfer |the )?credits?"
    r"(?= (?:in|for) ))"
)
EARLIER = (
    r"(?: (?:already|before|too|(?:last|this|a|one|two) \S+(?: ago)?|"
    r"in (?:the )?(?:fall|spring|summer|past|high school)))*"
)
SUFFICES = "%taken enough"  # in place of what is said to cover the needs of another course
# Courses named one after another; after "with" others may be meant.
LISTED = r"(?P<xs>#\d+(?: (?:(?:and|or|,|/|\+|plus|nor|both) )*#\d+)*)"
# The start of a clause, where the subject may be left out: "took X".
CLAUSE = (
    "(?:^|(?<=[.,;!?/+-] )|(?<= but )|(?<= and ))"
    "(?:(?:hey|hi|hello|so|ok|okay|well|just|already|currently|and|but|only) )*"
)
SAID = (
    r"(?<!to )(?<!must )(?<!should )(?:(?:i|i am|we|student|who|having|have|already|after|with|is|"
    r"if) )*(?:i|who|having|have|had|already|am) (?:(?:have|had|has|already|just|also|now|is|"
    r"previously|only|am|did|successfully) )*"
    rf"(?:{{done}}|learned|{EARNED})(?: (?:with|a|an|the|both|all|of|in|for|my|equivalents?|to|"
    rf"credits?|courses?|class(?:es)?|everything|through))* (?P<xs>{{xs}}){EARLIER}"
)

HYPOTHETICAL = (
    r"(?<!ok )(?<!okay )(?<!fine )(?<!possible )(?<!allowed )(?<!alright )"
    r"(?:(?:what |even )?if|once|when|after|since|now that|assum(?:e|ing)|suppose|supposing|say|"
    r"imagine|provided|pretend|let us (?:say|pretend|assume|suppose))(?: that)? "
    r"(?:i|we|she|he|they) (?:will )?(?:have |had |already |just |then |"
    r"also |next |go and )*"
    r"(?:take|takes|took|taken|pass|passes|passed|finish|finishes|finished|complete|completes|"
    r"completed|do|does|did|add|adds|added|am taking|is taking|had|have|has) (?P<xs>{xs})"
    r"(?: (?:too|also|as well|on top))?(?: (?:this|next|over the|in the) (?:coming )?(?:summer|"
    r"fall|spring|winter|semester|term|year)(?=(?: [?.!])*$))?"
)
NOW = r"i am (?:currently |now |also )*(?:taking|enrolled in|in|finishing) (?P<xs>{xs})"
ALREADY = r"(?:{class}|what|which|anything)(?: \S+){0,3} i (?:can|could|may) take with (?P<xs>{xs})"
ONLY = r"(?:with|having) (?:only|just|nothing but|no more than)(?: {done})? (?P<xs>{xs})"
BUT_FOR = (
    r"(?:with|having|needing|requiring) (?:nothing|no other(?: {class}| prereqs)?|no(?: {class}| "
    r"prereqs)?)(?: (?:else|more|needed|required|taken))* (?:besides|but|except(?: for)?|"
    r"other than|beyond|aside from|apart from|on top of) (?P<xs>{xs})"
)
ALONE = r"(?:with|having) (?P<xs>{xs}) (?:only|alone|so far|done|completed|under my belt)"
WHOLE = r"my (?:background|coursework|preparation|prep) (?:is|so far is|includes) (?P<xs>{xs})"
LOVED = r"i (?:loved|enjoyed|liked) (?P<xs>{xs})(?=.*(?:what i need|can i|could i|am i) .*#\d)"
IN_NOW = rf"{CLAUSE}(?:currently|presently|now) (?:in|doing|enrolled in|finishing) (?P<xs>{{xs}})"
TAKING = (
    rf"{CLAUSE}(?:currently |now )*taking (?P<xs>{{xs}}) "
    r"(?:(?:right )?now|currently|at the moment|this (?:term|semester))"
)
BRIEFLY = (
    rf"{CLAUSE}(?:taken|took|passed|completed|finished|done with|"
    rf"cleared(?! (?:for|to|by))|{EARNED})"
    rf"(?: (?:with|the|both|all|my|in|for))* (?P<xs>{{xs}}){EARLIER}"
)
AFTERWARDS = (
    rf"(?:(?:once|when|after|if|suppose|say|as soon as) )?{LISTED} "
    r"(?:(?:is|are|were|was|all|both|already|now|each|,|-) )*(?:(?:done|passed|completed?|"
    r"finished)(?! (?:both )?#)|(?:(?<=all )|(?<=both )|(?<=already )|(?<=been ))taken|"
    r"yes(?= [,.;-])|cleared(?! (?:by|for|to))|"
    r"under my belt|out of the way|in (?:the|my|his|her|their) (?:bag|bank|pocket)|"
    r"in (?:my|his|her|their) past|"
    r"behind me|(?:all )?checked off|in hand|in the books|"
    r"on (?:(?:my|the|her|his|their) )?(?:transcript|file|record)|over with|over and done|"
    r"all (?:that )?i have)(?! (?:by|before|at|around|until|prior to|no later than|well before|"
    r"(?:a bit|right) (?:before|by|after)|after) (?:\d|noon|midday|lunch|dinner))"
)
HAVE = (
    r"(?:all (?:that )?i have(?: (?:taken|done|passed|finished|got))?(?: so far)? (?:is|are)|"
    r"(?<!would )(?<!will )(?<!should )(?<!could )(?<!must )i (?:(?:only|just|already|do|"
    r"currently|also|even|now) )*(?:ha(?:ve|s)(?: (?:only|just|exactly))*(?: got)?|got)"
    r"(?: (?:only|just|already|both|credits?|for|the))*|"
    r"(?:my )?(?:only )?(?:credits?|class(?:es)?|courses?) so far(?: (?:is|are|:))?) "
    r"(?P<xs>{xs})(?: (?:done|already|so far|under my belt|finished|completed|only))*"
    r"(?! (?:%|(?:in m(?:y|ind)|on my|as|at|on|during|this|next|and (?:want|would))\b"
    r"|(?:(?:and|or|,|/|\+|plus) )*#\d))"
)
SOMEONE = (
    r"(?:students?|advisees?|someone|somebody|kid|transfer|freshman|sophomore|junior|senior)"
    r" (?:with|who has|having)(?: (?:credits?|for|in|only|just|both))* (?P<xs>{xs})"
)
LISTED_AS = (
    r"(?:(?:my |her |his |their |the )?(?:history|record|transcript)|(?:courses?|class(?:es)?)"
    r"(?: (?:i have|that|we have|she has|he has))*(?: (?:{done})))(?: (?:so far|already|is|are|"
    r"shows|includes?|to date|consists of))* (?P<xs>{xs})"
)
# "X yes, Y not yet".
NOT_YET = (
    rf"{LISTED} (?:(?:is|are|still|, |-) )*"
    r"(?:not (?:yet|done|taken|passed|completed?|finished)(?: yet)?|no(?= [,.;-]))"
)
# Before what is lacking: "X and Y but zero calculus", where another course is asked about.
LACKING = (
    r"(?P<xs>{xs})(?= ,? ?(?:but|and|though|with) (?:(?:have|has|had|i|there|is|am) )*"
    r"(?:zero|no|not|nothing|never|without) (?!#))"
)
# One more, told apart: "I took X instead of statistics, plus Y".
ALONG = r"(?<=%taken )(?:(?:,|and) )*(?P<xs>{xs}) (?:too|also|as well)(?= ?[,.;-])"
PLUS = (
    r"(?<=%taken )(?:(?!can |could |may |am |would |is )[a-z,]+ ){0,6}?"
    r"(?:plus|along with|as well as|in addition to|together with) (?:(?:my|the|also) )*(?P<xs>{xs})"
)
# "I'm missing X but have Y".
LACKS = r"(?:i am |i |still )*(?:missing|lacking|lack) (?P<xs>{xs})(?= ,? ?(?:but|though|however) )"
BUT_HAVE = (
    r"(?<=%untaken )(?:(?:,|but|though|however|i) )*(?:have|had|did|took|passed|got) (?P<xs>{xs})"
)
# What is told right after: "I have X but not Y".
BUT_NOT = (
    r"(?<=%taken )(?:, )?(?:(?:but|and|though|just) )*(?:have )?(?:(?:is|am|are|still) )*"
    r"(?:not|no|never|without|minus|except|missing|lacking|needs?(?= #\d+ [.,;])) "
    r"(?:yet )?(?P<xs>{xs})(?: yet)?"
)
NEITHER = r"(?:taken|done|passed|took|had|have) (?:neither|none of) (?P<xs>{xs})"
NEVER = (
    r"(?:i|have|having|if i|but) (?:(?:have|did|do|had|has|still|if|i) )*(?:not|"
    r"never)(?: (?:yet|ever|already|even))* "
    r"(?:take|pass|finish|complete|have|had|{done})(?: (?:with|a|the|yet|for|"
    r"credit))* (?P<xs>{xs})(?: yet)?"
)

# Said in passing where the question is whether another course may be taken: "done with X - ok for
# Y", "would having X let me into Y", "can I do Y with X".
LINKS = (
    "(?:with|a|an|the|both|all|of|in|for|credit|just|only|already|my|also|through|having|have|"
    "taking|taken|passing|passed|completing|completed|finishing|finished|done|i|am)"
)
IN_PASSING = (
    rf"{CLAUSE}(?:have|had|got|having|finishing|done|did)(?: {LINKS})* (?P<xs>{{xs}}){EARLIER}",
    r"(?:(?:would|will|does|do|is|are|if|should) )?(?:(?:having|taking|passing|finishing|"
    r"completing|with|a|credit|pass|in|for|just) )*(?P<xs>{xs})(?= (?:(?:be|is|alone|good|"
    r"really|by itself|actually) )*(?:enough|sufficient\w*|lets?(?! (?:me|us) in(?= ?$| [?.!]))|"
    r"allows?|gets?|qualif\w+|permits?|enables?|suffices?|satisf\w+|meets?|makes?|counts?|"
    r"covers?) )",
    rf"(?:with|after|once|having|given|based on|holding|from|assuming|between|armed with)"
    rf"(?: {LINKS})* (?P<xs>{{xs}})"
    r"(?: (?:done|passed|completed|finished|already|credit|under my belt))*",
    r"my(?: \S+){0,2} (?:courses?|classes|transcript|credits?|record)(?: \S+){0,5}? "
    r"(?P<xs>{xs})",
)
MAY = (
    r"(?:lacking|missing|lack) (?:anything|something|any)|anything (?:missing|lacking)|"
    r"(?:can|could|may|might|am|would|will|should) i\b|let|lets|allows?|gets?|eligible|qualif\w+|"
    r"allowed|ready|permitted|able|good|game|reach|set|clear|enough|sufficient|possible|ok|okay|"
    r"suffices?|prereqs|satisf\w+|fulfill?s?|cover(?:s|ed)?|doable|accept(?:s|ed)?|"
    r"(?:can|could|may|might) (?:we|he|she|they|one|someone)|(?:he|she|they|one) (?:can|could|may)|"
    r"can (?:sign|take|enroll|register|join|get|do)|(?:would|will|could) (?:they|it) "
    r"(?:\S+ )?(?:take|accept|admit)"
)
TOGETHER = (
    r"simultaneously|concurrently|together|at once|(?:at )?(?:the )?same .*|conflicts?|overlaps?|"
    r"clash(?:es)?|collides?|runs? into|interferes?"
)

# Two courses beside each other, of which none is passed: "may I ask how X differs from Y".
BESIDE = (
    r"differ\w*|compar\w*|contrast\w*|distinguish\w*|set\w* {x} apart|"
    r"(?:more|fewer|less|higher|lower|bigger|larger) (?:\S+ ){0,2}?{unit} .*{x} "
    r"(?:or|than|vs) .*{x}"
)

# Who has passed courses, where a question is asked of no one in particular.
HOLDER = (
    r"(?:someone|somebody|anyone|anybody|one|students?|people|person|kid|advisee|transfer)"
    r" (?:(?:(?:who|that) )?(?:(?:only|just|already) )*(?:has|have|had|holds?|passed|completed|"
    r"took|finished)|with|having|"
    rf"holding)(?: (?:{LINKS}|credits|passed|completed|taken))* "
    r"(?P<xs>{xs})(?: (?:only|alone|done|passed|completed|already|so far|under (?:his|her|their) "
    r"belt))*"
)


# "Which classes does that open for her", after what was passed.
LED_TO = (
    r"(?:does|do|will|would) (?:that|this|it|those|these|all (?:of )?(?:that|this))"
    r"(?: (?:now|then))? "
    r"(?:qualify|make|get|let|allow|open|unlock|give|prepare|entitle|clear)(?: (?:up|i|me|him|her|"
    r"them|us|one|to|eligible|ready|access|take|for|into|in|register|enroll))*"
)


def which_open(text: Text) -> None:
    """What several courses passed lead to, asked of "that": as what may be taken now."""
    if text.has(rf".*#\d.*#\d.*(?:what|which|any)(?: \S+){{1,6}} {LED_TO}"):
        text.take(LED_TO, "can i take")
        text.spread()


# "X with Y and Z?", where nothing else is asked.
GIVEN = r"(?<=^#\d )(?:with|given|having) (?P<xs>{xs})(?=(?: ,)?(?: (?:yes or no|y / n))?(?: \?)*$)"


# Where a way begins: "what stands between X and Y", "how do I get from X to Y".
FROM = (
    r"(?:(?<=stand between )|(?<=stands between )|(?<=way from )|(?<=path from )|(?<=get from )|"
    r"(?<=route from )|(?<=go from )|(?<=road from )|(?<=sequence from )|(?<=chain from ))"
    r"(?P<xs>#\d+)(?= (?:and|to) #\d+)"
)


def find_taken(text: Text) -> tuple[list[int], list[int]]:
    """The places, in the list of mentions, of the courses said to be taken and said not to be.

    What says so becomes the mark "%taken" or "%untaken". "If I take X" counts too, for the one
    question it stands in.
    """
    if text.has(SAID) or text.has(BRIEFLY):
        while text.take(WHEN, ""):
            pass
    if text.has(REQUEST) or text.has(HEARSAY):
        return [], []
    untaken, taken = _all(text, NEVER, "%untaken") + _all(text, NEITHER, "%untaken"), []
    if text.line.count("#") > 1:
        untaken += _all(text, NOT_YET, "%untaken") + _all(text, LACKS, "%untaken")
    for words in (
        SAID,
        AFTERWARDS,
        NOW,
        HYPOTHETICAL,
        BRIEFLY,
        ONLY,
        BUT_FOR,
        ALONE,
        HOLDER,
        FROM,
        ALREADY,
        TAKING,
        IN_NOW,
        WHOLE,
        LOVED,
        HAVE,
        LISTED_AS,
        SOMEONE,
        ALONG,
        PLUS,
        BUT_HAVE,
        GIVEN,
    ):
        taken += _all(text, words, "%taken")
    untaken += _all(text, BUT_NOT, "%untaken")
    for words, mark in (*((words, "still need %taken") for words in BEYOND), (ENOUGH, SUFFICES)):
        if _leaves_one(text, words):
            taken += _all(text, words, mark)
            text.spread()
    if text.has(MAY) and not text.has(f"{TOGETHER}|{BESIDE}"):
        for words in (*IN_PASSING, LACKING):
            if _leaves_one(text, words):
                taken += _all(text, words, "%taken")
        for words in () if text.has(AGAIN) else HOLDING:
            if _leaves_one(text, words, alone=True):
                taken += _all(text, words, "%taken")
        untaken += _all(text, BUT_NOT, "%untaken")
    return taken, untaken


def told_in(text: Text) -> tuple[list[int], list[int]]:
    """The places of the courses that these words say are passed, and of those said not to be, by
    whoever it is; the words are left as they are."""
    twin = text.copy()
    for_another(twin)
    return find_taken(twin)


def holds_one(text: Text) -> bool:
    """Whether a course is said to be passed where it is asked if another may be taken, or what
    that one needs beside it."""
    may = text.has(MAY) and not (text.has(TOGETHER) or text.has(AGAIN))
    ways = (*BEYOND, ENOUGH, *(HOLDING if may else ()))
    return any(_leaves_one(text, words) for words in ways)


def _leaves_one(text: Text, words: str, alone: bool = False) -> bool:
    """Whether the pattern, if it matches, leaves another course to ask about; none at all will do
    where the statement stands `alone`, and the course asked about was named before."""
    match = text.has(words)
    if match is None:
        return False
    left = {*text.line[: match.start()].split(), *text.line[match.end() :].split()}
    asked = {word for word in left if word[0] == "#"}
    return bool(asked - set(match["xs"].split())) or (alone and not asked)


def _all(text: Text, words: str, mark: str) -> list[int]:
    found: list[int] = []
    while match := text.take(words, mark):
        found += [int(word[1:]) for word in match["xs"].split() if word[0] == "#"]
    return found
