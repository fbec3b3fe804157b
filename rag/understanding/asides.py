"""What is said beside what is sought: thanks, whom and what it is for, what you are to do with it.

None of it is a topic, whatever its words: "Thank you, that is very helpful", "for my report",
"the courses you have shown", "could you fetch the 2 unit ones".
"""

from __future__ import annotations

import re

_START = r"(?:^|(?<=[.,;!?] )|(?<=so )|(?<=and )|(?<=but ))"
_PLAIN = r"[^.!?;,%@#~ ]+"
_MIND = r"(?:(?:please|kindly|possibly|maybe|perhaps|just|also|then|now|to|for me) )*"
# What follows a verb, which so takes an object: "fetch me", "pull up", "select the ones".
_OBJECT = (
    r"(?= (?:me|us|it|them|a|an|the|all|any|some|every|each|which|what|how|if|only|just|those|"
    r"these|that|my|out|up|down|off|over|through|from|%|@\d+|#\d+)(?: |$))"
)
# What it is for, where that is no subject.
_PURPOSE = (
    r"(?:purposes?|sake|reports?|surveys?|articles?|spreadsheets?|presentations?|meetings?|records?|"
    r"planning|plans?|planner|advising|comparison|reference|assignment|overview|orientation|"
    r"peace of mind|files|own use|convenience|newsletter|brochure|handbook|website|database)"
)
ASIDES = "|".join(
    (
        # Thanks.
        rf"{_START}(?:(?:that|this|it|is|was|were|very|really|so|most|extremely|super|i|we|would|do|"
        r"am|be|are|how|much|truly|all|quite) )*(?:helpful|useful|appreciated|appreciate (?:it|"
        r"that|this|your help|the help|you)|grateful|kind of you|wonderful|lovely|brilliant)"
        r"(?: (?:indeed|to me|for me|already|so far|of you))*(?= [.!;,]|$)",
        r"(?:(?:i|we) )?(?:would )?(?:really |much |greatly |very )*appreciate",
        r"(?:many )?(?:thanks|thank you)(?: (?:so|very|a|again|for|in|to|you|much|lot|million|"
        r"advance|your|the|this|that|all|help|assistance|support|time|patience|kindness|efforts?|answer|"
        r"reply|response|list|information|quick|detailed|kind|great|prompt|helping|us|me|out|already))*",
        rf"for (?:{_PLAIN} ){{0,4}}?(?:purposes|sake)",
        rf"{_START}for (?:{_PLAIN} ){{0,3}}?{_PURPOSE}(?= ,| (?:i|we|can|could|would|what|which|"
        r"please|how|tell|give|list|show)(?: |$))",
        rf"for (?:my|our|his|her|their|an?) (?:{_PLAIN} ){{0,2}}?{_PURPOSE}(?= ?$| [.,;!?])",
        # What you are asked to do, and what you did.
        rf"{_START}(?:can|could|would|will|might|may) (?:you|u) {_MIND}(?!teach |make |take )[a-z]+"
        rf"{_OBJECT}(?: (?:up|out|down|off|over|together))?",
        rf"(?:please|kindly)(?: to)? [a-z]+{_OBJECT}(?: (?:up|out|down|off|over|together))?",
        r"(?:you|u) (?:(?:have|had|just|already|previously|also|kindly|so|far|been) )+"
        r"[a-z]+(?:ed|wn|en|ut|nt|nd|ght|ing)(?: (?:me|us))?",
        # Where it stands already.
        r"(?:(?:listed|shown|named|mentioned|given|displayed) )?(?:from|in|of|among|out of) "
        r"(?:the )?above(?: (?:list|ones|courses|classes|results))?",
        r"(?:(?:listed|shown|named|mentioned|given|displayed) )?above(?= (?:list|ones|courses|"
        r"classes|results|that|which)|(?: ,)? (?:which|what|show|give|only|i|%)| ?$| ?[?.!])",
        r"of (?:that|this|the) (?:whole )?(?:bunch|lot|batch|selection|lineup)(?= ?$| [?.,!])",
        r"previous (?:results?|list|answers?|ones|selection)",
        # Where one is from.
        r"(?:(?:(?:i|we|she|he) (?:am|are|is) )?(?:(?:currently|just) )*(?:here|studying|over) "
        r"(?:(?:at|in) \S+ )?|(?:i|we|she|he) (?:am|are|is) (?:(?:currently|just|only|coming) )*)"
        r"(?:on|as an?|for an?) (?:an )?exchange"
        r"(?: (?:student|program|semester))?(?: (?:for|in) (?:the |this )?(?:spring|semester|"
        r"term))?",
        # How it is sought, and what room there is for it.
        r"(?:(?:i|we|he|she|they) (?:am |are |is )?(?:only |just |currently |still )*)?"
        r"(?:search(?:ing)?|hunt(?:ing)?|shopping|scouting|browsing|on the (?:lookout|hunt))"
        r"(?: around)?(?: (?:for|through)|(?= (?:only|just|%|@\d+|a|an|some|any)(?: |$)))|"
        r"in search of",
        r"(?:(?:has|have|had|got|is|are|with|leaves|only|just|still|exactly|enough|some|the|no) )+"
        r"(?:space|room|capacity)(?= (?:for|left|in|%)(?: |$))(?: left)?",
        r"(?:help|helps|assist|aid) (?:me|us|her|him|them)(?: [a-z]+ly)?",
        # Why these are all that will do.
        r"(?:the )?(?:only|one|best|first|sole) (?:thing|one|option|slot|time|day)s? "
        r"(?:(?:that|which) )?(?:(?:can|could|will|would) )?(?:works?|fits?|suits?)"
        r"(?: (?:for|with|in|into))?(?: (?:me|us|her|him|them|my \S+))? (?:is|are)",
    )
)
_ADVERB = re.compile(
    r"[a-z]{2,}(?:al|ous|ive|ic|ent|ant|ful|less|ate|ed|ing|eat|ear|ick|ind|ure|ong)ly"
)


def adverb(word: str) -> bool:
    """Whether the word says how, and never what: "greatly", "urgently"."""
    return bool(_ADVERB.fullmatch(word))
