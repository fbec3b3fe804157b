"""Opening the assistant that a program's options name: its index, its models, its adapter."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from rag.answer import Assistant
from rag.store import Store
from rag.thread import ModelThread


class Choices(Protocol):
    """The options that decide which assistant is opened."""

    @property
    def data(self) -> Path: ...
    @property
    def model(self) -> str | None: ...
    @property
    def adapter(self) -> str | None: ...
    @property
    def embedder(self) -> str | None: ...


def open_assistant(
    choices: Choices, *, guarded: bool = True, note: Any = None, generator: bool = True
) -> Assistant:
    """The assistant those options name, its models loaded on its model thread.

    `note` is called with one line where something other than the first choice is used. Raises
    Mistake where there is no index, or a model is missing.
    """
    from rag.adapters import adapter_folder
    from rag.asks import AskModel, remembering
    from rag.embed import MlxEmbedder
    from rag.generate import MlxGenerator
    from rag.models import default_generator
    from rag.understanding.classifier import Classifier

    store = Store.open(choices.data)
    thread = ModelThread()
    embedder = thread.call(MlxEmbedder, choices.embedder or store.stamp.embedder, choices.data)
    store.check(embedder.name, embedder.pooling, embedder.dimension)
    asks = thread.call(AskModel, choices.data)
    opinion = Classifier(remembering(asks, thread))
    if not generator or choices.model == "none":
        return Assistant(store, embedder, None, thread, opinion=opinion)
    name, why = (choices.model, "") if choices.model else thread.call(default_generator)
    adapter = adapter_folder(choices.adapter, name, choices.data)
    model = thread.call(MlxGenerator, name, choices.data, adapter)
    if note:
        tuned = f"adapter {adapter}" if adapter else "no adapter: the model is not tuned"
        note(f"{why + ' ' if why else ''}Model {name}, {tuned}.")
    return Assistant(store, embedder, model, thread, guarded, opinion=opinion)
