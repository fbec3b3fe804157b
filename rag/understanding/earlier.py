"""Courses of the talk meant by their place in it: "the one before", "back to the other one"."""

from __future__ import annotations

from rag.understanding.codes import Mention
from rag.understanding.departments import names
from rag.understanding.past import Past
from rag.understanding.words import Text

# A course spoken of before the last one, and the one spoken of first of all.
ONE = "(?:the |that |my )?(?:{class}|one)"
STARTED = (
    r"back to (?:the )?(?:very )?first(?: (?:one|{class}))?(?! (?:of|in|on))|"
    rf"(?:the )?(?:very first|original|initial) (?:{{class}}|one)|{ONE} (?:that )?(?:i|we) "
    rf"(?:started|began|opened) with|{ONE} (?:that )?(?:i|we) (?:(?:asked|talked|spoke|mentioned|"
    r"said|brought up) )+(?:about )?(?:first|at first|at the (?:start|beginning)|originally)"
)
DUAL = (
    r"(?:the|those|these|my) two(?: {class})?|both(?: of (?:them|those|these))?|"
    r"(?<=which )of (?:them|those|these)|(?<=which of )(?:them|those|these)"
)
# "Back to physics".
BACK = (
    r"(?:(?:go|going|let us go|circling|coming|return|returning|switch|switching) )?back to "
    r"(?:the |my |that )?(?P<what>[a-z]+)(?: (?:one|class|course))?(?= ?,| ?$| ?[.:?])"
)
RETURN = (
    r"(?:(?:let us |lets )?(?:go|going|come|coming|switch|switching|return|returning|get|"
    r"getting) )?"
    r"back to the (?:other|remaining) (?:one|{class})"
)
EARLIER = (
    rf"the (?:previous|earlier|prior|preceding|other) (?:one|{{class}})(?= ?$| [?.,-]| 's| then|"
    rf" again|"
    r" too| and| but| instead| please| who| when| what| how| does| meets?| has| have| is)|"
    rf"the one (?:before|earlier|prior)(?: (?:that|this|it))?|"
    rf"{ONE} (?:that )?(?:i|we) (?:(?:asked|talked|spoke|mentioned|were|talking|said|brought up) )+"
    r"(?:about )?(?:before|earlier|previously|a (?:minute|moment|second) ago|just before)"
)


def find_earlier(text: Text, mentions: list[Mention], past: Past) -> bool:
    """Put marks in the place of "the one before" and "the one we started with"."""
    leans = _returned(text, mentions, past)
    for words, place in ((STARTED, 0), (EARLIER, -2)):
        if len(past.spoken) > 1 and text.take(words, f"#{len(mentions)}"):
            mentions.append(Mention((past.spoken[place],), how="reference"))
            leans = True
    if len(past.spoken) > 1 and len(past.many) < 2 and text.take(DUAL, f"#{len(mentions)}"):
        mentions.append(Mention(past.spoken[-2:], how="those"))
        leans = True
    back = text.has(BACK)
    programs = names().get((back["what"],), ()) if back else ()
    again = [code for code in past.spoken if code.split(" ")[0] in programs]
    if again and text.take(BACK, f"#{len(mentions)}"):
        mentions.append(Mention((again[-1],), how="reference"))
        leans = True
    return leans


def _returned(text: Text, mentions: list[Mention], past: Past) -> bool:
    """Put a mark in the place of "go back to the other one", and of "the other one" of a list of
    two: the course of the last list that was not spoken of since."""
    returns = text.has(RETURN)
    known = past.shown if returns else past.listed
    left = [code for code in known if code not in past.spoken[-2:]]
    pair = len(past.listed) == 2 and len(left) == 1 and past.one in past.listed
    words = RETURN if returns else EARLIER
    if not left or not (returns or pair) or not text.take(words, f"#{len(mentions)}"):
        return False
    mentions.append(Mention((left[0],), how="reference"))
    return True
