"""The training data of the sample catalogue, made once with the stand-in embedder."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from finetune.dataset import grounded, worlds
from finetune.examples import Example
from finetune.statistics import Statistics
from finetune.world import World
from ingest.clean import clean
from ingest.source import SAMPLE, read
from rag.store import Store
from tests.stand_ins import FakeEmbedder, FakeGenerator, index

SIZE = 200
COUNT = FakeGenerator().count


@cache
def store() -> Store:
    """The index of the sample catalogue, embedded by the stand-in."""
    folder = Path(mkdtemp(prefix="sample"))
    index(clean(read(str(SAMPLE))).courses, folder)
    return Store.open(folder)


@cache
def parts() -> dict[str, World]:
    return {world.part: world for world in worlds(store(), FakeEmbedder())}


@cache
def made() -> tuple[dict[str, list[Example]], Statistics]:
    stats = Statistics("grounded", 0, SIZE, "", "sample")
    return grounded(store(), FakeEmbedder(), COUNT, SIZE, 0, stats), stats


def everything() -> list[Example]:
    return [example for examples in made()[0].values() for example in examples]
