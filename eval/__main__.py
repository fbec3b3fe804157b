"""Measure the product: questions with gold answers, scores of answers, of rankings, and speed.

python -m eval questions --source FILE.csv --out dev.jsonl
    make questions of every kind, their gold computed from the raw file
    (--phrasings FILE.jsonl: from real students' phrasings; --searches: for the search alone;
    --paraphrases: for the search alone too, written by hand, and no --source is needed)
python -m eval answers --questions dev.jsonl --answers out.jsonl --source FILE.csv
    score what `python -m rag --questions dev.jsonl --out out.jsonl` answered
python -m eval retrieval --questions dev.jsonl --rankings one.jsonl,two.jsonl
    recall@k, MRR and nDCG@k of search-only files, each tested against the first
python -m eval retrieval --beir DIR
    the same of the search layer on a collection in BEIR layout
python -m eval speed
    courses embedded, searches and answers per second, on this machine
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from eval import paraphrases, questions, retrieval, score, students
from eval.records import File, read
from rag.config import data_option, option, parse
from rag.errors import Mistake, run
from rag.models import DEFAULT_EMBEDDER

T = TypeVar("T")
VERBS = ("questions", "answers", "retrieval", "speed")


@dataclass(frozen=True)
class Options:
    verb: str = option("questions", help="what to do", choices=VERBS, positional=True)
    source: Path | None = option(None, help="the raw catalogue, CSV of 13 columns", metavar="FILE")
    out: Path | None = option(None, help="questions: where they are written", metavar="FILE")
    split: str = option("dev", help="questions: of which split", choices=("train", "dev", "test"))
    seed: int = option(0, help="questions: draws other courses")
    per_kind: int = option(16, help="questions: at most so many of a kind (of a group: a quarter)")
    phrasings: Path | None = option(
        None, help="questions: templates of real students, JSONL", metavar="FILE"
    )
    searches: bool = option(False, help="questions: for the search alone, labelled with courses")
    paraphrases: bool = option(False, help="questions: those written by hand, for the search alone")
    questions: Path | None = option(None, help="a file that `questions` made", metavar="FILE")
    answers: Path | None = option(None, help="answers: what was answered, JSONL", metavar="FILE")
    failures: int = option(0, help="answers: print so many wrong ones with their gold")
    rankings: str | None = option(
        None, help="retrieval: search-only files, split by commas", metavar="FILES"
    )
    beir: Path | None = option(None, help="retrieval: a folder in BEIR layout", metavar="DIR")
    k: int = option(10, help="retrieval: depth of recall and nDCG")
    embedder: str = option(DEFAULT_EMBEDDER, help="retrieval: preset, hub or local embedding model")
    data: Path = data_option()


def main() -> None:
    options = parse(Options, "eval", __doc__ or "")
    if options.verb == "questions":
        make(options)
    elif options.verb == "answers":
        judge(options)
    elif options.verb == "retrieval":
        rank(options)
    else:
        from eval import speed

        speed.main(options)


def make(options: Options) -> None:
    """Write questions of one split."""
    source = None if options.paraphrases else needed(options.source, "source")
    out = needed(options.out, "out")
    rows = drawn(options, catalogue(source)) if source else paraphrases.make(options.split)
    questions.write(rows, out)
    print(f"{len(rows)} questions of {len({row['kind'] for row in rows})} kinds in {out}")


def drawn(options: Options, file: File) -> list[questions.Row]:
    """Questions about courses drawn from the catalogue."""
    if options.phrasings:
        return students.make(
            file,
            lines(options.phrasings),
            questions.phrasings().names,
            options.split,
            max(1, options.per_kind // 4),
            options.seed,
        )
    kinds = questions.SEARCHES if options.searches else questions.KINDS
    most = 20 * options.per_kind if options.searches else options.per_kind
    return questions.make(file, options.split, most, options.seed, kinds)


def judge(options: Options) -> None:
    """Score an answers file; the report goes to DATA/reports."""
    asked = lines(needed(options.questions, "questions"))
    answered = lines(needed(options.answers, "answers"))
    file = catalogue(options.source) if options.source else None
    report = score.score(asked, answered, file)
    print(score.table(report))
    for failure in report["failures"][: options.failures]:
        print("\n" + score.shown(failure))
    print(f"\nreport: {saved(report, options.data, 'answers')}")


def rank(options: Options) -> None:
    """Score rankings against a questions file, or the search layer on a BEIR folder."""
    if options.beir:
        from eval import beir

        systems = beir.measured(options.beir, options.k, options.data, options.embedder)
    else:
        labels = retrieval.read_labels(needed(options.questions, "questions"))
        named = needed(options.rankings, "rankings").split(",")
        read_one = retrieval.read_rankings
        systems = {n: retrieval.measure(read_one(Path(n)), labels, options.k) for n in named}
    print(retrieval.table(list(systems), list(systems.values())))
    report = {name: retrieval.means(values) for name, values in systems.items()}
    print(f"\nreport: {saved(report, options.data, 'retrieval')}")


def catalogue(path: Path) -> File:
    try:
        return read(path)
    except (OSError, ValueError, KeyError) as error:
        raise Mistake(f"{error}. Give the raw catalogue: --source FILE.csv") from error


def lines(path: Path) -> list[dict[str, Any]]:
    try:
        return score.read_rows(path)
    except (OSError, ValueError) as error:
        raise Mistake(f"{error}. Give a file with one JSON object a line") from error


def needed(value: T | None, name: str) -> T:
    if value is None:
        raise Mistake(f"This needs --{name}. See: python -m eval --help")
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
