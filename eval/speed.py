"""How fast this machine embeds, searches, answers and trains, each figure beside its peer's."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from eval import peers
from eval.peers import Generated

if TYPE_CHECKING:
    from rag.answer import Answer, Assistant
    from rag.course import Course
    from rag.opening import Choices

EMBEDDED = 512
SEARCHED = 200
WARM_UP = 3
ANSWERED = 20
DECODED = 60
TRAINED = ("iterations/s", "peak memory, GB")
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


@dataclass(frozen=True)
class Ratio:
    """A figure of ours beside a peer's; `more` says that more is better."""

    what: str
    ours: float
    peer: str
    theirs: float | None
    more: bool = True

    def line(self) -> str:
        """Where the peer is not there, that is said."""
        if self.theirs is None:
            return f"{self.what:28}{self.ours:10.2f}   {self.peer} is not installed"
        better = self.ours / self.theirs if self.more else self.theirs / self.ours
        return f"{self.what:28}{self.ours:10.2f}   {self.peer} {self.theirs:.2f}: x {better:.2f}"


def main(options: Choices) -> dict[str, float]:
    """Measure it all and print two tables: our figures, and those that have a peer beside it."""
    from rag.opening import open_assistant

    def note(line: str) -> None:
        print(line, file=sys.stderr)

    assistant = open_assistant(options, note=note)
    courses = assistant.catalogue.courses
    texts = [c.text() for c in courses[:: max(1, len(courses) // EMBEDDED)]]
    prompts = prompted(assistant, asked(courses, ANSWERED))
    ours = generating(assistant, prompts)
    figures: dict[str, float] = {
        "courses": len(courses),
        "embedded_per_s": embedding(assistant, texts),
        **searching(assistant, asked(courses, SEARCHED + WARM_UP)),
        **told(ours, len(prompts)),
        **answering(assistant, asked(courses, ANSWERED + WARM_UP)),
        "peak_memory_gb": peak_memory(),
    }
    width = max(map(len, figures))
    for name, value in figures.items():
        shown = f"{value:,}" if isinstance(value, int) else f"{value:,.2f}"
        print(f"{name:<{width}}  {shown:>10}")
    print()
    for ratio in beside(assistant, options.data, figures["embedded_per_s"], ours, texts, prompts):
        print(ratio.line())
    if not (options.data / "training").is_dir():
        print("training: not measured, there is no data. Make it: python -m finetune data")
    return figures


def beside(
    assistant: Assistant,
    data: Path,
    embedded: float,
    ours: Generated,
    texts: Sequence[str],
    prompts: Sequence[list[dict[str, str]]],
) -> Iterator[Ratio]:
    """Our figures and those of the peers, run one after the other on the same work."""
    name = assistant.embedder.name
    theirs = peers.sentence_transformers(name, data, texts)
    yield Ratio("ingest: courses embedded/s", embedded, "sentence-transformers", theirs)
    generator: Any = assistant.generator
    if generator is not None and prompts:
        ids = [generator.encode(prompt) for prompt in prompts]
        call = assistant.thread.call
        plain = call(peers.stream_generate, generator.name, data, ids, DECODED)
        peer, n = "mlx_lm.stream_generate", len(prompts)
        yield Ratio("first token, s", ours.first_s / n, peer, plain.first_s / n, more=False)
        rates = [g.generated_tokens / g.rest_s for g in (ours, plain)]
        yield Ratio("decoded tokens/s", rates[0], peer, rates[1])
        totals = [g.generated_tokens / (g.first_s + g.rest_s) for g in (ours, plain)]
        yield Ratio("tokens/s, prompt included", totals[0], peer, totals[1])
    for what, (lora, own) in peers.training(data).items():
        if what in TRAINED:
            yield Ratio(f"training: {what}", own, "mlx_lm.lora", lora, more="memory" not in what)


def embedding(assistant: Assistant, texts: Sequence[str]) -> float:
    """Texts embedded a second."""
    start = time.perf_counter()
    assistant.thread.call(assistant.embedder.passages, texts)
    return len(texts) / (time.perf_counter() - start)


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


def prompted(assistant: Assistant, questions: Sequence[str]) -> list[list[dict[str, str]]]:
    """What the model is given for these questions; nothing where there is no model."""
    from rag.prompt import messages

    generator = assistant.generator
    if generator is None:
        return []
    found = []
    for question in questions:
        ready = assistant.prepare(question)
        known, listing = ready.facts.parted()
        hits = () if listing else ready.hits
        found.append(messages(ready.query, known, hits, (), generator.count))
    return found


def generating(assistant: Assistant, prompts: Sequence[list[dict[str, str]]]) -> Generated:
    """The model alone on these prompts, after the last of them to warm up."""
    first = rest = 0.0
    read = written = 0
    generator = assistant.generator
    for n, prompt in enumerate([*prompts[-1:], *prompts]):
        assert generator is not None
        start = time.perf_counter()
        pieces = assistant.thread.stream(partial(generator.stream, prompt, DECODED))
        head = next(pieces)
        begun = time.perf_counter()
        last = [head, *pieces][-1]
        if n:
            first, rest = first + begun - start, rest + time.perf_counter() - begun
            read, written = read + last.prompt_tokens, written + last.generated_tokens
    return Generated(first, rest, read, written)


def told(ours: Generated, n: int) -> dict[str, float]:
    if not n:
        return {}
    return {
        "prompt_tokens": ours.prompt_tokens / n,
        "first_token_s": ours.first_s / n,
        "decoded_per_s": ours.generated_tokens / ours.rest_s,
    }


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
