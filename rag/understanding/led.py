"""Who teaches a course, asked in other verbs: "who does bollywood", "who leads the podcast one"."""

from __future__ import annotations

from rag.understanding.codes import Mention
from rag.understanding.entitled import titled
from rag.understanding.loose import single
from rag.understanding.past import Past
from rag.understanding.pools import Pools
from rag.understanding.titles import GENERIC
from rag.understanding.vocabulary import Vocabulary
from rag.understanding.words import FILLERS, Text, content

_LEAD = r"(?:(?:and|so|ok|okay|but|then|also|oh|cool|k|,|\.|!) )*"
_DOES = (
    r"(?:does|has|have|got|runs?|gives?|leads?|handles?|covers?|is (?:doing|running|giving|leading|"
    r"handling|covering))"
)
_END = r"(?: (?:class|course|one|section|this (?:term|semester)|then|though|again))*(?: [?.!])*$"
OF_COURSE = rf"^{_LEAD}who {_DOES} (?:the )?(?P<x>#\d+){_END}"
OF_WORDS = (
    rf"^{_LEAD}who {_DOES} (?:(?:the|that|this) )?"
    rf"(?P<what>(?:[a-z][^\s#%@~]*)(?: [a-z][^\s#%@~]*){{0,3}}?){_END}"
)


def find_led(text: Text, mentions: list[Mention], past: Past, words: Vocabulary) -> None:
    """Ask who teaches the course: the one named, or the one whose title has the words."""
    if not mentions and (match := text.has(OF_WORDS)):
        said = match["what"].split()
        if codes := _meant(said, past, words):
            text.take(OF_WORDS, f"who teaches #{len(mentions)}")
            text.spread()
            mentions.append(Mention(codes, how="shown" if past.query else "title"))
    elif match := text.has(OF_COURSE):
        text.take(OF_COURSE, f"who teaches {match['x']}")
        text.spread()


def _meant(what: list[str], past: Past, words: Vocabulary) -> tuple[str, ...]:
    """The one course of the talk, else of the catalogue, whose title has all the words."""
    said = content(what, FILLERS)
    if len(said) < len(what) or not any(w not in GENERIC for w in said):
        return ()
    for pool in Pools(past, words) if past.query else ():
        if codes := single(titled(said, pool)):
            return codes
    return single(titled(said, words.catalogue))
