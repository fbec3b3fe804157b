"""Which part of the training data a course or a phrasing belongs to, told from a stable hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

PARTS = ("train", "valid", "test")
SHARE = 0.1  # of courses, and of the phrasings of a kind, each of valid and test


def digest(text: str) -> int:
    """The first 64 bits of the SHA-256 of the text."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])


def parted(weights: Mapping[str, float], share: float = SHARE) -> dict[str, str]:
    """Name -> part, in the order of the names' hashes: test until it has `share`, valid, train.

    Every part gets a name where there are three or more.
    """
    ordered = sorted(weights, key=digest)
    total = sum(weights.values())
    parts: dict[str, str] = {}
    for part in ("test", "valid"):
        held = 0.0
        while len(ordered) > 1 and (not held or held < share * total):
            name = ordered.pop(0)
            parts[name] = part
            held += weights[name]
    return parts | dict.fromkeys(ordered, "train")
