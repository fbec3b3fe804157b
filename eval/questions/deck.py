"""The records that questions are drawn from, shuffled by a seed, and what cases look up in them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from random import Random

from eval.questions.gold import Gold
from eval.questions.needs import Key, identity
from eval.questions.records import CATEGORY, File, Record, unlocked
from eval.questions.split import digest

Slots = dict[str, str]
Names = dict[str, list[str]]


@dataclass(frozen=True)
class Turn:
    """An earlier exchange: a question of this kind, and the answer it got."""

    kind: str
    slots: Slots
    answer: str


@dataclass(frozen=True)
class Case:
    """`keys` decide the split: all must lie in it. `history` are earlier turns, if any."""

    keys: tuple[str, ...]
    slots: Slots
    gold: Gold
    history: tuple[Turn, ...] = ()


@dataclass
class Deck:
    """The records in a drawn order, with what the cases look up."""

    file: File
    names: Names
    rng: Random
    topics: tuple[str, ...] = ()
    records: list[Record] = field(init=False)

    def __post_init__(self) -> None:
        kept = (r for r in self.file.records if not solitary(r) or digest(r.code) % 10 == 0)
        self.records = sorted(kept, key=lambda r: r.code)
        self.rng.shuffle(self.records)

    @cached_property
    def by_key(self) -> dict[Key, Record]:
        return self.file.by_key()

    @cached_property
    def of_program(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            found[record.key[0]].append(record)
        return found

    def near(self, record: Record) -> list[Record]:
        """Courses of the same letters with another number."""
        return [r for r in self.of_program[record.key[0]] if r.number != record.number]

    @cached_property
    def unlocked(self) -> dict[Key, tuple[str, ...]]:
        return unlocked(self.file.records)

    @cached_property
    def titles(self) -> Counter[str]:
        return Counter(r.title.lower() for r in self.records)

    @cached_property
    def programs(self) -> list[str]:
        """Every program that is no general-education list, once for each 15 of its courses.

        Not USC, a program of that name: "USC courses" are all of them to anybody else.
        """
        skipped = {*CATEGORY, "USC"}
        sizes = Counter(p for r in self.records for p in r.programs if p not in skipped)
        return [p for p in sorted(sizes) for _ in range(-(-sizes[p] // 15))]

    @cached_property
    def teaching(self) -> dict[str, list[str]]:
        """Instructor -> codes, of names that no other instructor's last name resembles."""
        found: dict[str, list[str]] = defaultdict(list)
        for record in self.file.records:
            for name in record.teachers:
                found[name].append(record.code)
        lasts = Counter(name.split()[-1].lower() for name in found)
        plain = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]{2,}")
        keep = {n: c for n, c in found.items() if plain.fullmatch(n)}
        return {n: c for n, c in keep.items() if lasts[n.split()[-1].lower()] == 1}

    def slots(self, record: Record, tail: str = "") -> Slots:
        """Every spelling of a course; its title only where no other course has it."""
        program, number, part = record.key
        nick = self.names.get(program, [program.lower()])
        word = nick[digest(record.code) % len(nick)]
        short = f"{number:03d}{part}"
        slots = {
            "code": record.code,
            "bare": f"{program} {short}",
            "glued": f"{program}{short}".lower(),
            "dashed": f"{program}-{short}",
            "lower": f"{program} {short}".lower(),
            "nick": f"{word} {short}",
        }
        if self.titles[record.title.lower()] == 1 and len(record.title.split()) > 1:
            slots |= {"title": record.title, "lower_title": record.title.lower()}
            slots["typo_title"] = misspell(record.title.lower())
        return {name + tail: text for name, text in slots.items()}

    def further(self, key: Key) -> set[str]:
        """Everything the course leads to, over any number of steps."""
        found: set[str] = set()
        todo = [key]
        while todo:
            new = set(self.unlocked.get(todo.pop(), ())) - found
            found |= new
            todo += map(identity, new)
        return found

    def beneath(self, record: Record) -> set[Key]:
        """Everything that leads to the course, over any number of steps."""
        found: set[Key] = set()
        todo = [record]
        while todo:
            new = todo.pop().needs.named - found
            found |= new
            todo += [self.by_key[key] for key in new if key in self.by_key]
        return found


def solitary(record: Record) -> bool:
    """Directed research, theses and dissertations: a fifth of the file that few ask about."""
    return record.number % 100 in (90, 94) and record.number >= 390


def misspell(text: str) -> str:
    """Two letters swapped inside the longest word."""
    word = max(text.split(), key=len)
    at = 1 + digest(text) % max(1, len(word) - 3)
    wrong = word[:at] + word[at + 1] + word[at] + word[at + 2 :] if len(word) > 3 else word
    return text.replace(word, wrong, 1)
