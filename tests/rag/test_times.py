"""Days and times in students' words become filters."""

from __future__ import annotations

import pytest

from rag.understanding.daynames import named_days
from rag.understanding.times import find_times, minutes
from rag.understanding.words import Text

TIMES = [
    ("that do not start at 8am", {"start not 480"}),
    ("that don't meet at 10am or 11am", {"start not 600,660"}),
    ("with no 8 or 9am classes", {"start not 480,540"}),
    ("not at noon", {"start not 720"}),
    ("that don't start until 10am", {"start min 600"}),
    ("I'm off at 3pm", {"end max 900"}),
    ("on friday", {"day any Fri"}),
    ("that meet mondays", {"day any Mon"}),
    ("not on Friday", {"day not Fri"}),
    ("no friday classes", {"day not Fri"}),
    ("that don't meet on Monday or Friday", {"day not Mon,Fri"}),
    ("with fridays off", {"day not Fri"}),
    ("only on Tuesdays", {"day only Tue"}),
    ("i have mon/wed free", {"day only Mon,Wed"}),
    ("i want fridays free", {"day not Fri"}),
    ("with only tuesdays and thursdays free", {"day only Tue,Thu"}),
    ("with nothing but fridays free", {"day only Fri"}),
    ("my only free days are monday and wednesday", {"day only Mon,Wed"}),
    ("mondays are the only days i am free", {"day only Mon"}),
    ("i can't do anything except tuesdays", {"day only Tue"}),
    ("free only on tue/thu", {"day only Tue,Thu"}),
    ("which leave fridays free", {"day not Fri"}),
    ("MWF", {"day all Mon,Wed,Fri"}),
    ("MWF only", {"day all Mon,Wed,Fri", "day only Mon,Wed,Fri"}),
    ("monday thru thursday", {"day all Mon,Tue,Wed,Thu"}),
    ("monday through friday", {"day only Mon,Tue,Wed,Thu,Fri"}),
    ("that meet monday to friday", {"day all Mon,Tue,Wed,Thu,Fri"}),
    ("tue-thu", {"day all Tue,Thu"}),
    ("at least 3 days a week", {"days min 3"}),
    ("three or more times a week", {"days min 3"}),
    ("no more than two days a week", {"days max 2"}),
    ("start at six forty in the evening", {"start any 1120"}),
    ("exactly at noon", {"start any 720"}),
    ("TTh classes", {"day all Tue,Thu"}),
    ("Mon/Wed", {"day all Mon,Wed"}),
    ("on monday or wednesday", {"day any Mon,Wed"}),
    ("on tues and thurs", {"day all Tue,Thu"}),
    ("on the weekend", {"day any Sat,Sun"}),
    ("that meet once a week", {"days any 1"}),
    ("longer than two hours", {"length min 121"}),
    ("that last at least 90 minutes", {"length min 90"}),
    ("under an hour long", {"length max 59"}),
    ("twice a week", {"days any 2"}),
    ("three days per week", {"days any 3"}),
    ("only on one day", {"days any 1"}),
    ("that aren't offered on Fridays", {"day not Fri"}),
    ("not taught in the mornings", {"start min 720"}),
    ("can I leave for work at 5", {"end max 1020"}),
    ("on weekdays", {"day only Mon,Tue,Wed,Thu,Fri"}),
    ("in the morning", {"start max 719"}),
    ("morning classes", {"start max 719"}),
    ("no morning classes", {"start min 720"}),
    ("after lunch", {"start min 780"}),
    ("after 10am and before 1pm", {"start min 600", "start max 779"}),
    ("before 10am or after 1pm", {"start max 599", "start min 780"}),
    ("I hate mornings. anything after 11", {"start min 660"}),
    ("in the afternoon", {"start min 720", "start max 1019"}),
    ("evening classes", {"start min 1020"}),
    ("at night", {"start min 1020"}),
    ("after 5", {"start min 1020"}),
    ("after 5:30pm", {"start min 1050"}),
    ("after 10", {"start min 600"}),
    ("before noon", {"start max 719"}),
    ("before 9am", {"start max 539"}),
    ("not before 10am", {"start min 600"}),
    ("nothing before 10", {"start min 600"}),
    ("don't start before 9:30", {"start min 570"}),
    ("she refuses to start before 10 a.m.", {"start min 600"}),
    ("I'd rather not wake up before 10", {"start min 600"}),
    ("that don't run past 3pm", {"end max 900"}),
    ("that don't start until the afternoon", {"start min 720"}),
    ("that run past 3pm", {"end min 900"}),
    ("where I'm not stuck there after 4", {"end max 960"}),
    ("he hates mornings", {"start min 720"}),
    ("my son works mondays", {"day not Mon"}),
    ("tues thurs are dead for me", {"day not Tue,Thu"}),
    ("mondays are a no go", {"day not Mon"}),
    ("fridays are off the table", {"day not Fri"}),
    ("fridays are a nightmare for her", {"day not Fri"}),
    ("tues thurs are best for me", {"day all Tue,Thu"}),
    ("fridays are wide open", {"day any Fri"}),
    ("nothing after 4pm", {"end max 960"}),
    ("between 10 and 2", {"start min 600", "end max 840"}),
    ("within 4pm and 7pm", {"start min 960", "end max 1140"}),
    ("during the hours of 8am and noon", {"start min 480", "end max 720"}),
    ("from 10:00 A.M. to 2:00 P.M.", {"start min 600", "end max 840"}),
    ("starting at 9am", {"start any 540"}),
    ("done by 3pm", {"end max 900"}),
    ("that end before 1", {"end max 780"}),
    ("i work until 3pm", {"start min 900"}),
    ("my shift goes through 2 pm", {"start min 840"}),
    ("five pm or later", {"start min 1020"}),
    ("at 6 pm+", {"start min 1080"}),
    ("start 2 in the afternoon or later", {"start min 840"}),
    ("starting 9 in the morning", {"start any 540"}),
    ("10am or earlier", {"start max 600"}),
    ("4 to 6pm", {"start min 960", "end max 1080"}),
    ("dont meet at all on fridays", {"day not Fri"}),
    ("after six", {"start min 1080"}),
    ("on mon wed at 4 o clock", {"day all Mon,Wed", "start any 960"}),
    ("en martes y jueves", {"day all Tue,Thu"}),
    ("los lunes o miércoles", {"day any Mon,Wed"}),
    ("tuesday and thursday afternoons", {"day all Tue,Thu", "start min 720", "start max 1019"}),
]


@pytest.mark.parametrize(("words", "filters"), TIMES)
def test_days_and_times_are_understood(words: str, filters: set[str]) -> None:
    found = find_times(Text(words))
    assert {f"{f.field} {f.op} {','.join(f'{v}' for v in f.values)}" for f in found} == filters


@pytest.mark.parametrize(
    "words",
    [
        "the sun and the stars",
        "after CSCI",
        "4 units",
        "a 300-level class",
        "by more than 2 people",
        "3 or more",
    ],
)
def test_other_words_are_no_times(words: str) -> None:
    assert find_times(Text(words)) == []


def test_a_bare_hour_is_one_of_a_university_day() -> None:
    assert [minutes(h) for h in ("8", "11", "12", "1", "7", "17:00", "12am")] == [
        480, 660, 720, 780, 1140, 1020, 0,
    ]  # fmt: skip


def test_days_are_named_in_the_order_of_the_week() -> None:
    assert named_days("fri , mwf and sun") == ("Mon", "Wed", "Fri", "Sun")
