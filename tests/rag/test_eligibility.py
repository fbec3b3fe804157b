"""May I take it: yes, not yet and what is missing, or what is open."""

from __future__ import annotations

from rag.catalogue import Catalogue
from rag.facts import facts
from rag.query import Filter, Query
from rag.requirements import Requirements
from tests.rag.courses import READER, ask, codes, course


def test_met_prerequisites_are_a_yes_with_the_clearance_noted() -> None:
    answer = ask("eligible", "CSCI 104L", taken=("CSCI 103L", "CSCI 170", "PHED 120"))
    assert answer.statement == (
        "Yes, as far as prerequisites go: [CSCI 104L] requires CSCI 103 and CSCI 170, and you have "
        "CSCI 103L and CSCI 170. Note that its listed section needs department clearance."
    )
    assert answer.values == ("Yes",)


def test_what_is_missing_is_named_without_what_is_met() -> None:
    answer = ask("eligible", "CSCI 104L", taken=("CSCI 103L",))
    assert answer.statement.startswith("Not yet: for [CSCI 104L] you still need CSCI 170. Note")
    assert answer.values == ("Not yet", "CSCI 170")


def test_the_shortest_way_is_told_where_what_is_missing_has_prerequisites_too() -> None:
    answer = ask("eligible", "CSCI 270", taken=("CSCI 103L", "MATH 125g"))
    assert answer.statement == (
        "Not yet: for [CSCI 270] you still need CSCI 104. "
        "The shortest way there is 3 courses: CSCI 170, then CSCI 104L, then CSCI 270."
    )


def test_a_sequence_taken_as_a_whole_counts_for_its_parts() -> None:
    answer = ask("eligible", "CHEM 105bL", taken=("CHEM 105",))
    assert "and you have CHEM 105." in answer.statement and answer.values == ("Yes",)


def test_nothing_taken_says_what_is_needed_and_asks() -> None:
    answer = ask("eligible", "CSCI 170")
    assert answer.statement == (
        "[CSCI 170] requires CSCI 103. Tell me which courses you have passed and I can check."
    )


def test_no_prerequisites_are_a_yes_and_restrictions_a_note() -> None:
    assert ask("eligible", "CSCI 103L").values == ("Yes", "no prerequisites")
    noted = ask("eligible", "CSCI 585", taken=("CSCI 104L",))
    assert "reads “consent of instructor”" in noted.statement
    assert "open only to these class levels: Junior, Senior." in noted.statement


def test_without_a_course_the_ones_opened_are_listed() -> None:
    answer = ask("eligible", taken=("CSCI 104L", "MATH 125g"))
    assert answer.statement == (
        "With CSCI 104L and MATH 125g you meet the prerequisites of 1 course in the "
        "Spring 2024 file: [CSCI 270] Algorithms (4 units)."
    )
    assert (answer.total, codes(answer)) == (1, ["CSCI 270"])


def test_conditions_narrow_the_ones_opened_and_tell_the_free_ones() -> None:
    upper = (Filter("level", ("upper",)), Filter("program", ("CSCI",)))
    answer = ask("eligible", taken=("CSCI 103L",), filters=upper)
    assert answer.statement == (
        "With CSCI 103L you meet the prerequisites of no further upper-division CSCI courses in "
        "the Spring 2024 file. 1 such course has no prerequisites at all: [CSCI 499]."
    )
    assert answer.total == 0


def test_a_description_that_keeps_out_those_who_passed_a_course_is_a_no() -> None:
    out = "Students who have completed FREN 220 may not register for the course"
    catalogue = Catalogue([course("FREN 152", "French", 1, description=f"Talk. {out}.")])
    query = Query("may I take it", "eligible", ("FREN 152",), taken=("FREN 220",))
    assert facts(query, catalogue, Requirements(catalogue)).statement == (
        f"No: the description of [FREN 152] says “{out}”, and you have FREN 220."
    )


def test_a_class_level_that_is_not_let_in_is_a_no() -> None:
    answer = facts(
        Query("I'm a sophomore who passed CSCI 104. Let me into CSCI 700?", "eligible",
              ("CSCI 700",), taken=("CSCI 104",)),
        catalogue := Catalogue(
            [
                course("CSCI 104", "Data Structures"),
                course("CSCI 700", "Late Studies", prerequisites="CSCI 104",
                       restrictions="Registration open to the following class level(s): Senior"),
            ],
            "Spring 2024",
        ),
        Requirements(catalogue),
    )  # fmt: skip
    assert answer.statement == (
        "No: registration for [CSCI 700] is not open to your class level. "
        "Note that registration is open only to this class level: Senior."
    )
    assert answer.values == ("No",)


def test_what_one_more_course_opens_beside_others_passed() -> None:
    asked = "once CSCI 104 is done which csci classes open up with nothing besides CSCI 103 and 170"
    query = READER.read(asked)
    assert query.ask == "eligible" and "CSCI 104L" in query.taken
    assert {"CSCI 103L", "CSCI 170"} <= set(query.taken) and not query.codes
    assert [f.label() for f in query.filters] == ["CSCI", "needing CSCI 104"]
