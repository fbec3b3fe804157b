"""Instructors named in a text: "prof. Smith", "taught by Jane Smith", a last name one slip off."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable

from rag.catalogue import Catalogue
from rag.query import Filter
from rag.understanding.departments import names as programs_named
from rag.understanding.levels import GRADUATE
from rag.understanding.spelling import Spelling, one_slip
from rag.understanding.words import FILLERS, Text, bag, pattern

TITLE = r"(?:professors?|profs?|dr|doctor|instructors?|mr|mrs|teachers?|lecturers?)"
# What stands before a name, and what stands after it.
TITLED = re.compile(rf"(?:^| ){TITLE}$")
BY = re.compile("(?:^| )(?:taught|offered|given|led|instructed|handled|run|delivered) by$")
BEFORE = re.compile("(?:^| )(?:by|under|does|is|did|will|has|with|was|can)$")
SOMEONE = r"(?:some(?:one|body)|any(?:one|body)|an? (?:person|{teacher})) (?:named|called)"
# "Classes by Smith", which a word that is no name may follow too.
CLASS_BY = re.compile(
    r"(?:^| )(?:class(?:es)?|courses?|sections?|seminars?|electives?|lectures?|anything|something|"
    r"stuff|offerings) (?:by|with|from|under)$"
)
AFTER = pattern("(?:'s {class}|(?:\\S+ )?(?:teach(?:es|ing)?|taught)|offers?|in charge).*")
# Names that are levels of classes too: "grad courses".
LEVELS = re.compile(GRADUATE)
HEADS = bag("class classes course courses section sections lectures seminars offerings")
POSSESSIVE = pattern(
    "'s {class}.*|teaches.*|what (?:does |do |is |else )*(?:he|she|they) (?:also )?"
    "teach(?:es|ing)?.*"
)
NOT_NAMES = FILLERS | bag(
    "of for prereqs schedule units who rating ratings office email name any only responsible "
    "required requirement besides except apart aside than and or grade grades give gives more "
    "section sections lab labs two three four five six multiple than least both asap given tba "
    "assigned known btw idk tbh fyi anyway whose morning mornings afternoon evening evenings night "
    "monday tuesday wednesday thursday friday saturday sunday noon blank empty missing unlisted "
    "unnamed left"
)
INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")  # "P.J. Leimgruber"
NEGATED = (
    "(?:not|other than|besides|aside from|apart from|except(?: for)?|without|excluding|"
    "avoid(?:ing)?|anyone but)"
)


class People:
    """The catalogue's instructors by full and last name."""

    def __init__(self, catalogue: Catalogue) -> None:
        everyone = {n for c in catalogue for s in c.sections for n in s.instructors}
        self._full: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._last: dict[str, set[str]] = defaultdict(set)
        for name in everyone:
            words = tuple(plain(name).split())
            if len(words) > 1:
                self._full[words].add(name)
                self._full[(words[0], words[-1])].add(name)
                self._last[words[-1]].add(name)
                for initials in INITIALS.findall(name):
                    apart = name.replace(initials, initials.replace(".", " "))
                    self._full[tuple(plain(apart).split())].add(name)
        self.words = {word for words in self._full for word in words}
        self._spelling = Spelling(self._last, shortest=6)

    def find(self, text: Text, known: Callable[[str], bool]) -> list[Filter]:
        """A filter for each instructor named; the name becomes a mark "~".

        A name no instructor has is kept as written, for the answer to say so. `known` says whether
        a word is an ordinary one, which is no name unless a title stands before it.
        """
        found: list[Filter] = []
        text.take(SOMEONE, "")
        at = 0
        while at < len(text.words):
            end, names = self._named(text, at, known)
            if names:
                found.append(self._filter(text, at, end, names))
            at += 1
        return found + self._joined(text, known)

    def _joined(self, text: Text, known: Callable[[str], bool]) -> list[Filter]:
        """The last names that share the cue of another: "by Smith or Jones"."""
        found: list[Filter] = []
        while match := text.has(r"~ (?:or|and|,) (?P<name>[a-z]+)"):
            name = match["name"]
            at = text.words.index("~") + 2
            if name in NOT_NAMES or known(name) or text.words[at : at + 1] != [name]:
                break
            names = tuple(sorted(self._last.get(name, ()))) or (name.capitalize(),)
            text.replace(at - 1, at + 1, "")
            found.append(Filter("instructor", names))
        return found

    def _filter(self, text: Text, at: int, end: int, names: tuple[str, ...]) -> Filter:
        text.replace(at, end, "~")
        text.take(rf"(?:(?:{TITLE}) )+~(?: 's)?", "~")
        text.take("~ 's", "~")
        negated = text.take(rf"{NEGATED} (?:(?:being |be )?(?:taught|given|led) )?(?:by )?~", "~")
        return Filter("instructor", names, "not" if negated else "any")

    def _named(
        self, text: Text, at: int, known: Callable[[str], bool]
    ) -> tuple[int, tuple[str, ...]]:
        """Where the name that starts at word `at` ends, and whom it may mean."""
        words = [plain(w) for w in text.words[at : at + 4]]
        for size in (4, 3, 2):
            names = self._full.get(tuple(words[:size])) if len(words) >= size else None
            if names:
                return at + size, tuple(sorted(names))
        if "." in text.words[at + 1 : at + 3] and (found := self._stopped(text, at)):
            return found
        if not words or not words[0].isalpha() or words[0] in NOT_NAMES or TITLED.search(words[0]):
            return at, ()
        return self._pair(text, at, words, known) or self._by_cue(text, at, words, known)

    def _stopped(self, text: Text, at: int) -> tuple[int, tuple[str, ...]] | None:
        """A name with initials, each followed by a stop: "p . j . leimgruber"."""
        places = [n for n in range(at, min(at + 8, len(text.words))) if text.words[n] != "."]
        words = [plain(text.words[n]) for n in places]
        sizes = (n for n in (4, 3, 2) if len(places) >= n)
        found = ((places[n - 1] + 1, self._full.get(tuple(words[:n]))) for n in sizes)
        return next(((end, tuple(sorted(names))) for end, names in found if names), None)

    def _pair(
        self, text: Text, at: int, words: list[str], known: Callable[[str], bool]
    ) -> tuple[int, tuple[str, ...]] | None:
        """A first and a last name that no one has together: whose they are but for a slip, or,
        where it is said to be a name, who has the last and the initial."""
        pair = words[:2]
        if len(pair) < 2 or not pair[1].isalpha() or pair[1] in NOT_NAMES:
            return None
        if any(known(w) and not text.written[at + n][0].isupper() for n, w in enumerate(pair)):
            return None
        lasts = (n for last in self._spelling.near(pair[1]) for n in self._last[last])
        if slips := {n for n in lasts if _alike(pair[0], plain(n).split()[0])}:
            return at + 2, tuple(sorted(slips))
        if not any(_cues(text, at, at + 2)[1:]):
            return None
        alike = {n for n in self._last.get(pair[1], ()) if plain(n)[:1] == pair[0][:1]}
        asked = " ".join(w.capitalize() for w in text.written[at : at + 2])
        return at + 2, tuple(sorted(alike)) or (asked,)

    def _by_cue(
        self, text: Text, at: int, words: list[str], known: Callable[[str], bool]
    ) -> tuple[int, tuple[str, ...]]:
        titled, by, cued = _cues(text, at, at + 1)
        before = " ".join(text.words[max(0, at - 2) : at])
        listed = bool(CLASS_BY.search(before)) and words[0] in self._last
        # "Kempe classes": a last name that is no other word.
        headed = words[0] in self._last and not known(words[0]) and bool(HEADS & {*words[1:2]})
        cued = titled or by or cued or listed or headed
        written = text.written[at]
        plainly = listed and before.endswith(" by")
        subject = (words[0],) in programs_named() or LEVELS.fullmatch(words[0])
        if subject and not (titled or by):
            return at, ()
        if not cued or not (titled or by or plainly or written[0].isupper() or not known(words[0])):
            return at, ()
        near = self._spelling.near(words[0])
        names = sorted({n for last in near for n in self._last[last]}) or sorted(
            self._last.get(words[0], ())
        )
        if names:
            return at + 1, tuple(names)
        return self._unknown(text, at, titled, by, known)

    def _unknown(
        self, text: Text, at: int, titled: bool, by: bool, known: Callable[[str], bool]
    ) -> tuple[int, tuple[str, ...]]:
        """A name that no instructor has, first and last name taken together."""
        names: list[str] = []
        for word, written in zip(text.words[at : at + 3], text.written[at : at + 3], strict=True):
            a_name = written[0].isupper() or not known(word)
            if not (word.isalpha() and a_name) or word in NOT_NAMES:
                break
            names.append(written if written[0].isupper() else written.capitalize())
        if not names or not (titled or by):
            return at, ()
        last = self._last.get(plain(names[-1]), set()) if len(names) == 1 else set()
        return at + len(names), tuple(sorted(last)) or (" ".join(names),)


def _alike(said: str, first: str) -> bool:
    """Whether a first name is this one, or one slip from it: "ivan", Ian."""
    return said[:1] == first[:1] and len(said) > 2 and one_slip(said, first)


def _cues(text: Text, start: int, end: int) -> tuple[bool, bool, bool]:
    """Whether a title, "taught by", or something else round the words says that they are a name."""
    before = " ".join(text.words[max(0, start - 2) : start])
    after = " ".join(text.words[end : end + 4])
    between = bool(BEFORE.search(before) and AFTER.match(after))
    titled, by = bool(TITLED.search(before)), bool(BY.search(before))
    return titled, by, between or bool(POSSESSIVE.match(after))


def plain(name: str) -> str:
    """A name without case, accents and stops: 'José M. Núñez' -> 'jose m nunez'."""
    letters = unicodedata.normalize("NFKD", name.lower())
    return (
        re.sub(r"[^a-z' -]", "", letters)
        .replace("-", " ")
        .replace("' ", " ")
        .replace("  ", " ")
        .strip()
    )
