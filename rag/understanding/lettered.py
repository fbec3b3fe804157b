"""Letters at the end of a code: "with an L in the code", "no lab letter in the number"."""

from __future__ import annotations

from rag.query import Filter
from rag.understanding.words import Text

_NO = r"(?P<no>(?:(?:do|does|is|are) )?(?:no|not|without|never|lacking|minus)(?: have| having)? )?"
_HAS = r"(?:(?:that|which|with|have|has|having|carry|carries|contain|contains|includes?|there) )*"
_LETTER = (
    r"(?:(?:an?|the|any) )*(?:letters? )?(?:(?P<lab>labs?|laboratory)|(?P<one>[a-z]))(?: letter)?"
)
_CODE = (
    r"(?:in|at the end of|after|on|to) (?:(?:the|its|their|a|course|class) )*(?:codes?|numbers?)"
)
LETTERED = rf"{_HAS}{_NO}{_HAS}{_LETTER} {_CODE}"


def find_lettered(text: Text) -> list[Filter]:
    """The conditions on the letters of a code; each becomes a mark "%"."""
    found = []
    while match := text.take(LETTERED):
        letter = "L" if match["lab"] or match["one"] == "l" else match["one"]
        found.append(Filter("suffix", (letter,), "not" if match["no"] else "any"))
    return found
