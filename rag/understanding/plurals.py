"""Several courses of the talk named by words of theirs: "both of the friday ones", "the journalism
ones"."""

from __future__ import annotations

from collections.abc import Sequence

from rag.understanding.codes import Mention
from rag.understanding.departments import names
from rag.understanding.described import described
from rag.understanding.dual import SIZES
from rag.understanding.entitled import titled
from rag.understanding.past import Past
from rag.understanding.pools import Pools
from rag.understanding.vocabulary import Vocabulary
from rag.understanding.words import Text

WORD = (
    r"(?!(?:one|ones|that|which|with|for|about|on|in|at|is|of|the|and|or)(?: |$))"
    r"[a-z0-9'][^\s#%@~]*"
)
# "Journalism ones instead", where the last list has none.
PLURAL = (
    rf"(?:the|those|these) (?P<what>{WORD}(?: (?:{WORD}|and)){{0,2}}?) (?:ones|classes|courses)"
)
ALL_OF = r"(?:both|all|each|either|any|neither|none)(?: of)?"
LONGEST = 40  # courses of a list on a topic


def find_plural(text: Text, mentions: list[Mention], past: Past, words: Vocabulary) -> None:
    """Mark the courses of a program in an earlier list, where the last one has none of them, those
    of an earlier list on a topic, or those of a list that the words describe."""
    match = text.has(PLURAL)
    if match is None:
        return
    said = match["what"].split()
    for (query, _), codes in zip(past.sets, past.wider(words.catalogue), strict=True):
        if query.topic == " ".join(said) and query is not past.query and len(codes) <= LONGEST:
            text.take(PLURAL, f"#{len(mentions)}")
            mentions.append(Mention(codes, how="some"))
            return
    if said[0] in SIZES and (found := _so_many(said, past, words)):
        text.take(PLURAL, f"#{len(mentions)}")
        mentions.append(Mention(found, how="some"))
        return
    if text.has(rf"(?:{ALL_OF}) {PLURAL}") and (some := _fitting(said, past, words)):
        text.take(PLURAL, f"#{len(mentions)}")
        mentions.append(Mention(some, how="some"))
        return
    programs = names().get(tuple(said), ())
    last = {code.split(" ")[0] for code in past.codes}
    codes = tuple(code for code in past.shown if code.split(" ")[0] in programs)
    if codes and not last & set(programs):
        text.take(PLURAL, f"#{len(mentions)}")
        mentions.append(Mention(codes, how="shown"))


def _so_many(said: Sequence[str], past: Past, words: Vocabulary) -> tuple[str, ...]:
    """The courses of the list, of just that number: "the two database ones"."""
    listed = [c for code in past.listed if (c := words.catalogue.find(code))]
    found = tuple(c.code for c in titled(said[1:], listed)) if said[1:] else ()
    return found if len(found) == SIZES[said[0]] else ()


def _fitting(said: Sequence[str], past: Past, words: Vocabulary) -> tuple[str, ...]:
    """The courses of a list of the talk that the words describe: "both of the friday ones"."""
    for pool in Pools(past, words):
        found = described(said, pool, False, words) or titled(said, pool)
        if len(found) > 1:
            return tuple(c.code for c in found)
    return ()
