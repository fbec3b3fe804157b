"""Options are written once, as dataclass fields: argparse and the record come from them."""

from __future__ import annotations

import argparse
import dataclasses
import os
import types
import typing
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

DATA_VARIABLE = "COURSE_DATA"

T = TypeVar("T")


def option(
    default: Any = dataclasses.MISSING,
    help: str = "",
    *,
    choices: Sequence[str] | None = None,
    flag: str | None = None,
    positional: bool = False,
    metavar: str | None = None,
) -> Any:
    """A dataclass field that is also a command-line option; `flag` renames it there."""
    meta = {
        "help": help,
        "choices": choices,
        "flag": flag,
        "positional": positional,
        "metavar": metavar,
    }
    return dataclasses.field(default=default, metadata=meta)


def data_option() -> Any:
    """The `--data DIR` every program takes: index, models, runs and reports live there."""
    return dataclasses.field(
        default_factory=default_data,
        metadata={
            "help": "folder for the index, converted models, runs and reports "
            f"(default: ${DATA_VARIABLE}, else data/ in the checkout)",
            "metavar": "DIR",
        },
    )


def default_data() -> Path:
    """`$COURSE_DATA` if it is set, else `data/` beside the packages."""
    named = os.environ.get(DATA_VARIABLE)
    return Path(named).expanduser() if named else Path(__file__).resolve().parent.parent / "data"


def parse(options: type[T], program: str, doc: str, argv: Sequence[str] | None = None) -> T:
    """Read the command line into `options`, a dataclass whose fields come from `option`."""
    parser = argparse.ArgumentParser(
        prog=f"python -m {program}",
        description=doc,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    hints = typing.get_type_hints(options)
    for field in dataclasses.fields(options):  # type: ignore[arg-type]
        _add(parser, field, hints[field.name])
    return options(**vars(parser.parse_args(argv)))


def _add(parser: argparse.ArgumentParser, field: dataclasses.Field[Any], hint: Any) -> None:
    meta = field.metadata
    help = meta.get("help", "")
    if meta.get("positional"):
        parser.add_argument(
            field.name, nargs="?", default=field.default, help=help, choices=meta.get("choices")
        )
        return
    name = meta.get("flag") or "--" + field.name.replace("_", "-")
    if hint is bool:
        action = argparse.BooleanOptionalAction if field.default is True else "store_true"
        parser.add_argument(name, dest=field.name, default=field.default, action=action, help=help)
        return
    default = field.default
    if field.default_factory is not dataclasses.MISSING:
        default = field.default_factory()
    elif default is not None and "default" not in help:
        help = f"{help} (default: {default})"
    parser.add_argument(
        name,
        dest=field.name,
        default=default,
        type=_plain(hint),
        choices=meta.get("choices"),
        metavar=meta.get("metavar"),
        help=help,
    )


def _plain(hint: Any) -> Any:
    """`int | None` -> int: what one word of the command line is turned into."""
    if isinstance(hint, types.UnionType):
        return next(kind for kind in hint.__args__ if kind is not type(None))
    return hint


def record(options: Any) -> dict[str, Any]:
    """The options as plain JSON values, to be saved beside what they produced."""
    return {
        name: str(value) if isinstance(value, Path) else value
        for name, value in dataclasses.asdict(options).items()
    }
