"""The model thread: calls in order, streams in turn, errors and cancelling where they belong."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from rag.thread import ModelThread

WAIT = 10.0  # seconds, for what takes a moment


@pytest.fixture(scope="module")
def thread() -> ModelThread:
    return ModelThread()


def test_a_call_gives_the_result_of_the_work(thread: ModelThread) -> None:
    assert thread.call(divmod, 17, 5) == (3, 2)
    assert thread.call(lambda: None) is None


def test_all_work_runs_on_one_other_thread(thread: ModelThread) -> None:
    def steps() -> Iterator[int]:
        for _ in range(3):
            yield threading.get_ident()

    runs = {thread.call(threading.get_ident), thread.call(threading.get_ident)}
    runs |= set(thread.stream(steps))
    assert len(runs) == 1
    assert threading.get_ident() not in runs


def test_a_stream_gives_every_item_in_order_and_ends(thread: ModelThread) -> None:
    assert list(thread.stream(lambda: iter(range(100)))) == list(range(100))
    assert list(thread.stream(lambda: iter(()))) == []


def test_an_error_of_the_work_reaches_the_caller(thread: ModelThread) -> None:
    with pytest.raises(ZeroDivisionError):
        thread.call(divmod, 1, 0)
    assert thread.call(int, "7") == 7


def test_an_error_in_a_stream_comes_after_what_was_there_before_it(thread: ModelThread) -> None:
    def failing() -> Iterator[str]:
        yield "first"
        raise ValueError("second")

    found = thread.stream(failing)
    assert next(found) == "first"
    with pytest.raises(ValueError, match="second"):
        next(found)
    assert thread.call(len, "abc") == 3


@pytest.mark.parametrize("error", [StopIteration, KeyboardInterrupt, SystemExit])
def test_no_error_stops_the_thread(thread: ModelThread, error: type[BaseException]) -> None:
    def stop() -> None:
        raise error

    with pytest.raises((error, RuntimeError)):
        thread.call(stop)
    assert thread.call(len, "ab") == 2


def test_two_streams_are_stepped_in_turn(thread: ModelThread) -> None:
    order: list[str] = []
    both = threading.Barrier(2)

    def steps(name: str) -> Iterator[str]:
        for n in range(5):
            order.append(f"{name}{n}")
            yield name

    def read(name: str) -> None:
        both.wait()
        list(thread.stream(lambda: steps(name)))

    hold, begun = threading.Event(), threading.Event()

    def wait() -> bool:
        begun.set()
        return hold.wait(WAIT)

    held = thread.stream(lambda: iter(wait, None))
    blocker = threading.Thread(target=lambda: next(held))
    blocker.start()
    assert begun.wait(WAIT)
    readers = [threading.Thread(target=read, args=(name,)) for name in "ab"]
    for reader in readers:
        reader.start()
    until = time.monotonic() + WAIT
    while thread._inbox.qsize() < 2 and time.monotonic() < until:
        time.sleep(0.001)  # until both wait behind the one that holds the thread
    hold.set()
    for one in [blocker, *readers]:
        one.join(WAIT)
    held.close()
    first, second = order[0][0], order[1][0]
    assert {first, second} == {"a", "b"}
    assert order == [f"{name}{n}" for n in range(5) for name in (first, second)]


def test_closing_a_stream_closes_the_generator_behind_it(thread: ModelThread) -> None:
    closed = threading.Event()
    made: list[int] = []

    def endless() -> Iterator[int]:
        try:
            while True:
                made.append(len(made))
                yield made[-1]
        finally:
            closed.set()

    stream = thread.stream(endless)
    assert next(stream) == 0
    stream.close()
    assert closed.wait(WAIT)
    count = len(made)
    assert thread.call(len, "abc") == 3
    assert len(made) == count


def test_the_generator_is_closed_on_the_model_thread(thread: ModelThread) -> None:
    where: list[int] = []
    closed = threading.Event()

    def endless() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            where.append(threading.get_ident())
            closed.set()

    stream = thread.stream(endless)
    next(stream)
    stream.close()
    assert closed.wait(WAIT)
    assert where == [thread.call(threading.get_ident)]


def test_an_error_while_closing_harms_no_other_stream(thread: ModelThread) -> None:
    def stubborn() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            raise RuntimeError("no")

    stream = thread.stream(stubborn)
    next(stream)
    stream.close()
    assert list(thread.stream(lambda: iter("abc"))) == ["a", "b", "c"]


def test_a_stream_that_is_never_read_does_not_start(thread: ModelThread) -> None:
    started = threading.Event()
    thread.stream(lambda: iter([started.set])).close()
    assert thread.call(len, "a") == 1
    assert not started.is_set()


def test_many_threads_each_get_their_own_answers(thread: ModelThread) -> None:
    found: dict[int, list[int]] = {}

    def read(n: int) -> None:
        found[n] = [thread.call(pow, n, 2), *thread.stream(lambda: iter(range(n, n + 20)))]

    readers = [threading.Thread(target=read, args=(n,)) for n in range(16)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(WAIT)
    assert found == {n: [n * n, *range(n, n + 20)] for n in range(16)}
