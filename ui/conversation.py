"""One browser's conversation: what was asked, what came back, and which chips were removed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rag.conversation import Turn
from rag.errors import Mistake
from rag.query import Filter
from ui.message import WAITING, answer_text, mistake_text, question_text

if TYPE_CHECKING:
    from rag.answer import Answer, Assistant

STOPPED = "stopped"


@dataclass
class Exchange:
    """A question and its answer: growing in `text`, then finished, stopped or failed."""

    question: str
    text: str = ""
    answer: Answer | None = None
    mistake: str = ""
    stopped: bool = False
    understood: tuple[Filter, ...] = ()
    without: frozenset[Filter] = frozenset()

    @property
    def open(self) -> bool:
        """Whether more text is to come."""
        return self.answer is None and not self.mistake and not self.stopped

    def shown(self) -> str:
        """The answer side as the chat shows it."""
        if self.mistake:
            return mistake_text(self.mistake)
        if self.answer is not None:
            return answer_text(self.answer.text, timing(self.answer))
        if self.stopped:
            return answer_text(self.text, STOPPED)
        return answer_text(self.text) if self.text else WAITING


@dataclass
class Conversation:
    """The exchanges so far, changed in place: Stop and the running answer see the same one."""

    exchanges: list[Exchange] = field(default_factory=list)

    @property
    def last(self) -> Exchange | None:
        return self.exchanges[-1] if self.exchanges else None

    def messages(self) -> list[dict[str, str]]:
        """What the chat shows: two messages an exchange."""
        shown = []
        for exchange in self.exchanges:
            shown.append({"role": "user", "content": question_text(exchange.question)})
            shown.append({"role": "assistant", "content": exchange.shown()})
        return shown

    def turns(self) -> tuple[Turn, ...]:
        """What the assistant remembers: finished answers only."""
        return tuple(
            Turn(e.question, e.answer.text, e.answer.query, e.answer.citations)
            for e in self.exchanges
            if e.answer is not None
        )

    def at(self, index: int) -> Exchange | None:
        """The exchange that shows the message of this index, None where there is none."""
        place = index // 2
        return self.exchanges[place] if 0 <= place < len(self.exchanges) else None

    def stop(self) -> None:
        """End the answer that is being written, keeping what there is of it."""
        if self.last is not None and self.last.open:
            self.last.stopped = True

    def ask(self, assistant: Assistant, question: str) -> Iterator[Exchange]:
        """Ask, and yield the new exchange each time it has grown; a `Mistake` becomes its answer.

        Closing the iterator, or `stop`, closes the assistant's: its generation is cancelled.
        """
        self.stop()
        turns = self.turns()
        exchange = Exchange(question)
        self.exchanges.append(exchange)
        yield from _run(exchange, assistant, turns)

    def again(self, assistant: Assistant, place: int) -> Iterator[Exchange]:
        """Ask the question at `place` once more; it and what came after it are answered anew."""
        self.stop()
        old = self.exchanges[place]
        del self.exchanges[place:]
        exchange = Exchange(old.question, understood=old.understood, without=old.without)
        turns = self.turns()
        self.exchanges.append(exchange)
        yield from _run(exchange, assistant, turns)

    def toggle(self, index: int) -> bool:
        """Remove a chip of the last exchange, or put it back; False where there is none."""
        last = self.last
        if last is None or not 0 <= index < len(last.understood):
            return False
        last.without ^= {last.understood[index]}
        return True


def timing(answer: Answer) -> str:
    """'0.4 s to the first word, 1.9 s in all' for the small print."""
    first, total = answer.timings.first_token_s, answer.timings.total_s
    return f"{first:.1f} s to the first word, {total:.1f} s in all"


def _run(exchange: Exchange, assistant: Assistant, turns: tuple[Turn, ...]) -> Iterator[Exchange]:
    yield exchange
    try:
        with closing(assistant.ask(exchange.question, turns, exchange.without)) as pieces:
            for piece in pieces:
                if exchange.stopped:
                    return
                if isinstance(piece, str):
                    exchange.text += piece
                else:
                    finish(exchange, piece)
                yield exchange
    except Mistake as mistake:
        exchange.mistake = str(mistake)
        yield exchange


def finish(exchange: Exchange, answer: Answer) -> None:
    """Keep the answer, and the chips in the order they were first understood."""
    exchange.answer = answer
    new = [f for f in answer.query.filters if f not in exchange.understood]
    exchange.understood += tuple(new)
