"""A catalogue for the tests of question understanding: real codes, invented words and people."""

from __future__ import annotations

from typing import Any

from rag.catalogue import Catalogue
from rag.conversation import Turn
from rag.course import Course, Section
from rag.query import Query
from rag.question import Reader

ROWS = (
    ("CSCI 102L", "Fundamentals of Computation", ""),
    ("CSCI 103L", "Introduction to Programming", ""),
    ("CSCI 104L", "Data Structures and Object Oriented Design", "Ada Ferncastle"),
    ("CSCI 170", "Discrete Methods in Computer Science", "Tomas Quillby"),
    ("CSCI 201", "Principles of Software Development", ""),
    ("CSCI 270", "Introduction to Algorithms and Theory of Computing", "Ada Ferncastle"),
    ("CSCI 310", "Software Engineering", ""),
    ("CSCI 360", "Introduction to Artificial Intelligence", ""),
    ("CSCI 467", "Introduction to Machine Learning", ""),
    ("CSCI 567", "Machine Learning", "Bo Smith"),
    ("CSCI 585", "Database Systems", "Cy Smith"),
    ("CSCI 590", "Directed Research", ""),
    ("MATH 040x", "Basic Mathematical Skills", ""),
    ("MATH 125g", "Calculus I", ""),
    ("MATH 126g", "Calculus II", ""),
    ("MATH 129", "Calculus II for Engineers and Scientists", ""),
    ("MATH 225", "Linear Algebra and Linear Differential Equations", ""),
    ("MATH 235", "Linear Algebra and Applications", ""),
    ("MATH 590", "Directed Research", ""),
    ("CHEM 105aLg", "General Chemistry", ""),
    ("CHEM 105bL", "General Chemistry", ""),
    ("CHEM 322aL", "Organic Chemistry", ""),
    ("CHEM 322bL", "Organic Chemistry", ""),
    ("CHEM 590", "Directed Research", ""),
    ("PHYS 151Lg", "Fundamentals of Physics I: Mechanics and Thermodynamics", ""),
    ("PHYS 590", "Directed Research", ""),
    ("PSYC 100Lg", "Introduction to Psychology", "Mina van der Oort"),
    ("PSYC 274Lg", "Statistics", ""),
    ("PSYC 326", "Behavioral Neuroscience", ""),
    ("ECON 203g", "Principles of Microeconomics", ""),
    ("ECON 205g", "Principles of Macroeconomics", ""),
    ("HIST 300", "Approaches to History", ""),
    ("ART 105", "Art and Design Studio", ""),
    ("AHIS 120g", "Foundations of Western Art", ""),
    ("RED 512", "Project Analysis for Development", ""),
    ("CTCS 190", "Introduction to Cinema", ""),
    ("CTCS 200", "History of the International Cinema I", ""),
    ("WRIT 150", "Writing and Critical Reasoning", ""),
    ("DANC 181a", "Contemporary Dance", ""),
    ("SPAN 120", "Spanish I", ""),
    ("BISC 230Lxg", "The Biology of the Brain", ""),
    ("COMM 313", "Communication and Mass Media", ""),
)


def _course(code: str, title: str, name: str) -> Course:
    words = "Exams in education, tuition, grading, the fall of Rome, lists and trees."
    section = Section("10001", instructors=(name,) if name else ())
    return Course(code, title, words, 4, 4, sections=(section,))


CATALOGUE = Catalogue([_course(*row) for row in ROWS], "Spring 2024")
READER = Reader(CATALOGUE)


def read(question: str, history: Any = ()) -> Query:
    return READER.read(question, history)


def converse(*turns: str | tuple[str, tuple[str, ...]], shown: tuple[str, ...] = ()) -> list[Turn]:
    """The turns of a talk: each question, with the courses of its answer where given, else those
    it names, else `shown`."""
    history: list[Turn] = []
    for turn in turns:
        question, codes = (turn, None) if isinstance(turn, str) else turn
        query = read(question, history)
        cited = (query.codes or shown) if codes is None else codes
        history.append(Turn(question, "", query, cited))
    return history


def after(question: str, *turns: str | tuple[str, tuple[str, ...]]) -> Query:
    """The question, asked after those turns."""
    return read(question, converse(*turns))


def conditions(query: Query) -> set[str]:
    """Filters in short: 'units any 4', 'day not Fri,Sat'."""
    return {f"{f.field} {f.op} {','.join(f'{v}' for v in f.values)}" for f in query.filters}
