"""Courses named by title in a text, replaced by marks as courses named by code are."""

from __future__ import annotations

from rag.programs import programs
from rag.understanding.codes import Mention
from rag.understanding.departments import TOPICAL, names
from rag.understanding.titles import GENERIC, SMALL, Titles, canonical
from rag.understanding.vocabulary import ASKED
from rag.understanding.words import FILLERS, STOPS, Text, bag, pattern

# After one of the CUES, or before one of the PLURALS, a title is a topic: "courses on drawing".
CUES = TOPICAL | bag("in like something anything for")
PLURALS = bag("classes courses electives seminars stuff topics related ges geneds")
NUMERALS = bag("1 2 3 4 i ii iii iv one two three")
# Before "in" these say that a course is meant: "what is covered in X".
WITHIN = bag("do covered taught discussed read done required included happens enrolled enroll")
# And before "for": "signed up for X".
SIGNED = bag("up register registered registering")
# After "a" these say what kind of work is done: "an independent study".
WORK = bag("independent study directed research senior honors thesis project special topics field")
# "With machine learning in the name": what titles hold.
NAMES = pattern(r"in (?:the|their|its|a) (?:course )?(?:names?|titles?)")
# "Recommend me a stem cells course" seeks one on the topic.
KIND = bag("course class elective seminar")
ANY = bag("any some another which no")
SEEKING = bag("recommend suggest find want need offer there seek seeking for give any have")
# What is asked of it right after: "what about Japanese I, when's that".
ASKED_NEXT = pattern(
    r"[,.;:?-] (?:(?:and|so|then|lol) )*(?:when|who|what|which|how (?:many|long|often)|where|is|"
    r"are|does|do|can|has|have|any)(?! (?:else|others?|about|classes|courses))(?: .*)?"
)
# What a question opens with that asks something of its subject.
POLAR = bag("is does was will has")
ENDS = frozenset(".?!;,")
JOINS = bag("for and or , to / with in into than")


def find_titles(text: Text, titles: Titles, mentions: list[Mention]) -> None:
    """Mark titles given in full where a course, and no topic, is meant."""
    at = 0
    while at < len(text.words):
        end, codes = titles.find(text, at)
        if not codes and (codes := _called(text, at, titles)):
            end = at + 1 + bool(text.words[at + 1 : at + 2] in (["class"], ["course"]))
            _mark(text, at, end, codes, mentions)
        elif not codes and (codes := _capital(text, at, titles)):
            _mark(text, at - 1, at + 1, codes, mentions)
        elif codes and _longer(text, at, end, titles):
            pass  # "teaching seminar" of "who is teaching Seminar in Biology"
        elif not codes and (codes := _subject(text, at, titles)):
            _mark(text, at, at + 1, codes, mentions)
        elif codes and _meant(text, at, end):
            words = text.words[at:end]
            _mark(text, at, end, codes, mentions)
            _next_part(text, titles, words, at, mentions)
        elif codes:
            at = end - 1  # a part of what is a topic is no course either
        at += 1


def _longer(text: Text, start: int, end: int, titles: Titles) -> bool:
    """Whether a longer title begins within one that was found."""
    ends = (titles.find(text, at)[0] - at for at in range(start + 1, end))
    return max(ends, default=0) > end - start


def _called(text: Text, at: int, titles: Titles) -> tuple[str, ...]:
    """The course of a title of one word, where it can be no topic: "the dante class", "what about
    surfing, when is that"."""
    word, around = text.words[at], (text.words[at - 1 : at], text.words[at + 1 : at + 2])
    alone = at and around[0][0] in ("the", "that", "this") and around[1] in (["class"], ["course"])
    led = text.words[max(0, at - 2) : at] in (["what", "about"], ["how", "about"])
    led = led and bool(ASKED_NEXT.match(" ".join(text.words[at + 1 :])))
    if (
        not (alone or led)
        or not word.isalpha()
        or (word,) in names()
        or word in GENERIC | ASKED | FILLERS
    ):
        return ()
    return titles.exact([word])


def _capital(text: Text, at: int, titles: Titles) -> tuple[str, ...]:
    """The course of a title of one word after "The", both as titles are written: "in The City"."""
    led = at > 1 and text.written[at - 1] == "The"
    led = led and (at == 2 or text.written[at - 2][0].islower())
    word = text.words[at]
    if not led or not text.written[at][:1].isupper() or text.written[at].isupper():
        return ()
    plain = (word,) in names() or word in GENERIC | ASKED | FILLERS
    return () if plain else titles.exact([word])


def _subject(text: Text, at: int, titles: Titles) -> tuple[str, ...]:
    """The course of a title of one word of which something is asked: "Is Statics 4 units?"."""
    before, after = text.words[at - 1 : at], text.words[at + 1 : at + 2]
    opens = before and before[0] in POLAR and (at == 1 or text.words[at - 2] in ENDS)
    word = text.words[at]
    if not opens or not text.written[at][:1].isupper() or text.written[at].isupper():
        return ()
    plain = (word,) in names() or word in GENERIC | ASKED | FILLERS
    return () if plain or not after or after[0] in PLURALS | KIND else titles.exact([word])


