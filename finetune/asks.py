"""`python -m finetune asks`: learn what questions ask, and say how well that is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from finetune.options import Options
from rag.catalogue import Catalogue
from rag.question import Reader, samples
from rag.store import Store
from rag.understanding import classifier
from rag.understanding.classifier import OF_ANY, OF_COURSE, SAME, Example

if TYPE_CHECKING:
    import numpy as np

FOLDS = 8


def asks(options: Options) -> None:
    """Write the classifier's weights for the index's embedder, those the library ships."""
    from rag.embed import MlxEmbedder

    store = Store.open(options.data)
    embedder = MlxEmbedder(store.stamp.embedder, options.data)
    catalogue = Catalogue(store.courses(), store.stamp.term)
    read, courses = Reader(catalogue).masked, samples(catalogue)
    weights: dict[str, Any] = {}
    for name in (OF_COURSE, OF_ANY):
        examples = classifier.told(name, read, courses)
        vectors = embedder.passages([e.words for e in examples])
        weights[name] = classifier.fit(vectors, examples, classifier.labels(name))
        ruled = _share([_ask(e.ruled) == _ask(e.asked) for e in examples])
        guessed = _share(held_out(vectors, examples, classifier.labels(name)))
        print(
            f"{name}: {len(examples):,} examples; right by the rules {ruled:.1%}, "
            f"by the classifier {guessed:.1%} ({FOLDS}-fold)"
        )
    classifier.save(classifier.SHIPPED, weights, embedder.name)
    print(f"Written: {classifier.SHIPPED}")


def held_out(vectors: np.ndarray, examples: Sequence[Example], labels: Sequence[str]) -> list[bool]:
    """Whether each example is told right by a classifier that has not seen it."""
    import numpy as np

    order = np.random.default_rng(0).permutation(len(examples))
    right: list[bool] = []
    for fold in range(FOLDS):
        out = order[fold::FOLDS]
        seen = np.setdiff1d(order, out)
        weights = classifier.fit(vectors[seen], [examples[i] for i in seen], labels)
        odds = classifier.features(vectors[out], [examples[i].ruled for i in out]) @ weights
        found = zip(out, odds.argmax(axis=1), strict=True)
        right += [_ask(labels[best]) == _ask(examples[i].asked) for i, best in found]
    return right


def _ask(heading: str) -> str:
    return SAME.get(heading, heading)


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right)
