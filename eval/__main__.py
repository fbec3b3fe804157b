"""Measure the product: questions with gold answers, rankings, answers, and the speed of it all.

python -m eval run --questions FILES --source FILE.csv
    the whole: rankings, exact statements, generated answers; a report folder under DATA/reports
    (--limit N: so many generated answers; --gate FILE.toml: fail where a figure is beyond it)
python -m eval matrix --questions FILES
    base, adapter, fused and closed-book model, with and without retrieval and guard
python -m eval compare A B
    what changed between two reports, item by item, with significance
python -m eval beir DIR
    the search layer on a collection in BEIR layout
python -m eval retrieval --questions FILES
    rankings alone (--rankings ONE,TWO: of files written by `python -m rag --search-only`)
python -m eval answers --questions FILES --answers OUT.jsonl
    score what `python -m rag --questions FILE --out OUT.jsonl` answered
python -m eval questions --source FILE.csv --out FILE.jsonl
    make questions of every kind, their gold computed from the raw file
python -m eval speed
    how fast this machine is, each figure beside its peer's
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from eval import retrieval, score
from eval.questions import paraphrases, rows, students
from eval.questions.records import File, read
from rag.config import data_option, option, parse
from rag.errors import Mistake, run
from rag.models import DEFAULT_EMBEDDER

T = TypeVar("T")


@dataclass(frozen=True)
class Options:
    verb: str = option("run", help="what to do, see above", positional=True)
    first: str | None = option(None, help="beir: the folder; compare: a report", positional=True)
    second: str | None = option(None, help="compare: the newer report", positional=True)
    questions: str | None = option(
        None, help="JSONL of {id, question, history?, gold?}, split by commas", metavar="FILES"
    )
    source: Path | None = option(None, help="the raw catalogue, CSV of 13 columns", metavar="FILE")
    name: str | None = option(
        None, help="run, matrix: folder of the report; called again, it goes on (default: the time)"
    )
    limit: int = option(0, help="run, matrix: generate so many answers, of all kinds (0: all)")
    gate: Path | None = option(None, help="run: TOML of floors and ceilings", metavar="FILE")
    model: str | None = option(
        None, help="preset, hub or local model; none: no generated answers (default: by machine)"
    )
    adapter: str | None = option(None, help="LoRA adapter folder, or none (default: the newest)")
    embedder: str | None = option(None, help="embedding model (default: the index's own)")
    fused: str | None = option(None, help="matrix: a fused model's folder")
    closed_book: str | None = option(None, help="matrix: a closed-book adapter's folder")
    guard: bool = option(True, help="run: check every sentence against the records")
    judge: str | None = option(None, help="run: OpenAI-compatible endpoint that judges too")
    judge_model: str = option("default", help="run: the judge's model there")
    answers: Path | None = option(None, help="answers: what was answered, JSONL", metavar="FILE")
    failures: int = option(0, help="answers: print so many wrong ones with their gold")
    rankings: str | None = option(
        None, help="retrieval: search-only files, split by commas", metavar="FILES"
    )
    k: int = option(10, help="retrieval: depth of recall and nDCG")
    out: Path | None = option(None, help="questions: where they are written", metavar="FILE")
    split: str = option("dev", help="questions: of which split", choices=("train", "dev", "test"))
    seed: int = option(0, help="questions: draws other courses")
    per_kind: int = option(16, help="questions: at most so many of a kind (of a group: a quarter)")
    phrasings: Path | None = option(
        None, help="questions: templates of real students, JSONL", metavar="FILE"
    )
    searches: bool = option(False, help="questions: for the search alone, labelled with courses")
    paraphrases: bool = option(False, help="questions: those written by hand, for the search alone")
    data: Path = data_option()


def main() -> None:
    options = parse(Options, "eval", __doc__ or "")
    verb = VERBS.get(options.verb)
    if verb is None:
        raise Mistake(f"No verb {options.verb!r}. There are: {', '.join(VERBS)}")
    verb(options)


def whole(options: Options) -> None:
    """Rankings, exact statements and answers into a report folder."""
    from eval.run import run as run_all

    paths = files(options)
    run_all(options, paths, asked(paths), catalogue(options.source))


def matrix(options: Options) -> None:
    """Models by retrieval by guard."""
    from eval.matrix import matrix as run_matrix

    paths = files(options)
    run_matrix(options, paths, asked(paths), catalogue(options.source))


def compare(options: Options) -> None:
    """Two reports."""
    from eval.compare import compared
    from eval.report.folder import load

    old, new = (needed(name, "A B") for name in (options.first, options.second))
    print(compared(load(old, options.data), load(new, options.data)))


def beir(options: Options) -> None:
    """A collection in BEIR layout."""
    from eval import beir as collection

    folder = Path(needed(options.first, "DIR")).expanduser()
    embedder = options.embedder or DEFAULT_EMBEDDER
    print(collection.table(collection.measured(folder, options.data, embedder)))


def rank(options: Options) -> None:
    """Rankings of this index, or those of search-only files, against the labels."""
    questions = asked(files(options))
    if options.rankings is None:
        from eval.systems import ranked, systems
        from rag.opening import open_assistant

        found = ranked(systems(open_assistant(options, generator=False)), questions)
        report = retrieval.report(found, questions)
        print(retrieval.told(report))
    else:
        grades = retrieval.labels(questions)
        own = {name: ranking(Path(name)) for name in options.rankings.split(",")}
        values = {n: retrieval.measure(codes, grades, options.k) for n, codes in own.items()}
        print(retrieval.table(list(values), list(values.values())))
        report = {name: retrieval.summaries(found) for name, found in values.items()}
    print(f"\nreport: {saved(report, options.data, 'retrieval')}")


def ranking(path: Path) -> dict[str, list[str]]:
    """A search-only file: {id, codes: [ranked]} a line."""
    return {str(row["id"]): row.get("codes", []) for row in lines(path)}


def judge(options: Options) -> None:
    """Score an answers file; the report goes to DATA/reports."""
    questions = asked(files(options))
    answered = lines(needed(options.answers, "--answers FILE"))
    report = score.score(questions, answered, catalogue(options.source))
    print(score.table(report))
    for failure in report["failures"][: options.failures]:
        print("\n" + score.shown(failure))
    print(f"\nreport: {saved(report, options.data, 'answers')}")


def make(options: Options) -> None:
    """Write questions of one split."""
    out = needed(options.out, "--out FILE")
    if options.paraphrases:
        found = paraphrases.make(options.split)
    else:
        needed(options.source, "--source FILE.csv")
        file = catalogue(options.source)
        assert file is not None
        found = drawn(options, file)
    rows.write(found, out)
    print(f"{len(found)} questions of {len({row['kind'] for row in found})} kinds in {out}")


def drawn(options: Options, file: File) -> list[rows.Row]:
    """Questions about courses drawn from the catalogue."""
    if options.phrasings:
        names = rows.phrasings().names
        most = max(1, options.per_kind // 4)
        real = lines(options.phrasings)
        return students.make(file, real, names, options.split, most, options.seed)
    kinds = rows.SEARCHES if options.searches else rows.KINDS
    most = 20 * options.per_kind if options.searches else options.per_kind
    return rows.make(file, options.split, most, options.seed, kinds)


def time(options: Options) -> None:
    """This machine."""
    from eval import speed

    speed.main(options)


VERBS: dict[str, Callable[[Options], None]] = {
    "run": whole,
    "matrix": matrix,
    "compare": compare,
    "beir": beir,
    "retrieval": rank,
    "answers": judge,
    "questions": make,
    "speed": time,
}


def catalogue(path: Path | None) -> File | None:
    try:
        return read(path) if path else None
    except (OSError, ValueError, KeyError) as error:
        raise Mistake(f"{error}. Give the raw catalogue: --source FILE.csv") from error


def files(options: Options) -> list[Path]:
    named = needed(options.questions, "--questions FILE.jsonl")
    return [Path(name.strip()).expanduser() for name in named.split(",")]


def asked(paths: list[Path]) -> list[rows.Row]:
    """The questions of all files. Raises Mistake where two rows have one id."""
    from rag.batch import read as checked

    found = [row for path in paths for row in checked(path)]
    ids = [str(row["id"]) for row in found]
    twice = next((i for n, i in enumerate(ids) if i in ids[:n]), None) if len(paths) > 1 else None
    if twice is not None:
        raise Mistake(f"The id {twice!r} stands in two files. Give each row its own.")
    return found


def lines(path: Path) -> list[dict[str, Any]]:
    try:
        return score.read_rows(path)
    except (OSError, ValueError) as error:
        raise Mistake(f"{error}. Give a file with one JSON object a line") from error


def needed(value: T | None, name: str) -> T:
    if value is None:
        raise Mistake(f"This needs {name}. See: python -m eval --help")
    return value


def saved(report: Any, data: Path, name: str) -> Path:
    """Write the report under DATA/reports, named by verb and time."""
    folder = data / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{datetime.now():%Y%m%d-%H%M%S}.json"
    path.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    run(main)