def _next_part(
    text: Text, titles: Titles, words: list[str], at: int, mentions: list[Mention]
) -> None:
    """Mark the number that stands for one more of a numbered title: "calc 1 and 2"."""
    joined = text.words[at + 1 : at + 2] and text.words[at + 1] in ("and", "or", "/", ",")
    number = text.words[at + 2 : at + 3]
    if not joined or not number or not ({words[-1], *number} <= NUMERALS):
        return
    codes = titles.exact([*words[:-1], *number])
    if codes:
        _mark(text, at + 2, at + 3, codes, mentions)


def near_titles(text: Text, titles: Titles) -> list[Mention]:
    """The courses whose titles the words give in part; the text is left as it is."""
    found: list[Mention] = []
    find_near_titles(text.copy(), titles, found)
    return found


def find_near_titles(text: Text, titles: Titles, mentions: list[Mention]) -> None:
    """Mark titles given in part or mistyped; only where a single course is asked about."""
    at = 0
    while at < len(text.words):
        end = _run(text, titles, at)
        plural = text.words[end : end + 1] and text.words[end] in PLURALS
        found = _longest(text, titles, at, end) if end > at and not plural else None
        if found and not (found[1] - found[0] < 2 and any(m.codes for m in mentions)):
            start, stop, codes = found
            _mark(text, start, stop, codes, mentions)
            end = start + 1
        at = max(end, at + 1)


def _mark(
    text: Text, start: int, end: int, codes: tuple[str, ...], mentions: list[Mention]
) -> None:
    text.replace(start, end, f"#{len(mentions)}")
    mentions.append(Mention(codes, how="title"))


def _meant(text: Text, at: int, end: int) -> bool:
    words = text.words[at:end]
    before = text.words[at - 1] if at else ""
    if before in ("a", "an") and WORK.issuperset(words):
        return False
    if before in ("a", "an") and text.words[end : end + 1] and text.words[end] in KIND:
        return not SEEKING.intersection(text.words[max(0, at - 5) : at - 1])
    if before in ANY and text.words[end : end + 1] and text.words[end] in KIND:
        return False  # "any machine learning class": whichever there is
    if NAMES.match(" ".join(text.words[end : end + 4])):
        return False  # "anything with machine learning in the name"
    after = _qualified(text, end)
    long = len(canonical(words)) > 2 and before not in TOPICAL
    long = long or (len(canonical(words)) > 2 and before in ("like", "take"))
    long = long or (before == "for" and at == 1 and after == ",")
    long = long or (before == "in" and at > 1 and text.words[at - 2] in WITHIN)
    long = long or (before == "for" and at > 1 and text.words[at - 2] in SIGNED)
    long = long or (end - at > 2 and _written_so(text, at, end))
    led = before == "about" and at > 1 and text.words[at - 2] in ("what", "how")
    long = long or (led and bool(ASKED_NEXT.match(" ".join(text.words[end:]))))
    return tuple(words) not in names() and (before not in CUES or long) and after not in PLURALS


def _written_so(text: Text, at: int, end: int) -> bool:
    """Whether the words are written as titles are, in a sentence that is not."""
    said = [w for w in text.written[at:end] if w not in SMALL]
    return all(w[:1].isupper() for w in said) and text.written[at - 1].islower()


def _qualified(text: Text, end: int) -> str:
    """The word after a title, or the "classes" that it and at most two more words qualify."""
    for at in range(end, min(end + 3, len(text.words))):
        if text.words[at] in PLURALS:
            return text.words[at]
        if not text.words[at].isalpha() or text.words[at] in FILLERS:
            break
    return text.words[end] if end < len(text.words) else ""


def _longest(
    text: Text, titles: Titles, at: int, end: int
) -> tuple[int, int, tuple[str, ...]] | None:
    """The whole run of words as a title, else the first of its parts that is one."""
    joins = [i for i in range(at, end) if text.words[i] in JOINS]
    parts = zip([at - 1, *joins], [*joins, end], strict=True)
    for start, stop in [(at, end), *((left + 1, right) for left, right in parts)]:
        words = text.words[start:stop]
        codes = titles.near(words) if words and tuple(words) not in names() else ()
        if codes:
            return start, stop, codes
    return None


def _run(text: Text, titles: Titles, at: int) -> int:
    """Where a run of words that may be a title, starting at word `at`, ends."""

    def inside(word: str) -> bool:
        if word in SMALL or titles.begins(text.words[at:end], word):
            return True
        code = word.upper() in programs() and word not in titles.words
        return word[0].isalnum() and not code and word not in ASKED and word not in FILLERS

    end = at
    if not inside(text.words[at]) or text.words[at] in SMALL:
        return at
    while end < len(text.words) and text.words[end] not in STOPS and inside(text.words[end]):
        end += 1
    while end > at and text.words[end - 1] in SMALL and text.words[end - 1] != "i":
        end -= 1
    return end
