"""The page: a chat, the chips of what was understood, and the cards of the cited courses."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Not inside a function: Gradio reads the listeners' type hints, which must name its classes.
import gradio as gr

from rag.errors import Mistake
from ui.cards import EMPTY, NONE_CITED, cards_html
from ui.chips import ON_LOAD, chips_html
from ui.conversation import Conversation, Exchange
from ui.feedback import FILE, save_vote

if TYPE_CHECKING:
    from rag.answer import Assistant

TITLE = "Ask the USC catalogue"
EXAMPLES = (
    "When does CSCI 104 meet?",
    "What do I need before CSCI 270?",
    "I passed CSCI 103 and MATH 125. Can I take CSCI 104?",
    "4-unit upper division PSYC courses without prerequisites, not on Friday",
    "Recommend a class about film music",
    "Compare ECON 203 and ECON 205",
)
# Answers running at once. The model takes them in turn: more would only wait longer.
ANSWERS_AT_ONCE = 8
# The page is redrawn at most this often: the model needs the processor more than the eye does.
REDRAW_S = 0.08

Update = dict[Any, Any]


class Page:
    """The components and what happens on them, for one assistant."""

    def __init__(self, assistant: Assistant, data: Path) -> None:
        self.assistant = assistant
        self.data = data

    def build(self) -> gr.Blocks:
        """Lay the page out and connect it."""
        # Else Gradio tabulates every event so far, with pandas, after each one.
        os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = "1000000000"
        with gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True) as blocks:
            self.conversation = gr.State(Conversation(), time_to_live=6 * 3600)
            with gr.Column(elem_id="page"):
                self._lay_out()
            self._connect()
        blocks.queue(default_concurrency_limit=ANSWERS_AT_ONCE)
        return blocks

    def _lay_out(self) -> None:
        with gr.Row(elem_id="top"):
            gr.HTML(header_html(self.assistant), elem_id="head")
            self.fresh = gr.Button("New chat", elem_id="fresh", size="sm", scale=0)
        with gr.Row(elem_id="columns"):
            with gr.Column(elem_id="talk"):
                self._lay_out_talk()
            with gr.Column(elem_id="side"):
                gr.HTML('<h2 id="cards-title">Courses in this answer</h2>')
                self.cards = gr.HTML(EMPTY, elem_id="cards")
        gr.HTML(footer_html(self.assistant), elem_id="foot")

    def _lay_out_talk(self) -> None:
        self.chat = gr.Chatbot(
            elem_id="chat",
            show_label=False,
            label="Conversation",
            height="100%",
            container=False,
            layout="bubble",
            buttons=["copy"],
            sanitize_html=True,
            allow_tags=False,
            latex_delimiters=[],
            allow_file_downloads=False,
            feedback_options=("Like", "Dislike"),
            placeholder="Ask in your own words, or start from one of these.",
            examples=[{"text": text, "display_text": text} for text in EXAMPLES],
        )
        self.chips = gr.HTML("", elem_id="understood", js_on_load=ON_LOAD)
        with gr.Row(elem_id="ask"):
            self.question = gr.Textbox(
                placeholder="Ask about courses",
                label="Your question",
                show_label=False,
                container=False,
                lines=1,
                max_lines=6,
                autofocus=True,
                elem_id="question",
                scale=1,
            )
            self.send = gr.Button("Ask", variant="primary", elem_id="send", scale=0)
            self.halt = gr.Button("Stop", variant="stop", elem_id="halt", scale=0, visible=False)

    def _connect(self) -> None:
        shown = [self.chat, self.question, self.chips, self.cards, self.send, self.halt]
        talk_in = [self.conversation]
        how: dict[str, Any] = {
            "outputs": shown,
            "show_progress": "hidden",
            "concurrency_limit": ANSWERS_AT_ONCE,
            "concurrency_id": "answers",
            "api_visibility": "private",
        }
        running = [
            gr.on(
                [self.question.submit, self.send.click],
                self._asked,
                [*talk_in, self.question],
                **how,
            ),
            self.chat.example_select(self._picked, talk_in, **how),
            self.chat.retry(self._retried, talk_in, **how),
            self.chips.click(self._toggled, talk_in, **how),
        ]
        quick: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        self.halt.click(
            self._stopped,
            talk_in,
            [self.chat, self.send, self.halt],
            cancels=running,
            **quick,
        )
        gr.on(
            [self.fresh.click, self.chat.clear],
            self._restarted,
            None,
            [self.conversation, *shown],
            cancels=running,
            **quick,
        )
        self.chat.like(self._voted, talk_in, None, **quick)
        gr.api(
            self.ask, api_name="ask", concurrency_limit=ANSWERS_AT_ONCE, concurrency_id="answers"
        )

    def ask(self, question: str) -> dict[str, Any]:
        """Answer one question outside any conversation, for other programs on this computer."""
        try:
            *_, answer = self.assistant.ask(question)
        except Mistake as mistake:
            raise gr.Error(str(mistake), print_exception=False) from mistake
        assert not isinstance(answer, str), "the last piece is the Answer"
        return answer.as_json()

    def _asked(self, talk: Conversation, question: str) -> Iterator[Update]:
        yield from self._show(talk.ask(self.assistant, question), talk)

    def _picked(self, talk: Conversation, event: gr.SelectData) -> Iterator[Update]:
        yield from self._asked(talk, event.value["text"])

    def _retried(self, talk: Conversation, event: gr.RetryData) -> Iterator[Update]:
        place = _index(event) // 2
        if talk.at(2 * place) is not None:
            yield from self._show(talk.again(self.assistant, place), talk)

    def _toggled(self, talk: Conversation, event: gr.EventData) -> Iterator[Update]:
        if talk.toggle(_index(event)):
            last = len(talk.exchanges) - 1
            yield from self._show(talk.again(self.assistant, last), talk)

    def _voted(self, talk: Conversation, event: gr.LikeData) -> None:
        exchange = talk.at(_index(event))
        if exchange is not None and exchange.answer is not None:
            vote = "up" if event.liked is True else "down" if event.liked is False else "none"
            save_vote(self.data, exchange.answer, vote)

    def _show(self, growth: Iterator[Exchange], talk: Conversation) -> Iterator[Update]:
        """The updates of the page for an exchange that grows: first, now and then, and last."""
        drawn = 0.0
        begun = False
        exchange = None
        for exchange in growth:
            now = time.monotonic()
            if not begun:
                yield {
                    self.question: gr.update(value=""),
                    self.chat: talk.messages(),
                    self.send: gr.update(visible=False),
                    self.halt: gr.update(visible=True),
                }
                begun = True
            elif exchange.open and now - drawn >= REDRAW_S:
                drawn = now
                yield {self.chat: talk.messages()}
        # Where the student asked on before the end, the page belongs to the later question.
        if exchange is talk.last:
            yield self._finished(talk)

    def _finished(self, talk: Conversation) -> Update:
        last = talk.last
        answer = last.answer if last else None
        taken = answer.query.taken if answer else ()
        chips = chips_html(last.understood, last.without, taken) if last else ""
        return {
            self.chat: talk.messages(),
            self.chips: chips,
            self.cards: cards_html(answer.courses if answer else (), NONE_CITED),
            self.send: gr.update(visible=True),
            self.halt: gr.update(visible=False),
        }

    def _stopped(self, talk: Conversation) -> Update:
        talk.stop()
        return {
            self.chat: talk.messages(),
            self.send: gr.update(visible=True),
            self.halt: gr.update(visible=False),
        }

    def _restarted(self) -> Update:
        return {
            self.conversation: Conversation(),
            self.chat: [],
            self.question: gr.update(value=""),
            self.chips: "",
            self.cards: EMPTY,
            self.send: gr.update(visible=True),
            self.halt: gr.update(visible=False),
        }


def _index(event: Any) -> int:
    """Which message or chip was clicked: what a browser sends is not to be trusted to be one."""
    index = event.index[0] if isinstance(event.index, list | tuple) else event.index
    return index if isinstance(index, int) else -1


def header_html(assistant: Assistant) -> str:
    """The title, and what the data is: always in sight."""
    stamp = assistant.store.stamp
    what = f"{stamp.term} schedule of classes" if stamp.term else "Schedule of classes"
    data = f"{what}, {assistant.courses:,} courses ({Path(stamp.source).name})"
    return f"<h1>{TITLE}</h1><p>{escape(data)}; answers come from this file only</p>"


def footer_html(assistant: Assistant) -> str:
    """Which model answers, and where votes go."""
    adapter = f" with adapter {escape(assistant.adapter)}" if assistant.adapter else ", no adapter"
    return (
        f"<p>Answered on this computer by <b>{escape(assistant.name)}</b>{adapter}. "
        "Nothing you type leaves it. Thumbs up or down, with the question and answer, are saved "
        f"only here ({FILE} in the data folder) to train a better model. Check with your "
        "department before you register.</p>"
    )
