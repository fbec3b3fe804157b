"""Of a course the one of like title that words mean: "the one for engineers", "the graduate
version"."""

from __future__ import annotations

from rag.understanding.codes import Mention
from rag.understanding.described import described
from rag.understanding.entitled import title_words, titled
from rag.understanding.loose import single
from rag.understanding.past import Past
from rag.understanding.shown import LEADING, PLACES, TRAILING, mark
from rag.understanding.vocabulary import Vocabulary
from rag.understanding.words import Text, content


def find_version(text: Text, mentions: list[Mention], past: Past, words: Vocabulary) -> None:
    """Mark, of a course, the one of like title that the words mean: "the one for engineers"."""
    for way in (TRAILING, LEADING) if past.query else ():
        match = text.has(way)
        said = [w for w in content(match["what"].split()) if w not in PLACES] if match else []
        if not match or not said:
            continue
        named = [m for m in mentions if m.codes and m.how in ("code", "title")]
        if named and match[0].startswith("that"):
            continue  # "I've had X. Which classes need only that one": X itself
        last = named[-1].codes[0] if named else past.one
        one = words.catalogue.find(last)
        if one is None or titled(said, [one]):
            continue
        alike = [c for c in words.catalogue if c != one and title_words(one) < title_words(c)]
        same = [c for c in alike if c.program == one.program] or alike
        if codes := single(titled(said, same)) or single(described(said, same, False, words)):
            at = mentions.index(named[-1]) if named else len(mentions)
            if named:
                mentions[at] = Mention(codes, how="shown")
                text.take(way, "")
            else:
                mark(text, mentions, way, codes)
            return
