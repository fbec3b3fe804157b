"""Words that ask under which programs a course is listed, or under what other codes."""

from __future__ import annotations

import re

UNIT = r"(?:programs?|departments?|depts?|headings?|prefix(?:es)?|subjects?|listings?|codes?)"
# What a program requires is another matter, and not in the file.
_FREE = r"^(?!.*\b(?:requir|compulsory|mandatory|obligatory|necessary)).*\b(?:"
_OTHER = r"(?:other|another|second|different|multiple|more than one)"
# Words between a title and the departments asked for.
PLACED = r"(?:lives?|sits?|falls?|belongs?|(?:is|are|gets?)? ?(?:housed|filed|shared|listed|found))"
# "Is it the same as any of the others", where one course is meant.
SAME = (
    r"(?:same|identical|equivalent|equal)(?: (?:course|class|thing|section|one))? (?:as|to|with) "
    r"(?:any|one|some|another|something|anything)\b"
)
_ELSEWHERE = (
    r"(?:is|are) (?:it|that|this|[a-z]{2,5} ?\d{3}\w*) (?:(?:also|offered|taught|available) )*"
    rf"(?:in|under|through|by) (?:(?:any|an?|some) )?(?:other|another|different|second) {UNIT}\b"
)
# What can ask nothing else, whatever the question is taken for.
PLAIN = re.compile(
    rf"{_FREE}"
    rf"(?:under|in|by|to) (?:which|what|how many)(?: \w+){{0,2}} {UNIT}\b|cross[- ]?list\w*|"
    rf"(?:other|another|second|different|elsewhere|multiple|more) {UNIT}\b.*\blist\w*|"
    rf"listed (?:in|under|by|for) (?:(?:any|an?|some|the) )*(?:other|another|second|different|"
    rf"multiple|more)(?: than one)? {UNIT}\b|"
    rf"(?:another|other|different|second) {UNIT}\b.*\b(?:list\w*|offers?|carr(?:y|ies))\b|"
    rf"(?:list\w*|offered|shows? up|appears?)\b.*\b{_OTHER} {UNIT}\b|"
    rf"(?:lives?|sits?|falls?|belongs?|housed?|filed|shared?|home)\b.*"
    rf"\b(?:which|what|{_OTHER}) {UNIT}\b|"
    rf"(?:which|what)(?: other)? {UNIT}\b.*\b(?:hous\w+|shar\w+|own\w*|belongs?|falls?|lives?|"
    r"sits?|home)\b|"
    rf"(?:which|what)(?: other)? {UNIT}\b.*\bunder\W*$|"
    rf"{SAME}|{_ELSEWHERE}|(?:also|else) listed\b|"
    r"listed (?:also|elsewhere|(?:any|some)where else)\b)",
    re.IGNORECASE | re.DOTALL,
)
# What may ask it, where nothing else is plainly asked.
LOOSE = re.compile(
    rf"{_FREE}"
    rf"(?:which|what)(?: other)? {UNIT}\b.*\b(?:list\w*|offers?|appears?|under|shows? up|in)\b|"
    r"(?:another|any other|other|different|second) (?:course )?(?:codes?|names?|numbers?)\b)",
    re.IGNORECASE | re.DOTALL,
)
