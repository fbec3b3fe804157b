"""Questions for the search alone: rare words of a description, and the courses that have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from eval.questions.deck import Case, Deck
from eval.questions.gold import content, rare_words
from eval.questions.records import Record


def retrieval(deck: Deck) -> Iterator[Case]:
    """Four to eight of the rarest words of a description, some dropped, in its order.

    Labels are all courses with that description; the words come from one alone, title included.
    """
    same: dict[str, list[Record]] = defaultdict(list)
    for record in deck.records:
        same[record.about].append(record)
    frequency = rare_words(deck.records)
    for record in deck.records:
        words = content(record)
        if len(words) < 10:
            continue
        rare = sorted(words, key=lambda w: frequency[w])[:12]
        kept = set(deck.rng.sample(rare, deck.rng.randint(4, 8)))
        asked = [word for word in words if word in kept]
        codes = [r.code for r in same[record.about]]
        gold = {"any_of": codes, "refused": False}
        # The description decides the split, whichever of its courses was drawn.
        yield Case((record.about,), {"words": ", ".join(asked)}, gold)
