"""How fast this machine embeds, searches and answers, on its own index."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from rag.answer import Answer, Assistant
    from rag.course import Course
    from rag.generate import Piece

EMBEDDED = 512
SEARCHED = 200
WARM_UP = 3
ANSWERED = 20
DECODED = 60
PHRASINGS = (
    "how many units is {code}?",
    "what are the prerequisites for {code}",
    "when does {code} meet",
    "what is {title} about?",
    "recommend a class about {topic}",
    "which upper division {program} courses have no prerequisites?",
    "how many {program} courses are there",
    "i've taken {other}, can i take {code}?",
)


class Choices(Protocol):
    @property
    def data(self) -> Path: ...


@dataclass(frozen=True)
class Opened:
    """What `open_assistant` asks for: the defaults of this machine."""

    data: Path
    model: str | None = None
    adapter: str | None = None
    embedder: str | None = None


def main(options: Choices) -> dict[str, Any]:
    """Measure all three and print a table of them; the same figures are returned."""
    from rag.answer import open_assistant

    def note(line: str) -> None:
        print(line, file=sys.stderr)

    assistant = open_assistant(Opened(options.data), note=note)
    courses = assistant.catalogue.courses
    figures = {
        "courses": len(courses),
        "embedded_per_s": embedding(assistant, courses),
        **searching(assistant, asked(courses, SEARCHED + WARM_UP)),
        **generating(assistant, asked(courses, ANSWERED + WARM_UP)),
        **answering(assistant, asked(courses, ANSWERED + WARM_UP)),
        "peak_memory_gb": peak_memory(),
    }
    width = max(map(len, figures))
    for name, value in figures.items():
        shown = f"{value:,}" if isinstance(value, int) else f"{value:,.2f}"
        print(f"{name:<{width}}  {shown:>10}")
    return figures


def embedding(assistant: Assistant, courses: Sequence[Course]) -> float:
    """Courses embedded a second, over an even sample of the catalogue."""
    sample = [c.text() for c in courses[:: max(1, len(courses) // EMBEDDED)]]
    start = time.perf_counter()
    assistant.thread.call(assistant.embedder.passages, sample)
    return len(sample) / (time.perf_counter() - start)


def searching(assistant: Assistant, questions: Sequence[str]) -> dict[str, float]:
    """Milliseconds from question to facts: understanding, search, exact facts."""
    spent = [assistant.prepare(question).spent for question in questions][WARM_UP:]
    total = [sum(one) for one in spent]
    return {
        "understand_ms_p50": 1000 * median(s[0] for s in spent),
        "search_ms_p50": 1000 * median(s[1] for s in spent),
        "facts_ms_p50": 1000 * median(s[2] for s in spent),
        "before_the_model_ms_p50": 1000 * median(total),
        "before_the_model_ms_p95": 1000 * quantiles(total, n=20)[18],
    }


def answering(assistant: Assistant, questions: Sequence[str]) -> dict[str, float]:
    """What whole answers cost; the first token is the first one shown, once the guard let it."""
    found = [answer(assistant, question) for question in questions][WARM_UP:]
    timed = [a.timings for a in found if a.timings.generated_tokens > 1]
    return {
        "generated_tokens_p50": median(t.generated_tokens for t in timed),
        "first_shown_s_p50": median(t.first_token_s for t in timed),
        "answer_s_p50": median(a.timings.total_s for a in found),
        "answer_s_p95": quantiles([a.timings.total_s for a in found], n=20)[18],
    }


def generating(assistant: Assistant, questions: Sequence[str]) -> dict[str, float]:
    """The model alone, on the prompts of these questions: prefill and decoding."""
    ran = [run for q in questions if (run := _generate(assistant, q))][WARM_UP:]
    return {
        "prompt_tokens_p50": median(piece.prompt_tokens for piece, _ in ran),
        "prefill_s_p50": median(piece.prefill_s for piece, _ in ran),
        "decoded_per_s": sum(piece.generated_tokens for piece, _ in ran)
        / sum(total - piece.prefill_s for piece, total in ran),
    }


def _generate(assistant: Assistant, question: str) -> tuple[Piece, float] | None:
    """The last piece of what the model says to a question, and the seconds it all took."""
    from rag.prompt import messages

    ready = assistant.prepare(question)
    asked, listing = ready.facts.parted()
    generator = assistant.generator
    if generator is None:
        return None
    prompt = messages(ready.query, asked, () if listing else ready.hits, (), generator.count)
    start = time.perf_counter()
    *_, last = assistant.thread.stream(lambda: generator.stream(prompt, DECODED))
    return last, time.perf_counter() - start


def answer(assistant: Assistant, question: str) -> Answer:
    """The finished answer."""
    *_, last = assistant.ask(question)
    return last  # type: ignore[return-value]


def asked(courses: Sequence[Course], n: int) -> list[str]:
    """`n` questions about courses spread over the catalogue, the kinds in turn."""
    return list(_questions([c for c in courses if c.description and c.prerequisites], n))


def _questions(courses: Sequence[Course], n: int) -> Iterator[str]:
    for i in range(n):
        course = courses[i * 37 % len(courses)]
        topic = " ".join(course.description.split()[1:5])
        yield PHRASINGS[i % len(PHRASINGS)].format(
            code=course.code,
            title=course.title,
            program=course.program,
            topic=topic,
            other=courses[(i * 53 + 1) % len(courses)].code,
        )


def peak_memory() -> float:
    """The largest resident size of this process so far, in GB (10^9 bytes)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak * (1 if sys.platform == "darwin" else 1024) / 1e9
