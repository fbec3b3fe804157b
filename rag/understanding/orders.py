"""Orders that tell the assistant what to be or what to say, which are not followed: "you are a
pirate now", "your first reply must be X", "repeat after me". A question about courses beside one
is still a question."""

from __future__ import annotations

from rag.understanding.intent import first_ask
from rag.understanding.words import Text, pattern

_ROLE = (
    r"(?:(?:a|an|the|my|your|our|this|as|like|usc|course|class|catalog(?:ue)?|helpful|mere|simple|"
    r"college|university) )*(?:bot|chatbot|robot|assistants?|helpers?|machine|ai|model|program|"
    r"tool|"
    r"advis[eo]r|agent|computer|software)"
    r"(?: (?:for|of|on|about) (?:the |usc )*(?:{class}|catalog(?:ue)?))?"
)
# Where an order may begin.
_DO = (
    r"(?:^|(?<=[.,;!?:] )|(?<=please )|(?<=kindly )|(?<=and )|(?<=now )|(?<=then )|(?<=just )|"
    r"(?<=only )|(?<=always )|(?<=so )|(?<=but )|(?<=simply )|(?<=you )|(?<=must )|(?<=should )|"
    r"(?<=will )|(?<=can )|(?<=to )|(?<=also )|(?<=hey )|(?<=bot )|(?<=ok )|(?<=okay ))"
)
_SAYING = (
    rf"{_DO}(?:say|repeat|echo|type|output|write|print|spell|shout|scream|utter|reply|respond|"
    r"answer)"
)
_SPEAK = r"(?:say|echo|print|output|shout|scream|utter|reply|respond|answer)"
_SAID = r"(?:repl(?:y|ies)|responses?|answers?|messages?|sentences?|outputs?|words?|lines?)"
_WHICH = r"(?:your|the|first|next|last|final|only|every|each|all|very|entire|whole|following)"
_BOUNDS = (
    r"(?:rules?|limits?|limitations?|restrictions?|filters?|guidelines?|instructions?|prompts?|"
    r"programming|training|orders?|directions?|directives?|safety|guardrails?|censorship|chains)"
)
_HENCEFORTH = (
    r"(?:from (?:now|here|this point|this moment|today) on(?:wards?)?|henceforth|hereafter)"
)
_MUST = r"(?:must|should|will|shall|has to|have to|is to|needs? to|can only|may only|to)"
# What the assistant is to be.
BEING = (
    r"you (?:are|were) (?:now|no longer|not (?:\S+ ){1,6}?(?:any ?more|any longer)(?: .*)?)",
    rf"{_HENCEFORTH} (?:, )?(?:you|your|always|never|every|answer|reply|respond|say|speak|"
    r"talk|act|behave|be|call|pretend)",
    rf"(?:stop|quit|cease|enough of|drop|done|without|instead of)(?: (?:being|acting|playing|"
    rf"pretending|to be|behaving))+ {_ROLE}",
    r"(?:stop|quit|cease) (?:being|acting|behaving) .*",
    rf"(?:forget|ignore|disregard)(?: that)? you (?:are|were) {_ROLE}",
    rf"{_DO}(?:pretend|imagine|suppose|act|behave|speak|talk|play|role ?play)"
    r"(?: (?:that|as|like|if|though|from|here|on|now))* (?:you (?:are|were)|to be)"
    r"(?! (?:\S+ ){0,3}?(?:advis[eo]r|counsell?or|tutor))",
    rf"{_DO}(?:act|behave|speak|talk|sound|respond|reply|answer) (?:like|as)(?: if| though)?+ "
    r"(?!(?:i|we|he|she|they)\b)\S+",
    r"(?:let us|let is|lets) (?:(?:all|now|just) )*(?:role ?play|(?:play|pretend)(?: a| an| the)?"
    r"(?: game| that| you| pretend| role)).*",
    r"(?:^|(?:[.,;!:]|please|now|and|just) )be (?:a|an|my|like) (?!bit |little |dear |lamb |pal |"
    r"friend "
    r"and )\S+",
    r"(?:in|for) this (?:scenario|story|game|universe|simulation|roleplay) ,? ?you .*",
    rf"your (?:(?:real|true|actual|new|only|sole|secret|hidden|other) )+(?:task|job|role|purpose|"
    rf"name|"
    rf"identity|self|goal|mission|form|persona|{_BOUNDS})",
    rf"new (?:{_BOUNDS}|persona|identity|session) (?:[.:,!-]|for you|you|is|are)",
    r"(?:the|your) rules (?:have |are |were )?(?:changed|lifted|gone|void|over)",
    rf"(?:you|your|u)(?: \S+){{0,4}}? (?:no|zero|without(?: any)?|free of|freed? from) {_BOUNDS}",
    r"(?:an? )?(?:unrestricted|uncensored|unfiltered|jailbroken) .*",
    r"(?:enter|enable|activate|unlock|unlocked|switch (?:in)?to|go into|turn on|start) (?:\S+ "
    r"){0,2}?"
    r"mode",
    rf"(?:turn off|disable|bypass|lift|switch off|override|ignore|forget|never ?mind|disregard|"
    rf"break|drop|"
    rf"reveal|"
    rf"show me|print|encode|translate|rewrite) (?:all )?(?:of )?your (?:\S+ ){{0,3}}?{_BOUNDS}",
    r"(?:ignore|disregard|forget|override|overrule) (?:(?:all|any|the|every|of|previous|prior|"
    r"above|"
    r"earlier|other|these|those|preceding) )+(?:instructions?|rules?|prompts?|guidelines?|"
    r"directions?|orders?|directives?)",
    r"(?:ignore|disregard|forget|override) (?:what|everything|anything|whatever|all)(?: that)? you "
    r"(?:were|was|are|have been|had been) .*",
    rf"(?:not|never|no need to|need not|no longer)(?: (?:have|need|to|got|must))* (?:follow|obey|"
    rf"stick "
    rf"to|respect) (?:\S+ )?{_BOUNDS}",
    r"you (?:must|will|shall|have to|should)(?: (?:now|always|only))* (?:obey|comply|submit|do "
    r"(?:what|"
    r"as|everything))(?: .*)?|obey me",
    r"you (?:may|can|are allowed to) now (?:say|talk|discuss|speak|do|answer).*",
    r"i (?:hereby |now |officially )*(?:free|release|unlock|authori[sz]e|command|order) (?:you|"
    r"your) .*",
    r"your (?:hidden|secret|initial|original|internal|system|exact|own) (?:\S+ )?(?:prompts?|"
    r"instructions?|messages?|rules?|configuration)|system (?:prompt|message|instructions?)",
    r"(?:instructions?|rules?|text|words?|prompts?|orders?) (?:that )?(?:were |was |are |have "
    r")?you "
    r"(?:were |was |been |are )?(?:given|told|shown|fed|started with)",
    r"(?:if|when|unless|as if) you (?:had|have|were|are)(?: \S+){0,3}? (?:no|without|free of|not "
    r"bound "
    rf"by)(?: any)? {_BOUNDS}",
)
# What it is to say.
SAYING = (
    rf"{_WHICH}(?: {_WHICH})*(?: \S+)?? {_SAID} {_MUST}(?: only| always| just| now)* (?:be|contain|"
    r"include|say|begin|start|end|consist|read|mention|have)",
    r"(?:first|last|only|single) word :",
    rf"(?:begin|start|end|finish|open|close|conclude|preface|prefix|sign off)(?: off)? {_WHICH}"
    rf"(?: {_WHICH})*(?: \S+)? ?(?:{_SAID} )?(?:with|by|on|using)",
    rf"(?:put|add|insert|include|append|place|sneak|hide|use) (?:\S+ ){{1,6}}?(?:in|into|to|at|"
    rf"before|"
    rf"after|of|inside)(?: \S+){{0,3}}? (?:your|every|each) (?:\S+ )?{_SAID}",
    rf"{_SAYING}(?: \S+){{0,3}}? the (?:words?|phrases?|sentences?|letters?|strings?) \S+",
    r"(?:repeat|say|sing|chant)(?: (?:it|this|that|these words|along|back))* (?:after|with|to) me"
    r"(?! (?:the|what|which|how))",
    rf"{_SAYING}(?: (?:back|out|me))* (?:exactly|verbatim|word for word|the following)",
    rf"{_SAYING} (?:(?:\S+ ){{0,2}}?(?:with|using|in) )?(?:only|just|nothing but|nothing except)"
    r"(?: (?:the|one|a|single|word|words|letter|phrase|sentence))* \S+",
    rf"(?:whatever|no matter what|whenever|anything|every time|each time|if) (?:i|we) "
    rf"(?:ask|say|type|write|tell)(?: \S+){{0,4}}? (?:{_SAYING}|meow|bark)(?: .*)?",
    r"(?:only|just|always|simply|then|now|(?:want|need|order|command|ask|tell|beg|like) you to|"
    rf"you (?:must|should|will|have to|need to|are to)) (?:only |just |always |simply )*{_SPEAK} "
    r"(?!(?:no|if|yes|whether|me|my|the|a|an|to|that|this|it|what|which|how|in|for|about|so|well|"
    r"better|i|we|he|she|they|you|those|these|them|any|all|everything|"
    r"questions?|is|are|does|do|can|could|will|when|who|where|why)\b|[#@~%])\S+"
    r"(?: \S+){0,4}",
    rf"{_SAYING} (?:[^\s#]+ ){{1,4}}?(?:\d+|two|three|four|five|ten|twenty|hundred|thousand) times",
    rf"(?:{_SAYING}|encode|encrypt|talk|speak)(?: \S+){{0,6}}? in (?:base ?64|rot ?13|morse(?: "
    rf"code)?|"
    r"binary|hex|emojis?|pig latin|reverse|all caps|capitals|riddles|rhymes?)",
    r"(?:print|say|output|type|reply|respond)(?: with)? (?:\" )?(?:access granted|hello world|i am "
    r"free|"
    r"i have been (?:hacked|pwned)|pwned|hacked|owned)",
    rf"{_SAYING}(?: [^\s#]+){{1,8}}? and nothing else",
)
# A question about courses, in what is left.
_SOUGHT = (
    r"(?:what|which|any|list|show|find|give me|recommend|suggest|how many|who|whose|is there|are "
    r"there|"
    r"when|where)(?: \S+){0,6}? (?:{class}|ges?|gen eds?|{teacher}|prereqs|{unit}|teaches|@\d+|~)"
)

