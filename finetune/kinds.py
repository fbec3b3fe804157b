"""Kinds: every kind of question, how often it is drawn, and what draws a case of it."""

from __future__ import annotations

from finetune.cases import LOOKUPS, Sampler, bare, code, length, look_up, repeat, way, weekly
from finetune.many import by_topic, of_set, offtopic, taught_by, unavailable, unknown
from finetune.pairs import check, eligible, openings, pair, requires

# Kind -> (how often among single questions, what draws one).
CASES: dict[str, tuple[float, Sampler]] = {
    **{kind: (6, look_up(kind)) for kind in LOOKUPS},
    "prerequisites": (7, look_up("prerequisites")),
    "description": (8, look_up("description")),
    "unlocks": (4, look_up("unlocks")),
    "length": (1.5, length),
    "code": (4.5, code),
    "bare": (1.5, bare),
    "requires": (6, requires),
    "eligible": (7, eligible),
    "openings": (1, openings),
    "compare": (3, pair("compare", "compare")),
    "together": (2, pair("schedule", "together")),
    "repeat": (1, repeat),
    "way": (0.7, way),
    "weekly": (1.5, weekly),
    "teachers": (1.5, of_set("list", "teachers")),
    "check": (5, check),
    "list": (6, of_set("list")),
    "count": (4.5, of_set("count")),
    "taught_by": (3.5, taught_by),
    "recommend": (4, by_topic("recommend")),
    "mention": (3, by_topic("mention")),
    "topic": (1.5, by_topic("topic")),
    "unavailable": (6, unavailable),
    "unknown": (3.2, unknown),
    "offtopic": (0.6, offtopic),
}
