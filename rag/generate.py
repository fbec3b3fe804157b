"""The MLX generator: greedy text from messages, with a kept prompt prefix and lookup decoding."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from rag import backend
from rag.adapters import adapter_name
from rag.lookahead import Lookahead
from rag.weights import load

# Prompt tokens at once: on a CPU as many as keep the attention scores in its cache (eval/LOG.md).
CHUNK = {"cpu": 128, "metal": 512, "cuda": 512}
Messages = Sequence[dict[str, str]]


@dataclass(frozen=True)
class Piece:
    """Text to append, with the counts so far: tokens of prompt and answer, seconds of prefill."""

    text: str
    prompt_tokens: int
    generated_tokens: int
    prefill_s: float


class Generator(Protocol):
    """Continues a conversation; `adapter` names the LoRA adapter in use, if any."""

    name: str
    adapter: str | None

    def count(self, messages: Messages) -> int: ...

    def stream(self, messages: Messages, max_tokens: int) -> Iterator[Piece]: ...


class MlxGenerator:
    """An mlx-lm model with its adapter; every call must be on the thread that made it."""

    def __init__(self, name: str, data: Path, adapter: Path | None = None) -> None:
        self.name = name
        self.adapter = None if adapter is None else adapter_name(adapter)
        self.model, self.tokenizer = load(name, data, adapter)
        self._kept: tuple[list[int], list[Any]] = ([], [])

    def count(self, messages: Messages) -> int:
        """Tokens of the whole prompt, chat template included."""
        return len(self.encode(messages))

    def encode(self, messages: Messages) -> list[int]:
        """The prompt as token ids, up to where the answer begins."""
        ids = self.tokenizer.apply_chat_template(
            list(messages), add_generation_prompt=True, tokenize=True, return_dict=False
        )
        return list(ids)

    def stream(self, messages: Messages, max_tokens: int) -> Iterator[Piece]:
        """Generate greedily until the model ends its turn or `max_tokens` are out."""
        prompt = self.encode(messages)
        words = self.tokenizer.detokenizer
        words.reset()
        started = time.perf_counter()
        cache, logits = self._prefill(prompt)
        prefill = time.perf_counter() - started
        n = 0
        for n, token in enumerate(self._decode(prompt, cache, logits, max_tokens), 1):
            words.add_token(token)
            text = words.last_segment  # reading it moves it on
            if text:
                yield Piece(text, len(prompt), n, prefill)
        words.finalize()
        yield Piece(words.last_segment, len(prompt), n, prefill)

    def _prefill(self, prompt: list[int]) -> tuple[list[Any], Any]:
        """Run the prompt through the model, starting after what it shares with the one before.

        The fixed system part is always shared; a repeated question shares everything but its end.
        """
        import mlx.core as mx
        from mlx_lm.models.cache import make_prompt_cache

        cache = make_prompt_cache(self.model)
        tokens, kept = self._kept
        shared = min(_shared(tokens, prompt), len(prompt) - 1)
        if shared:
            for layer, (keys, values) in zip(cache, kept, strict=True):
                layer.state = (keys[..., :shared, :], values[..., :shared, :], shared)
        logits = read(self.model, prompt[shared:], cache)
        mx.eval(logits)
        if _plain(cache):
            self._kept = (prompt, [(layer.keys, layer.values) for layer in cache])
        return cache, logits

    def _decode(
        self, prompt: list[int], cache: list[Any], logits: Any, max_tokens: int
    ) -> Iterator[int]:
        """Token ids, greedily: each step also checks tokens guessed from the text so far.

        Prompt-lookup decoding (Saxena, 2023): what follows the last few tokens' earlier occurrence
        is run through the model along with the new token, and kept as far as the model agrees, so
        the output is that of greedy decoding.
        """
        import mlx.core as mx

        guess = Lookahead(prompt) if _plain(cache) else None
        token = int(logits.argmax(axis=-1).item())
        left = max_tokens
        while True:
            if token in self.tokenizer.eos_token_ids:
                return
            yield token
            left -= 1
            if left <= 0:
                return
            draft = guess.after(token)[: left - 1] if guess else []
            ids = mx.array([[token, *draft]])
            picks = self.model(ids, cache=cache)[0].argmax(axis=-1).tolist()
            agreed = _shared(draft, picks)
            for layer in cache:
                if agreed < len(draft):
                    layer.trim(len(draft) - agreed)
            for token in picks[:agreed]:
                if token in self.tokenizer.eos_token_ids:
                    return
                yield token
                left -= 1
            if guess:
                guess.accept(picks[:agreed])
            token = picks[agreed]


def read(model: Any, tokens: list[int], cache: list[Any]) -> Any:
    """Run tokens through the model into `cache`; the logits after the last, (1, vocabulary).

    In chunks, whose attention scores stay in a CPU's cache and leave out most of what a causal mask
    would hide, and with the vocabulary only at the last place, where it is needed.
    """
    import mlx.core as mx

    body = getattr(model, "model", None)
    if body is None or not hasattr(body, "embed_tokens"):
        return model(mx.array([tokens]), cache=cache)[:, -1]
    size = CHUNK[backend.load()]
    for start in range(0, len(tokens), size):
        states = body(mx.array([tokens[start : start + size]]), cache)
        mx.eval(states)
    last = states[:, -1]
    return model.lm_head(last) if hasattr(model, "lm_head") else body.embed_tokens.as_linear(last)


def _plain(cache: list[Any]) -> bool:
    """Whether every layer keeps all keys and values, so that they can be shared and cut back."""
    from mlx_lm.models.cache import KVCache

    return all(type(layer) is KVCache for layer in cache)


def _shared(a: Sequence[int], b: Sequence[int]) -> int:
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n