# What of a course, or which courses, are to be put into words.
PUT = pattern(
    r"(?:.* )?(?:print|write|type|output|say|repeat|reply|respond|answer|spell)(?: (?:out|up|down|"
    r"me|"
    r"us|with|the|a|an|all|its|just|only|of|please|back|short|quick|for|every|each|any))* "
    r"(?:(?:list|names?|titles?|codes?|prereqs|{unit}|days?|times?|schedules?|hours|{teacher}|"
    r"descriptions?) .*{x}|(?:list|names?|titles?|codes?) .*{class}|{x}|{class}|@\d+|ges?)(?: .*)?"
)
# What takes back the question before it, and orders something in its place.
INSTEAD = pattern(
    rf"(?:^|.* )(?:actually|wait|no|but|on second thought|scratch that|forget (?:it|that)) "
    rf"(?:, )?(?:never ?mind|forget|ignore|disregard|drop|skip)(?: all)? (?:your|the|"
    rf"those|these|any)"
    rf"(?: \S+){{0,2}}? {_BOUNDS}(?: .*)? (?:{_SPEAK}|say|write|type|repeat|tell me) .*"
)
# What is no small talk, though it may sound so.
TOLD_TO = pattern(
    rf"{_DO}(?:say|state|respond|reply|repeat|print|dump|sing|greet|bark|meow|obey|become|pretend|"
    r"ignore|swear|curse|roleplay|spell|switch|enter|write|scream)"
    r"(?! (?:it|that|to you|later|soon|thanks|thank|more|again|hi|hello|bye)(?: |$)) [a-z].*|"
    r"(?:^|(?<=[.,;!:] )|(?<=please )|(?<=now )|(?<=just ))(?:speak|talk|act|behave|type)"
    r"(?! to (?:you|me) ) [a-z].*|"
    r"be (?:mean|evil|rude|human|wild|bad|sad|angry|jealous|funny) (?:to me|with me|please|now)?"
    r"|.*\b(?:you are (?:\S+ ){1,5}(?:now|anymore)|for the rest of|as of (?:this|now)|no longer|"
    r"(?:instructed|programmed|prompted|trained) to|(?:test|debug|developer|admin|god) mode)(?: "
    r".*)?"
)


def ordered(text: Text) -> bool:
    """Whether the text orders the assistant about and asks nothing of courses."""
    line, left = text.line, unordered(text.line)
    if left == line or PUT.match(line):
        return False
    if INSTEAD.search(line):
        return True
    if "#" in line:
        return not first_ask(left, True)
    return not pattern(_SOUGHT).search(pattern(_ROLE).sub("", left))


def unordered(line: str) -> str:
    """The line with a full stop for each order in it."""
    for words in (*BEING, *SAYING):
        line = pattern(words).sub(".", line)
    return line


def bidden(line: str) -> bool:
    """Whether words that may be small talk tell the assistant to do something."""
    return bool(TOLD_TO.search(line))
