"""What a major may be called."""

from __future__ import annotations

from rag.programs import programs
from rag.understanding.departments import names as program_names
from rag.understanding.words import Text


def major_names(words: str) -> tuple[str, ...]:
    """What a major may be called: the last words that name a program, and the program's name."""
    parts = Text(words).words
    for start in range(len(parts)):
        codes = program_names().get(tuple(parts[start:]), ())
        if codes:
            named = [programs()[code].name for code in codes if code in programs()]
            spoken = " ".join(parts[start:])
            return tuple(dict.fromkeys([*named, *([spoken] if len(spoken) > 3 else [])]))
    return ()
