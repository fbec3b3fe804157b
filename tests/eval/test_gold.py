from __future__ import annotations

from eval.questions import gold
from eval.questions.needs import identity
from eval.questions.records import File, Record


def course(file: File, code: str) -> Record:
    return file.by_key()[identity(code)]


def test_units_are_one_number_or_a_range(file: File) -> None:
    assert gold.units(course(file, "ZOO 101")) == {
        "values": [["4 unit"]],
        "codes": ["ZOO 101g"],
        "refused": False,
    }
    assert gold.units(course(file, "ZOO 301"))["values"][0][0] == "1-4"


def test_prerequisites_name_every_course_and_how_they_join(file: File) -> None:
    answer = gold.prerequisites(course(file, "ZOO 301"))
    assert (answer["codes"], answer["joined"]) == (["ZOO 101", "ZOO 201"], "or")
    mixed = gold.prerequisites(course(file, "ZOO 302"))
    assert mixed["codes"] == ["ZOO 101", "ZOO 201", "MAT 125", "MAT 126"]
    assert "joined" not in mixed
    assert gold.prerequisites(course(file, "ZOO 101"))["says"] == "nothing"


def test_required_is_yes_one_of_several_no_or_left_open(file: File) -> None:
    storms, surfaces = course(file, "ZOO 301"), course(file, "MAT 510")
    kites, no = course(file, "ZOO 201"), {"verdict": "no", "refused": False}
    yes = {"verdict": "yes", "codes": ["ZOO 201L"], "refused": False}
    assert gold.requires(kites, "ZOO 101") == yes
    assert (gold.requires(storms, "ZOO 101") or {})["any_of"] == ["ZOO 201"]
    assert gold.requires(surfaces, "ZOO 201") == no
    assert gold.requires(surfaces, "MAT 125", beneath={("MAT", 125, "")}) is None


def test_eligible_names_what_is_lacking(file: File) -> None:
    storms = course(file, "ZOO 302")
    assert gold.eligible(storms, ["ZOO 101g", "ZOO 201L"])["verdict"] == "yes"
    answer = gold.eligible(storms, ["zoo 101", "MAT 125"])
    assert (answer["verdict"], answer["any_of"]) == ("no", ["MAT 126", "ZOO 201"])


def test_schedule_forbids_the_other_days(file: File) -> None:
    answer = gold.schedule(course(file, "ZOO 101"))
    assert answer["values"] == [
        ["Monday", "Mon", "MW", "MWF"],
        ["Wednesday", "Wed", "MW", "MWF"],
        ["11:00am", "11:00", "11:00"],
        ["12:20pm"],
    ]
    assert answer["forbid"] == ["Tuesday", "Thursday", "Friday", "Saturday", "Sunday"]
    assert gold.schedule(course(file, "ZOO 301"))["says"] == "unknown"


def test_length_is_told_in_minutes_hours_or_by_the_clock(file: File) -> None:
    spoken = gold.length(course(file, "ZOO 101"))["values"][0]
    assert {"80 minute", "1 hour and 20 minutes", "12:20pm"} <= set(spoken)


def test_restrictions_hold_names_and_the_side(file: File) -> None:
    assert gold.restrictions(course(file, "ZOO 301"))["values"][1] == ["Senior", "Senior"]
    assert gold.restrictions(course(file, "ZOO 101"))["says"] == "nothing"


def test_a_list_wants_five_or_all_and_accepts_two_readings() -> None:
    codes = [f"AA 10{n}" for n in range(8)]
    assert gold.listing(codes, [6]) == {
        "any_of": codes,
        "least": 5,
        "only": True,
        "total": [8, 6],
        "refused": False,
    }
    assert gold.listing(codes[:2])["least"] == 2
    assert gold.listing([])["says"] == "nothing"


def test_clearance_is_the_letter_of_the_section(file: File) -> None:
    assert gold.clearance(course(file, "ZOO 201"))["verdict"] == "yes"
    assert gold.clearance(course(file, "ZOO 101"))["verdict"] == "no"
