"""The names and nicknames of the programs."""

from __future__ import annotations

import csv
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from rag import programs as programs_module
from rag.course import GE_CATEGORIES, GE_PROGRAMS
from rag.programs import School, program_name, programs, schools

FILE = Path(programs_module.__file__).with_name("programs.csv")
SAMPLE = Path(__file__).parents[2] / "ingest" / "sample.csv"

# The only names students use for several programs at once.
SHARED = {
    "cinematic arts",
    "film",
    "east asian",
    "kinesiology",
    "neuro",
    "neurosci",
    "neuroscience",
    "public health",
    "rotc",
}
# Schools, which hold several programs.
SCHOOLS = {
    "annenberg",
    "annenberg school",
    "business school",
    "engineering",
    "cinema school",
    "engineering school",
    "film school",
    "school of cinematic arts",
    "marshall",
    "marshall school",
    "music school",
    "rossier",
    "rossier school",
    "school of business",
    "school of education",
    "school of engineering",
    "school of music",
    "thornton",
    "thornton school",
    "viterbi",
    "viterbi school",
}
# Words of ordinary questions: as a nickname, each would turn half of them into a filter.
ORDINARY = (
    "it is as or all an at be by do go he if in me my no of on so to up us we am pm you can life "
    "core general science sciences class course courses easy good best usc health"
)


def by_nickname() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for program in programs().values():
        for nickname in program.nicknames:
            found.setdefault(nickname, set()).add(program.code)
    return found


def mentioned(path: Path) -> set[str]:
    """Every program code of a catalogue file: what it lists under and what courses begin with."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["Program Code"] for row in rows} | {row["Class ID"].split()[0] for row in rows}


def test_every_program_the_sample_mentions_has_a_name() -> None:
    found = mentioned(SAMPLE)
    assert {"CSCI", "SWKC", "SOWK", "HINQ"} <= found
    assert found - set(programs()) == set()


@pytest.mark.catalogue
def test_every_program_the_real_file_mentions_has_a_name() -> None:
    path = os.environ.get("COURSE_CATALOGUE")
    if not path:
        pytest.skip("COURSE_CATALOGUE does not name the real file")
    assert mentioned(Path(path)) - set(programs()) == set()


def test_a_code_stands_in_one_row_only() -> None:
    with FILE.open(encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file)]
    assert [code for code, n in Counter(codes).items() if n > 1] == []
    assert len(codes) == len(programs())
    assert all(re.fullmatch(r"[A-Z]{2,5}", code) for code in codes)


def test_no_two_programs_share_a_name() -> None:
    names = Counter(program.name for program in programs().values())
    assert [name for name, n in names.items() if n > 1] == []


def test_nicknames_are_lower_case_trimmed_and_start_with_the_full_name() -> None:
    for program in programs().values():
        assert program.name == program.name.strip() != "", program
        assert program.nicknames[0] == program.name.lower(), program
        assert all(n == n.lower().strip() != "" for n in program.nicknames), program
        assert len(set(program.nicknames)) == len(program.nicknames), program


def test_only_the_listed_nicknames_belong_to_several_programs() -> None:
    assert {name for name, codes in by_nickname().items() if len(codes) > 1} == SHARED | SCHOOLS


def test_a_former_prefix_that_is_an_ordinary_word_is_left_out() -> None:
    # Prerequisites name FACE and MUCH: as programs they would catch "face" and "how much".
    assert {"FACE", "MUCH"} & set(programs()) == set()
    assert program_name("FADN") == "Fine Arts - Design (former)"


def test_no_nickname_is_an_ordinary_word_of_a_question() -> None:
    assert set(by_nickname()) & set(ORDINARY.split()) == set()


@pytest.mark.parametrize(
    ("nickname", "code"),
    [
        ("cs", "CSCI"),
        ("comp sci", "CSCI"),
        ("psych", "PSYC"),
        ("econ", "ECON"),
        ("bio", "BISC"),
        ("math", "MATH"),
        ("poli sci", "POSC"),
        ("business", "BUAD"),
        ("pe", "PHED"),
        ("mechanical engineering", "AME"),
        ("game design", "CTIN"),
        ("women's studies", "SWMS"),
        ("environmental studies", "ENST"),
    ],
)
def test_what_students_say_leads_to_the_program(nickname: str, code: str) -> None:
    assert by_nickname()[nickname] == {code}


@pytest.mark.parametrize(("code", "letter"), GE_PROGRAMS.items())
def test_a_general_education_list_is_named_after_its_category(code: str, letter: str) -> None:
    assert program_name(code) == f"GE-{letter} {GE_CATEGORIES[letter]}"


def test_an_unknown_code_is_its_own_name() -> None:
    assert program_name("CSCI") == "Computer Science"
    assert program_name("ZZZZ") == "ZZZZ"


def test_schools_have_the_word_by_which_restrictions_name_them() -> None:
    assert schools()["gould"] == School("Gould", major=False)
    assert schools()["cinema"] == School("Cinematic", major=True)
    assert all(name == name.lower() for name in schools())
