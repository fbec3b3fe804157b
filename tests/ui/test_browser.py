"""The page in a real Chromium: what a student sees, and that nothing leaves this machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rag.course import Course
from tests.fakes import DATA_STRUCTURES, FakeAssistant
from tests.ui.browser import served, wait_for

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
HOSTILE = (
    "<img src=http://evil.example/a.png onerror=alert(1)> ![x](http://evil.example/b.png) "
    "[link](http://evil.example) http://evil.example www.evil.example me@evil.example "
    "<script>alert(1)</script> **bold** `code` $$x^2$$ <https://evil.example>"
)
EVIL = Course("ABCD 100", HOSTILE, HOSTILE, 1, 1, prerequisites=HOSTILE, restrictions=HOSTILE)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def assistant() -> FakeAssistant:
    text = f"It is 4 units [CSCI 104L].\n- one [CSCI 103L]\n- two\n\n{HOSTILE}"
    return FakeAssistant(text, pause=0.02, cited=(DATA_STRUCTURES, EVIL))


@pytest.fixture
def url(assistant: FakeAssistant, tmp_path: Path) -> Iterator[str]:
    with served(assistant, tmp_path) as address:
        yield address


@pytest.fixture
def page(chromium: Any, url: str) -> Iterator[Any]:
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.goto(url)
    page.wait_for_selector("#question textarea")
    yield page
    page.close()


def ask(page: Any, question: str) -> None:
    page.fill("#question textarea", question)
    page.keyboard.press("Enter")
    page.wait_for_selector("#chat small")


def test_hostile_text_is_shown_as_written_and_no_request_leaves(page: Any, url: str) -> None:
    dialogs: list[str] = []

    def dismiss(dialog: Any) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    ask(page, HOSTILE)
    answer = page.locator("#chat .bot .message-content").last
    assert HOSTILE in answer.inner_text()
    assert HOSTILE in page.locator("#chat .user .message-content").inner_text()
    alive = "#chat .message-content :is(a, img, script, strong), #cards :is(a, img, script)"
    assert page.locator(alive).count() == 0
    assert page.locator("#cards h3").last.inner_text() == HOSTILE
    assert not dialogs
    outside = [u for u in page.asked if not u.startswith((url, "data:", "blob:"))]
    assert outside == []


def test_citations_are_badges_and_lists_are_lists(page: Any) -> None:
    ask(page, "What is CSCI 104?")
    badges = page.locator("#chat .bot code").all_inner_texts()
    assert badges == ["CSCI 104L", "CSCI 103L"]
    assert page.locator("#chat .bot li").count() == 2


def test_a_chip_is_taken_away_by_keyboard(page: Any, assistant: FakeAssistant) -> None:
    ask(page, "upper division, not Friday")
    page.get_by_role("button", name="Remove: not Fri").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("button[aria-label='Put back: not Fri']")
    assert len(assistant.asked) == 2


def test_stop_shows_while_answering_and_cancels(page: Any, assistant: FakeAssistant) -> None:
    assistant.pause = 0.5
    page.fill("#question textarea", "hello")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Stop").click()
    page.wait_for_selector("#chat small:has-text('stopped')")
    assert wait_for(lambda: assistant.cancelled == 1)
    assert page.get_by_role("button", name="Ask", exact=True).is_visible()


def test_a_closed_page_cancels_its_answer(page: Any, assistant: FakeAssistant) -> None:
    assistant.pause = 0.3
    page.fill("#question textarea", "hello")
    page.keyboard.press("Enter")
    assert wait_for(lambda: assistant.running == 1)
    page.close()
    assert wait_for(lambda: assistant.cancelled == 1)


def test_a_vote_is_saved(page: Any, tmp_path: Path) -> None:
    ask(page, "What is CSCI 104?")
    page.get_by_role("button", name="Like", exact=True).click()
    file = tmp_path / "feedback.jsonl"
    assert wait_for(file.exists)
    assert '"vote": "up"' in file.read_text(encoding="utf-8")


def test_retry_and_new_chat_and_examples(page: Any, assistant: FakeAssistant) -> None:
    page.locator("#chat .example").first.click()
    page.wait_for_selector("#chat small")
    page.get_by_role("button", name="Retry").click()
    assert wait_for(lambda: assistant.finished == 2)
    assert assistant.asked[0][0] == assistant.asked[1][0]
    page.wait_for_selector("#chat small")
    page.get_by_role("button", name="New chat").click()
    page.wait_for_selector("#chat .example")


def test_a_phone_has_one_column_and_scrolls_to_the_cards(chromium: Any, url: str) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.goto(url)
    page.wait_for_selector("#question textarea")
    ask(page, "What is CSCI 104?")
    talk, side = (page.locator(at).bounding_box() for at in ("#talk", "#side"))
    assert side["y"] >= talk["y"] + talk["height"]
    assert page.evaluate("document.documentElement.scrollHeight") > 844
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.close()
