"""Conditions and asks that go on through a conversation, and those that end in it: what is read
before all else, since no meaning of the words alone could tell."""

from __future__ import annotations

from collections.abc import Callable

from rag.query import Query
from rag.understanding.alike import alike
from rag.understanding.barring import barring
from rag.understanding.demanding import demanding
from rag.understanding.downstream import downstream
from rag.understanding.foremost import foremost
from rag.understanding.fresh import fresh
from rag.understanding.inside import inside
from rag.understanding.jointly import jointly
from rag.understanding.likewise import likewise
from rag.understanding.offered import offered
from rag.understanding.reading import Reading
from rag.understanding.remaining import remaining
from rag.understanding.severally import severally
from rag.understanding.spared import spared
from rag.understanding.sufficing import sufficing
from rag.understanding.supposing import supposing
from rag.understanding.unlocked import unlocked
from rag.understanding.unversed import unversed

WAYS = (
    fresh,
    spared,
    likewise,
    foremost,
    inside,
    offered,
    downstream,
    jointly,
    severally,
    demanding,
    alike,
    remaining,
    barring,
    supposing,
    sufficing,
    unlocked,
    unversed,
)


def carried(anew: Callable[[], Reading]) -> Query | None:
    """The question as what it does with the talk before it; None where it does none of this."""
    reading = anew()
    return next((query for way in WAYS if (query := way(reading))), None)
