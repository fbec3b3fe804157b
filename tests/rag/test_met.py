"""That prerequisites are met is for facts of prerequisites to say."""

from __future__ import annotations

from tests.rag.courses import ask
from tests.rag.test_guard import passed

CLEARANCE = "its listed section needs department clearance."


def test_facts_of_restrictions_alone_do_not_tell_that_prerequisites_are_met() -> None:
    open_to_all = ask("restrictions", "CSCI 104L")
    met = "Yes, with no registration restrictions you meet the prerequisites. "
    rest = f"[CSCI 104L] has no registration restrictions, and {CLEARANCE}"
    assert passed(open_to_all, rest) == (rest, "kept")
    assert passed(open_to_all, met + rest) == (open_to_all.statement, "replaced")


def test_where_they_are_met_it_may_be_said() -> None:
    may = ask("eligible", "CSCI 104L", taken=("CSCI 103L", "CSCI 170"))
    text = (
        "Yes, with CSCI 103 and CSCI 170 you meet the prerequisites: [CSCI 104L] requires "
        f"CSCI 103 and CSCI 170. Note that {CLEARANCE}"
    )
    assert passed(may, text) == (text, "kept")
