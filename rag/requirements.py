"""Which course needs which: the prerequisite trees of the whole catalogue as one graph."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from rag.catalogue import Catalogue, Key, code_key
from rag.course import Course
from rag.exact.path import shortest
from rag.prerequisites import NOTHING, Tree, Unparsed, codes, keys, missing, ones, parse, satisfied


@dataclass(frozen=True)
class Relation:
    """How one course depends on another.

    `kind`: 'needed' (every way in asks for it), 'option' (one of the alternatives), 'indirect'
    (a prerequisite of a prerequisite) or 'none'. `chain` runs from the course asked about back to
    the other, as codes: ('CSCI 270', 'CSCI 104L', 'CSCI 103L').
    """

    kind: str
    chain: tuple[str, ...] = ()


class Requirements:
    """The graph over one catalogue; nothing is parsed before the first question."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    @cached_property
    def _trees(self) -> dict[str, Tree]:
        return {c.code: parse(c.prerequisites) for c in self.catalogue if c.prerequisites}

    @cached_property
    def _needs(self) -> dict[str, frozenset[Key]]:
        return {code: keys(tree) for code, tree in self._trees.items()}

    @cached_property
    def _users(self) -> dict[Key, tuple[Course, ...]]:
        """Key -> the courses whose prerequisites name it, in file order."""
        users: dict[Key, list[Course]] = {}
        for code, needs in self._needs.items():
            for key in needs:
                users.setdefault(key, []).append(self.catalogue.by_code[code])
        return {key: tuple(courses) for key, courses in users.items()}

    @cached_property
    def _written(self) -> dict[Key, str]:
        """Key -> the code as a prerequisite text spells it."""
        return {one.key: one.code for tree in self._trees.values() for one in ones(tree)}

    def tree(self, code: str) -> Tree:
        """The prerequisites of a course in any spelling; NOTHING where it has none."""
        course = self.catalogue.find(code)
        return self._trees.get(course.code, NOTHING) if course else NOTHING

    def absent(self, tree: Tree) -> tuple[str, ...]:
        """The codes a tree names that the file does not hold."""
        return tuple(code for code in codes(tree) if self.catalogue.find(code) is None)

    def unlocks(self, code: str) -> tuple[Course, ...]:
        """The courses that name this one among their prerequisites, alternatives included."""
        return self._unlocked(self._alike(code))

    def further(self, code: str) -> tuple[Course, ...]:
        """The courses reached through those it unlocks, without these and itself."""
        direct = self.unlocks(code)
        seen = {c.code for c in direct}
        own, front = code_key(code), direct
        found: list[Course] = []
        while front:
            after = self._unlocked(k for c in front if (k := code_key(c.code)))
            front = tuple(c for c in after if c.code not in seen and code_key(c.code) != own)
            seen.update(c.code for c in front)
            found.extend(front)
        return tuple(found)

    def eligible(self, code: str, taken: Collection[Key]) -> bool:
        """Whether the courses taken meet the prerequisites of this one."""
        return satisfied(self.tree(code), taken)

    def opened(self, taken: Collection[Key]) -> tuple[Course, ...]:
        """The courses that have prerequisites, all met by the courses taken, not yet taken."""
        return tuple(
            self.catalogue.by_code[code]
            for code, tree in self._trees.items()
            if code_key(code) not in taken and satisfied(tree, taken)
        )

    def path(
        self, code: str, taken: Collection[Key] = (), by_units: bool = False
    ) -> tuple[str, ...] | None:
        """The fewest courses to take, in order, the course itself last; or the fewest units.

        A prerequisite that the file does not hold is a step without prerequisites of its own,
        named only where no other way is open; text that names no courses asks for none. None
        where no order exists.
        """
        course = self.catalogue.find(code)
        key = code_key(course.code) if course else None
        weight = self._units if by_units else lambda key: 1.0
        steps = shortest(key, self._tree_of, taken, self._lacks, weight) if key else None
        return None if steps is None else tuple(self._name(step) for step in steps)

    def requires(self, code: str, other: str) -> Relation:
        """How `code` depends on `other`."""
        wanted = self._alike(other)
        tree, course = self.tree(code), self.catalogue.find(code)
        if course is None or not wanted:
            return Relation("none")
        named = keys(tree)
        if named & wanted:
            kind = "option" if satisfied(tree, named - wanted) else "needed"
            return Relation(kind, (course.code, self._name(min(named & wanted))))
        chain = self._chain(course, wanted)
        return Relation("indirect", chain) if chain else Relation("none")

    def _chain(self, course: Course, wanted: frozenset[Key]) -> tuple[str, ...]:
        """The shortest chain of mentions from the course back to one of the keys, breadth first."""
        seen = {course.code}
        chains: list[tuple[str, ...]] = [(course.code,)]
        for chain in chains:
            named = self._needs.get(chain[-1], frozenset())
            if named & wanted:
                return (*chain, self._name(min(named & wanted)))
            for name in codes(self._trees.get(chain[-1], NOTHING)):
                found = self.catalogue.find(name)
                if found and found.code not in seen:
                    seen.add(found.code)
                    chains.append((*chain, found.code))
        return ()

    def _alike(self, code: str) -> frozenset[Key]:
        """The key of a course of the file; for any other code also those of its parts."""
        key = code_key(code)
        if key is None:
            return frozenset()
        if key[2] or self.catalogue.find(code):
            return frozenset((key,))
        return frozenset((key, *(k for k in self._users if k[:2] == key[:2])))

    def _unlocked(self, wanted: Iterable[Key]) -> tuple[Course, ...]:
        return tuple(dict.fromkeys(c for key in wanted for c in self._users.get(key, ())))

    def _tree_of(self, key: Key) -> Tree:
        """What a path must meet: a course that names itself does not wait for itself."""
        tree = self.tree(_spell(key))
        return NOTHING if isinstance(tree, Unparsed) else missing(tree, {key})

    def _name(self, key: Key) -> str:
        course = self.catalogue.find(_spell(key))
        return course.code if course else self._written.get(key, _spell(key))

    def _units(self, key: Key) -> float:
        course = self.catalogue.find(_spell(key))
        return course.units_min if course else 0.0

    def _lacks(self, key: Key) -> bool:
        return self.catalogue.find(_spell(key)) is None


def _spell(key: Key) -> str:
    return f"{key[0]} {key[1]:03d}{key[2]}"
