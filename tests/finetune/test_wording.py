"""Other words for exact statements: varied, and every one kept by the guard's measure."""

from __future__ import annotations

from random import Random

from finetune.phrasing import phrasings, table
from finetune.wording import reword

MANY = 200


def ways(statement: str) -> set[str]:
    rng = Random(1)
    return {reword(statement, rng) for _ in range(MANY)}


def test_a_statement_of_units_is_said_in_several_ways() -> None:
    said = ways("[CSCI 104L] is 4 units.")
    assert "[CSCI 104L] is 4 units." in said
    assert len(said) >= 4
    assert all("[CSCI 104L]" in way and "4 units" in way for way in said)


def test_a_verdict_stays_with_its_reason() -> None:
    said = ways("No. [CSCI 104L] meets Tue, Thu 2:00-3:20pm.")
    assert "No, [CSCI 104L] meets Tue, Thu 2:00-3:20pm." in said
    assert all(way.startswith("No") for way in said)


def test_what_may_be_left_out_sometimes_is() -> None:
    section = "[CSCI 270] meets Fri 6:00-8:00pm in Spring 2024 (2 hours, lecture section 10001)."
    said = ways(f"{section} This is the section in the file; there may be others.")
    assert section in said
    assert all("Fri 6:00-8:00pm" in way and "[CSCI 270]" in way for way in said)


def test_one_course_is_not_spoken_of_as_many() -> None:
    said = ways("The Spring 2024 file has 1 CSCI course of 1 unit: [CSCI 100] Talks (1 unit).")
    assert not any("There are 1" in way for way in said)
    assert (
        "There is 1 CSCI course of 1 unit in the Spring 2024 file: [CSCI 100] Talks (1 unit)."
        in said
    )


def test_what_no_rule_knows_is_left_alone() -> None:
    assert ways("Nothing of the kind is known here.") == {"Nothing of the kind is known here."}


def test_every_phrasing_has_a_part_and_train_has_the_most() -> None:
    counts = {part: sum(map(len, phrasings(part).values())) for part in ("train", "valid", "test")}
    written = sum(
        len(lines)
        for name in ("course", "pairs", "sets", "missing", "checks", "followups")
        for lines in table(name).values()
    )
    assert sum(counts.values()) == written
    assert counts["train"] > 4 * counts["test"]
    assert phrasings("train").keys() == phrasings("test").keys()
