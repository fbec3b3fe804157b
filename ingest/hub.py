"""The dataset on the Hugging Face hub, or the reason why it can't be had."""

from __future__ import annotations

import re
import tempfile
import threading
from pathlib import Path

from ingest.rows import Table, check_columns, gather
from rag.errors import Mistake, disk_full

DATASET = "USC/USC-Course-Catalog"
# Left alone, `datasets` tries for 23 seconds, and a name server that is silent for longer.
PATIENCE = 2.0


class Unreachable(Exception):
    """The dataset can't be had: the message is the reason, in a few words."""


def read_dataset(cache: Path | None = None) -> Table:
    """The dataset's rows, from the local cache (`cache`, or the hub's own) or else the hub.

    Raises `Unreachable`, within about `PATIENCE` seconds where there is neither.
    """
    from huggingface_hub import snapshot_download

    def fetch(local: bool) -> Table:
        # The dataset is public: a token that has run out must not stand in its way.
        folder = snapshot_download(
            DATASET,
            repo_type="dataset",
            token=False,
            cache_dir=cache,
            local_files_only=local,
        )
        return _load(Path(folder))

    try:
        return fetch(local=True)
    except Exception as error:  # not there, or a part of it only: the hub may have the rest
        _raise_if_full(error)
    _knock()
    try:
        return fetch(local=False)
    except Exception as error:
        _raise_if_full(error)
        raise Unreachable(_reason(error)) from error


def _load(folder: Path) -> Table:
    """The one split of a downloaded dataset, read by `datasets` (which then asks no network)."""
    from datasets import load_dataset

    with tempfile.TemporaryDirectory() as scratch:
        data = load_dataset(str(folder), split="train", cache_dir=scratch)
        note = check_columns(DATASET, data.column_names)
        rows, rejected = gather(enumerate(data.to_list(), 1))
    return Table(tuple(rows), tuple(rejected), note, unit="row")


def _knock() -> None:
    """Ask the hub for the dataset's card; `Unreachable` when it says no or nothing in time.

    In a thread of its own, because no time limit of a client covers looking up its name.
    """
    from huggingface_hub import HfApi

    answer: list[str] = []

    def ask() -> None:
        try:
            HfApi(token=False).dataset_info(DATASET, timeout=PATIENCE)
            answer.append("")
        except Exception as error:
            answer.append(_reason(error))

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    reason = answer[0] if answer else f"no answer in {PATIENCE:g} seconds"
    if reason:
        raise Unreachable(reason)


def _reason(error: Exception) -> str:
    if type(error).__name__ == "OfflineModeIsEnabled":
        return "HF_HUB_OFFLINE is set"
    words = re.sub(r"^\[Errno -?\d+\] ", "", str(error).strip()) or type(error).__name__
    return words.splitlines()[0][:160].rstrip(". :")


def _raise_if_full(error: Exception) -> None:
    full: Mistake | None = disk_full(error)
    if full is not None:
        raise full from error
