"""Courses of the talk named by a title in few words, said without more: "ooh surfing!"."""

from __future__ import annotations

from collections.abc import Sequence

from rag.course import Course
from rag.understanding.codes import Mention
from rag.understanding.departments import names
from rag.understanding.entitled import title_words, whole
from rag.understanding.past import Past
from rag.understanding.places import NUMBERED
from rag.understanding.pools import Pools
from rag.understanding.titles import GENERIC, SMALL, canonical
from rag.understanding.vocabulary import ASKED, Vocabulary
from rag.understanding.words import FILLERS, Text, bag, pattern

CLASH = pattern(r"clash\S*|conflict\S*|overlap\S*|vs|compare|or|than|before|after")
JOINED = (["and"], ["plus"], ["+"], ["&"])  # what sets two courses beside each other
ARTICLES = (["the"], ["that"], ["this"], ["his"], ["her"])
# What may stand beside the title in a question about it and says nothing of it.
AROUND = bag(
    """sounds sound looks look seems seem interesting cool ooh ooo oooh oh wow hm hmm then please
    lol lets let itself thanks thank love actually also too again more nice perfect awesome sweet
    ugh together both combined altogether total"""
)
# Kinds of work that name the one course of a list that has them in its title.
WORKS = bag("capstone practicum thesis internship colloquium workshop studio dissertation")
LISTS = 4  # of which a title may be meant that says less than another elsewhere
MOST = 4  # words of a title that one names it by


def find_loose(
    text: Text, mentions: list[Mention], pools: Pools, past: Past, words: Vocabulary
) -> None:
    """A title in few words, said without more: "psycholinguistics sounds cool, when is that"."""
    clashes = CLASH.search(text.line)
    at = 0
    while at < len(text.words):
        end = at
        while end < len(text.words) and _inside(text.words[end]):
            end += 1
        for start, stop in _spans(at, end):
            run = text.words[start:stop]
            led = text.words[start - 1 : start] in (*ARTICLES, *JOINED)
            led = led or (text.words[stop : stop + 1] in JOINED and _marked(text.words[stop + 1 :]))
            if mentions and not (clashes or led):
                continue
            rest = [*text.words[at:start], *text.words[stop:end]]
            if any(words.known(w) and w not in AROUND for w in rest):
                continue
            plain = len(run) == 1 and run[0] in GENERIC
            if plain and run[0] in WORKS:
                lists = (past.listed, past.shown)
                held = [[c for n in some if (c := words.catalogue.find(n))] for some in lists]
                if codes := next((one for p in held if (one := single(whole(run, p)))), ()):
                    start -= text.words[start - 1 : start] in ARTICLES
                    text.replace(start, stop, f"#{len(mentions)}")
                    mentions.append(Mention(codes, how="shown"))
                    return
            if plain or not any(len(w) > 2 and w not in NUMBERED for w in run):
                continue
            several = [p for p in pools if len(p) > 1]
            codes = next((one for p in several if (one := single(whole(run, p)))), ())
            if not codes and stop - start == min(end - at, MOST):
                codes = _nearer(run, several[:LISTS], words)
            if tuple(run) in names() and _titled_else(codes, run, words):
                continue  # a program is meant
            beside = (
                text.words[stop : stop + 1] in JOINED or text.words[start - 1 : start] in JOINED
            )
            if codes and (codes[0] != past.one or beside):
                title = title_words(words.catalogue.by_code[codes[0]])
                start, stop = _widened(text, start, stop, title)
                text.replace(start, stop, f"#{len(mentions)}")
                mentions.append(Mention(codes, how="shown"))
                if text.words[start + 1 : start + 2] not in JOINED:
                    return
                end = start + 1
                break
        at = max(end, at + 1)


def _marked(words: Sequence[str]) -> bool:
    """Whether a course that was found comes next."""
    return bool(words) and words[0][0] == "#"


def _nearer(
    run: Sequence[str], several: Sequence[Sequence[Course]], words: Vocabulary
) -> tuple[str, ...]:
    """The one course of the lists with a word of these in its title, where the only title that has
    them all is a graduate course's and the lists have none of those."""
    found = words.titles.near(run) if len(run) > 1 else ()
    if not found or any(words.catalogue.by_code[code].level != "graduate" for code in found):
        return ()
    said = set(canonical(run))
    for pool in several:
        if all(c.level != "graduate" for c in pool):
            alike = single([c for c in pool if said & title_words(c)])
            if alike:
                return alike
    return ()


def _titled_else(codes: Sequence[str], run: Sequence[str], words: Vocabulary) -> bool:
    """Whether the title of the course says more than the words."""
    return any(len(title_words(words.catalogue.by_code[code])) > len(run) for code in codes)


def _spans(at: int, end: int) -> list[tuple[int, int]]:
    """The parts of a run of words, the longest first."""
    found = [(i, j) for i in range(at, end) for j in range(i + 1, min(end, i + MOST) + 1)]
    return sorted(found, key=lambda span: span[0] - span[1])


def _widened(text: Text, start: int, stop: int, title: frozenset[str]) -> tuple[int, int]:
    """Where the words of the title begin and end that stand about these: "biology of food"."""

    def further(places: range) -> int:
        count = 0
        for n, at in enumerate(places, 1):
            word = text.words[at]
            if _inside(word) and title.issuperset(canonical([word])):
                count = n
            elif word not in SMALL:
                break
        return count

    first = start - further(range(start - 1, -1, -1))
    return first, stop + further(range(stop, len(text.words)))


def _inside(word: str) -> bool:
    return word[0].isalnum() and word not in FILLERS | ASKED and word not in SMALL


def single(found: Sequence[Course]) -> tuple[str, ...]:
    """The first, where all found share a title: cross-listed twins, parts of a sequence."""
    if not found or len({tuple(sorted(title_words(c))) for c in found}) > 1:
        return ()
    return (found[0].code,)


def one_of(found: Sequence[Course], spoken: Sequence[str]) -> tuple[str, ...]:
    """The one course found, or the one of them that was spoken of before."""
    return single(found) or single([c for c in found if c.code in spoken])
