"""Where the meaning of a question overrules the rules, and where it does not."""

from __future__ import annotations

import pytest

from rag.conversation import Turn
from rag.question import Reader
from rag.understanding.classifier import OF_COURSE
from tests.rag.courses import CATALOGUE


class Opinion:
    """Always of one mind; remembers what it was asked."""

    def __init__(self, ask: str, odds: float) -> None:
        self.ask, self.odds = ask, odds
        self.heard: list[tuple[str, str]] = []

    def __call__(self, words: str, situation: str) -> tuple[str, float]:
        self.heard.append((words, situation))
        return self.ask, self.odds


def reader(ask: str, odds: float) -> tuple[Reader, Opinion]:
    made, opinion = Reader(CATALOGUE), Opinion(ask, odds)
    made.opinion = opinion
    return made, opinion


def test_the_opinion_hears_the_words_with_courses_masked() -> None:
    read, opinion = reader("description", 1.0)
    read.read("What's CSCI 104 like in Spring 2024?")
    words, situation = opinion.heard[0]
    assert words.startswith("what is the course like") and situation == OF_COURSE


def test_a_sure_opinion_changes_what_is_asked_of_a_course() -> None:
    query = reader("schedule", 0.9)[0].read("tell me the rhythm of CSCI 104")
    assert (query.ask, query.codes) == ("schedule", ("CSCI 104L",))


def test_an_unsure_opinion_changes_nothing() -> None:
    assert reader("schedule", 0.3)[0].read("how many units is CSCI 104").ask == "units"


def test_a_sure_refusal_names_the_courses_all_the_same() -> None:
    query = reader("unavailable", 0.99)[0].read("does CSCI 104 feel like a slog")
    assert (query.ask, query.missing, query.codes) == ("unavailable", "that", ("CSCI 104L",))


def test_conditions_that_were_all_understood_are_not_refused_lightly() -> None:
    question = "4 unit CSCI classes on Mondays"
    assert reader("unavailable", 0.9)[0].read(question).ask == "list"


def test_other_terms_stay_refused_whatever_the_opinion() -> None:
    query = reader("schedule", 0.99)[0].read("when will CSCI 104 be offered in fall 2025")
    assert (query.ask, query.missing) == ("unavailable", "other terms")


def test_a_bare_follow_up_asks_what_was_asked_before() -> None:
    read, opinion = reader("unavailable", 0.99)
    before = Turn("how many units is CSCI 104", "4 units.", query=None)
    read.opinion = None
    query = read.read(before.question)
    read.opinion = opinion
    turn = Turn(before.question, before.answer, query, ("CSCI 104L",))
    assert read.read("how about CSCI 270?", [turn]).ask == "units"


def test_the_codes_of_a_pair_are_both_needed() -> None:
    assert reader("requires", 0.9)[0].read("how many units is CSCI 104").ask == "units"


def test_small_talk_in_any_words_is_small_talk() -> None:
    assert reader("smalltalk", 0.9)[0].read("what might you be good for").ask == "smalltalk"
    assert reader("smalltalk", 0.4)[0].read("what might you be good for").ask != "smalltalk"


def test_small_talk_names_no_course_and_no_condition() -> None:
    read = reader("smalltalk", 0.99)[0]
    assert read.read("how many units is CSCI 104").ask == "units"
    assert read.read("4 unit CSCI classes on Mondays").ask == "list"


def test_the_course_further_on_is_the_one_wanted_with_the_other_passed() -> None:
    query = reader("eligible", 0.9)[0].read("me: CSCI 104. goal: CSCI 270. allowed?")
    assert (query.ask, query.codes, query.taken) == ("eligible", ("CSCI 270",), ("CSCI 104L",))


def test_whether_a_course_can_be_skipped_asks_nothing_of_courses_passed() -> None:
    query = reader("eligible", 0.9)[0].read("can I take CSCI 270 without CSCI 104")
    assert (query.ask, query.taken) == ("requires", ())


def test_two_courses_wanted_at_once_are_not_told_apart() -> None:
    assert reader("eligible", 0.9)[0].read("can I take CSCI 104 and CSCI 170").taken == ()


def test_a_title_may_be_asked_for_its_code() -> None:
    query = reader("code", 0.9)[0].read("under what is Calculus I found")
    assert (query.ask, query.codes) == ("code", ("MATH 125g",))
    assert reader("code", 0.9)[0].read("how many units is MATH 125").ask == "units"


def test_what_the_term_offers_is_not_refused_lightly() -> None:
    assert reader("unavailable", 0.9)[0].read("is CSCI 104 offered this spring").ask == "schedule"


def test_a_stray_word_no_longer_gets_a_question_refused() -> None:
    question = "my financial aid depends on it, how many units is CSCI 104"
    assert reader("unavailable", 0.99)[0].read(question).ask == "unavailable"
    assert reader("units", 0.8)[0].read(question).ask == "units"


@pytest.mark.parametrize(
    "question",
    [
        "how many times has prof. Ada Example taught CSCI 104",
        "what grade did I get in CSCI 104",
        "the exams of CSCI 104",
    ],
)
def test_what_is_never_in_the_file_stays_refused(question: str) -> None:
    assert reader("instructor", 0.99)[0].read(question).ask == "unavailable"


def test_a_term_gone_by_may_only_tell_who_asks() -> None:
    question = "i hated my prof last fall, who is teaching CSCI 104"
    assert reader("instructor", 0.95)[0].read(question).ask == "instructor"
    asked = "last fall i hated it, who will be teaching CSCI 104 next fall"
    assert reader("instructor", 0.95)[0].read(asked).missing == "other terms"


def test_what_was_refused_after_one_course_is_refused_of_it() -> None:
    read = reader("units", 0.99)[0]
    turn = Turn("how many units is CSCI 104", "4.", read.read("how many units is CSCI 104"))
    read.opinion = Opinion("unavailable", 0.99)
    query = read.read("and how did students rate the professor", [turn])
    assert (query.ask, query.codes, query.follows) == ("unavailable", ("CSCI 104L",), True)


def test_two_courses_with_others_passed_are_both_asked_about() -> None:
    query = reader("eligible", 0.7)[0].read("i passed CSCI 103, can i take CSCI 104 or CSCI 170")
    assert query.ask == "eligible"
    assert set(query.codes) == {"CSCI 104L", "CSCI 170"}


def test_bare_commands_want_more_certainty() -> None:
    assert reader("unlocks", 0.7)[0].read("pull up CSCI 104").ask == "description"
    assert reader("unlocks", 0.9)[0].read("pull up CSCI 104").ask == "unlocks"


def test_who_teaches_is_answered_for_the_person_named() -> None:
    query = reader("instructor", 0.6)[0].read("has Ada Example ever taught CSCI 104?")
    assert (query.ask, [f.values for f in query.filters]) == ("instructor", [("Ada Example",)])


def test_at_what_time_someone_teaches_is_no_question_of_who() -> None:
    query = reader("instructor", 0.6)[0].read("at what time will Ada Example teach CSCI 104?")
    assert query.ask == "schedule"
