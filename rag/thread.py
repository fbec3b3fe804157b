"""The model thread: everything that touches MLX runs here, and several answers take turns."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator, Iterator
from typing import Any, TypeVar

T = TypeVar("T")


class _End:
    """The last thing a stream hands over: its error, or None when it ran out."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


class _Stream:
    def __init__(self, start: Callable[[], Iterator[Any]]) -> None:
        self.start = start
        self.items: queue.Queue[Any] = queue.Queue()
        self.cancelled = False
        self.iterator: Iterator[Any] | None = None

    def step(self) -> bool:
        """Hand over one item; False when there will be no more."""
        try:
            if self.cancelled:
                self.close()
                return False
            if self.iterator is None:
                self.iterator = self.start()
            self.items.put(next(self.iterator))
            return True
        except StopIteration:
            self.items.put(_End())
        except BaseException as error:  # it belongs to the thread that asked
            self.items.put(_End(error))
        return False

    def close(self) -> None:
        close = getattr(self.iterator, "close", None)
        if close:
            close()


class ModelThread:
    """One daemon thread that runs calls in order and steps all open streams in turn.

    MLX arrays must be evaluated on the thread that made them, while a web server calls from a pool;
    stepping the streams one token each in turn lets two readers see both their answers grow.
    """

    def __init__(self) -> None:
        self._inbox: queue.Queue[_Stream] = queue.Queue()
        threading.Thread(target=self._run, name="model", daemon=True).start()

    def call(self, work: Callable[..., T], *args: Any) -> T:
        """Run `work(*args)` on the model thread and wait for its result or error."""
        return next(self.stream(lambda: iter([work(*args)])))

    def stream(self, start: Callable[[], Iterator[T]]) -> Generator[T, None, None]:
        """Step the iterator that `start` returns on the model thread; closing this cancels it."""
        stream = _Stream(start)
        self._inbox.put(stream)
        try:
            while True:
                item = stream.items.get()
                if isinstance(item, _End):
                    if item.error is not None:
                        raise item.error
                    return
                yield item
        finally:
            stream.cancelled = True

    def _run(self) -> None:
        streams: list[_Stream] = []
        while True:
            try:
                streams.append(self._inbox.get(block=not streams))
                continue  # take all that wait before the next round
            except queue.Empty:
                pass
            streams = [stream for stream in streams if stream.step()]
