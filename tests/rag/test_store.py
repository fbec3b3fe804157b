"""The index on a real LanceDB: what goes in comes out, searches are exact, damage is told."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest

from rag.course import Course, Section
from rag.errors import Mistake
from rag.store import POINTER, STAMP, TABLE, Draft, Store, row
from tests.rag.courses import COURSES
from tests.stand_ins import FakeEmbedder, index

FULL = Course(
    code="CHEM 105aLg",
    title='General "Chemistry" & friends',
    description="Atoms, bonds; naïve 'quotes' — and 100% more.\nA second line.",
    units_min=1.5,
    units_max=12.0,
    units_total=24.0,
    prerequisites="1 from (MATH 108 or MATH 125)",
    restrictions="Registration open to majors only",
    sections=(
        Section("17334R", False, "Lecture-Lab", ("Mon", "Wed"), 540, 590, ("Ada Example",)),
        Section("17335D", True, "Quiz", (), None, None, ()),
        Section("17336D", True, "Lab", ("Sat", "Sun"), 0, 1439, ("Bo Sample", "Cy Tarn")),
    ),
    listed_under=("CHEM", "PSC", "QREA"),
)
BARE = Course("MATH 040x", "Algebra", "", 4.0, 4.0)


@pytest.fixture(scope="module")
def store(data: Path) -> Store:
    return Store.open(data)


def broken(data: Path) -> Path:
    """A fresh index to be damaged: the folder of its table and stamp."""
    index(COURSES[:2], data)
    return next((data / "index").glob("build-*"))


def test_every_field_of_a_course_comes_back_as_it_went_in(tmp_path: Path) -> None:
    index((FULL, BARE), tmp_path)
    assert Store.open(tmp_path).courses() == (FULL, BARE)


def test_courses_come_back_in_the_order_of_the_file(store: Store) -> None:
    assert store.courses() == COURSES


def test_the_stamp_says_what_the_index_was_made_from_and_with(data: Path, store: Store) -> None:
    stamp = asdict(store.stamp)
    assert stamp.pop("date").endswith("+00:00")
    assert stamp == {
        "embedder": "fake-words",
        "pooling": "mean",
        "dimension": 64,
        "source": "courses.csv",
        "sha256": "0" * 64,
        "term": "Spring 2024",
        "courses": len(COURSES),
    }


@pytest.mark.parametrize("question", ["lists, trees and graphs", "colour", "zzz", "calculus i"])
def test_vector_search_is_the_exact_order_and_the_exact_cosine(store: Store, question: str) -> None:
    embedder = FakeEmbedder()
    vector = embedder.query(question)
    cosines = embedder.passages([c.text() for c in COURSES]) @ vector
    found = store.by_vector(vector, len(COURSES))
    scores = [score for _, score in found]
    of = {c.code: float(cosine) for c, cosine in zip(COURSES, cosines, strict=True)}
    assert scores == pytest.approx(sorted(of.values(), reverse=True), abs=1e-6)
    assert scores == pytest.approx([of[code] for code, _ in found], abs=1e-6)
    assert len({code for code, _ in found}) == len(COURSES)


def test_vector_search_gives_k(store: Store) -> None:
    vector = FakeEmbedder().query("algorithms")
    assert store.by_vector(vector, 3) == store.by_vector(vector, len(COURSES))[:3]


@pytest.mark.parametrize("codes", [{"CSCI 170", "CHEM 050x", "PHED 120"}, {"CSCI 104L"}])
def test_a_search_among_some_courses_ranks_those_alone(store: Store, codes: set[str]) -> None:
    vector = FakeEmbedder().query("about lists")
    whole = [code for code, _ in store.by_vector(vector, len(COURSES))]
    some = [code for code, _ in store.by_vector(vector, 9, codes)]
    assert some == [code for code in whole if code in codes]
    assert {code for code, _ in store.by_words("about discrete swim lists", 9, codes)} <= codes
    assert store.by_words("chemistry", 9, {"CSCI 104L"}) == []


def test_a_search_among_no_courses_finds_none(store: Store) -> None:
    assert store.by_vector(FakeEmbedder().query("lists"), 5, set()) == []
    assert store.by_words("lists", 5, set()) == []


def test_words_find_the_course_that_says_them(store: Store) -> None:
    assert store.by_words("graphs", 5)[0][0] == "CSCI 104L"
    assert {code for code, _ in store.by_words("chemistry", 9)} == {
        "CHEM 105aLg",
        "CHEM 105bL",
        "CHEM 050x",
    }


def test_words_give_falling_scores_and_at_most_k(store: Store) -> None:
    found = store.by_words("fundamentals of chemistry and graphs", 9)
    assert [score for _, score in found] == sorted((s for _, s in found), reverse=True)
    assert len(found) == 4
    assert found[0][0] == "CHEM 050x"
    assert store.by_words("fundamentals of chemistry and graphs", 2) == found[:2]


def test_a_word_in_the_title_counts_more_than_in_the_description(tmp_path: Path) -> None:
    said = replace(BARE, code="A 100", title="Topics", description="On volcanoes and rivers here.")
    named = replace(BARE, code="B 100", title="Volcanoes", description="On rivers, and on lakes.")
    index((said, named), tmp_path)
    assert [code for code, _ in Store.open(tmp_path).by_words("volcanoes", 2)] == ["B 100", "A 100"]


@pytest.mark.parametrize("text", ["", " ", "?!", "...", "--", '""', "the of and", "\n", "(*)"])
def test_text_without_a_word_that_counts_finds_nothing(store: Store, text: str) -> None:
    assert store.by_words(text, 5) == []


@pytest.mark.parametrize(
    "text",
    [
        '"graphs"',
        "graphs'",
        '"lists of',
        "graphs AND (",
        "+graphs -lists",
        "graphs~2^3",
        "title:graphs",
    ],
)
def test_query_language_is_read_as_words(store: Store, text: str) -> None:
    assert store.by_words(text, 5)[0][0] == "CSCI 104L"


@pytest.mark.parametrize("text", ["x' OR 1=1 --", "'; DROP TABLE courses; --", "graphs' OR ''='"])
def test_text_that_looks_like_sql_does_not_open_the_table(store: Store, text: str) -> None:
    assert len(store.by_words(text, len(COURSES))) < len(COURSES) // 2
    assert len(store.courses()) == len(COURSES)


def test_another_embedder_is_refused_and_told_what_to_do(store: Store) -> None:
    store.check("fake-words", "mean", 64)
    for other in (("e5-small", "mean", 64), ("fake-words", "cls", 64), ("fake-words", "mean", 384)):
        with pytest.raises(Mistake, match="--embedder fake-words, or index anew: python -m ingest"):
            store.check(*other)


def test_no_index_is_told_with_the_command_that_builds_one(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match=r"^No index at .*index\. Build it: python -m ingest$"):
        Store.open(tmp_path)


@pytest.mark.parametrize(
    "stamp", ["", "{", "[]", "null", '{"embedder": "a"}', '{"what": 1}', "\x00", '"text"']
)
def test_a_damaged_stamp_is_told_in_one_line(tmp_path: Path, stamp: str) -> None:
    (broken(tmp_path) / STAMP).write_text(stamp)
    with pytest.raises(Mistake, match=r"^The index at .* can't be read .*python -m ingest$"):
        Store.open(tmp_path)


def test_a_stamp_of_undecodable_bytes_is_told_in_one_line(tmp_path: Path) -> None:
    (broken(tmp_path) / STAMP).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Mistake, match="can't be read"):
        Store.open(tmp_path)


def test_a_pointer_to_an_index_that_is_gone_is_no_index(tmp_path: Path) -> None:
    broken(tmp_path)
    (tmp_path / "index" / POINTER).write_text("build-gone")
    with pytest.raises(Mistake, match="No index at"):
        Store.open(tmp_path)


def test_damaged_table_files_are_told_in_one_line(tmp_path: Path) -> None:
    table = broken(tmp_path) / f"{TABLE}.lance"
    for path in (next((table / "data").iterdir()), *(table / "_versions").glob("*.manifest")):
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
        try:
            Store.open(tmp_path).courses()
        except Mistake as mistake:
            assert str(mistake).endswith("Build it: python -m ingest")
            assert "\n" not in str(mistake)
            assert len(str(mistake)) < 400
        else:
            assert path.suffix == ".manifest"  # an older version, which is not read
        path.write_bytes(whole)
    next((table / "data").iterdir()).unlink()
    with pytest.raises(Mistake, match="can't be read"):
        Store.open(tmp_path).courses()


def test_a_draft_that_never_finishes_is_not_seen(tmp_path: Path) -> None:
    index(COURSES[:3], tmp_path)
    draft = Draft(tmp_path)
    vector = FakeEmbedder().query("x")
    draft.add([row(c, i, f"k:{i}", vector) for i, c in enumerate(COURSES)], 64)
    assert Store.open(tmp_path).courses() == COURSES[:3]


def test_a_reader_keeps_its_index_while_it_is_replaced(tmp_path: Path) -> None:
    index(COURSES[:3], tmp_path)
    reader = Store.open(tmp_path)
    index(COURSES[3:], tmp_path)
    assert reader.courses() == COURSES[:3]
    assert reader.by_words("calculus", 1)[0][0] == "MATH 125g"
    assert Store.open(tmp_path).courses() == COURSES[3:]


def test_older_indexes_are_removed_and_the_one_just_replaced_is_kept(tmp_path: Path) -> None:
    root = tmp_path / "index"
    seen = []
    for n in range(3):
        index(COURSES[n : n + 2], tmp_path)
        seen.append((root / POINTER).read_text())
        (root / seen[n] / "mark").touch()
    assert {p.name for p in root.glob("build-*")} == set(seen[1:])
    assert sorted(p.name for p in root.iterdir()) == sorted([*seen[1:], POINTER])


def test_a_draft_lends_the_vectors_of_its_embedder_and_dimension_only(tmp_path: Path) -> None:
    draft = Draft(tmp_path)
    vector = np.arange(64, dtype=np.float32)
    draft.add([row(BARE, 0, "mine:1", vector), row(FULL, 1, "other:2", vector)], 64)
    assert Draft(tmp_path).vectors("mine", 64) == {"mine:1": vector.tolist()}
    assert Draft(tmp_path).vectors("mine", 32) == {}


def test_a_draft_killed_before_its_first_row_was_whole_lends_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "index" / "build-cut"
    (folder / f"{TABLE}.lance" / "_versions").mkdir(parents=True)
    (folder / f"{TABLE}.lance" / "_versions" / "1.manifest").write_bytes(b"LANC")
    (tmp_path / "index" / "build-empty").mkdir()
    assert Draft(tmp_path).vectors("mine", 64) == {}


def test_the_stamp_on_disk_is_json_a_person_can_read(tmp_path: Path) -> None:
    stamp = json.loads((broken(tmp_path) / STAMP).read_text())
    assert stamp["term"] == "Spring 2024"
    assert not list((tmp_path / "index").rglob("stamp.json.*"))
