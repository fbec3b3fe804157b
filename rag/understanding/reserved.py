"""Courses that are for others than majors too ("not majors only", "not just for film majors"), and
for which nobody has to be asked."""

from __future__ import annotations

_ONLY = (
    r"(?:only|just|solely|strictly|exclusive(?:ly)?|limited|restricted|reserved|closed|meant|"
    r"intended|locked|confined)"
)
_LEAD = r"(?:open|available|for|to|the|off)"
# "No begging anyone": no department has to clear it.
UNASKED = (
    r"(?:no|without|not)(?: (?:having|needing) to)? "
    r"(?:begging|beg|asking|ask|emailing|email|chasing|chase|pestering|pester|bugging|bug) "
    r"(?:for (?:permission|approval|a spot)|any ?one|anybody|someone|people|"
    r"(?:the |a )?(?:department|dept))"
)
# What stays after the words is a program, which says where the courses are.
NOT_ONLY = (
    rf"(?:not|never|without being|instead of)(?: {_LEAD})* {_ONLY}(?: (?:{_ONLY}|{_LEAD}))*"
    r"(?: majors?(?: (?:only|alone))?"
    r"|(?= (?!majors?|my|our)[a-z@]\S*(?: [a-z@]\S*)? majors?(?: |$)))"
    rf"|(?:not|never)(?: {_LEAD})* majors? (?:only|alone|exclusive)"
)
