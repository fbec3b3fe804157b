"""Generation on tiny random models: short cuts change no token."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rag import backend, generate
from rag.bundled import SMOLLM2
from rag.generate import MlxGenerator
from rag.thread import ModelThread
from tests.tiny import generator, write_generator

SYSTEM = "You answer students' questions about university courses. "
FACT = "Facts: CSCI 104L is 4 units. CSCI 104L is 4 units. CSCI 270 needs CSCI 104. "
PROMPTS = (
    SYSTEM + FACT + "Question: how many units is CSCI 104L?",
    SYSTEM + FACT + "Question: how many units is CSCI 270?",
    SYSTEM + "Mon, Wed 10:00-11:20am " * 12,
    SYSTEM + "Mon, Wed 10:00-11:20am " * 12,
    "What?",
    SYSTEM + FACT * 30,  # longer than one chunk
    SYSTEM + FACT * 30 + "Question: what do I need before MATH 225?",
)


def ask(text: str) -> list[dict[str, str]]:
    return [{"role": "user", "content": text}]


def tokens(model: MlxGenerator, prompt: Sequence[int], most: int = 60) -> list[int]:
    cache, logits = model._prefill(list(prompt))
    return list(model._decode(list(prompt), cache, logits, most))


def shortfall(plain: Any, prompt: Sequence[int], answer: Sequence[int]) -> float:
    """How far below the best logit the tokens of an answer are, by one pass of the plain model.

    0 for a greedy answer, but for rounding: it is what decoding one by one would have to choose.
    """
    import mlx.core as mx

    logits = plain(mx.array([[*prompt, *answer]]))[0, len(prompt) - 1 : -1]
    rows = np.array(logits)
    return float((rows.max(axis=-1) - rows[np.arange(len(answer)), list(answer)]).max())


def said(model: MlxGenerator, text: str, most: int = 40) -> str:
    return "".join(piece.text for piece in model.stream(ask(text), most))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    backend.load()
    root = tmp_path_factory.mktemp("models")
    return {
        "llama": write_generator(root / "llama", "llama"),
        "qwen2": write_generator(root / "qwen2", "qwen2"),
        "untied": write_generator(root / "untied", "llama", tie_word_embeddings=False),
    }


@pytest.fixture(scope="module", params=["llama", "qwen2", "untied"])
def pair(
    request: pytest.FixtureRequest, folders: dict[str, Path]
) -> tuple[MlxGenerator, dict[str, Any]]:
    """A generator, and the configuration its plain counterpart is made from."""
    folder = folders[request.param]
    config = json.loads((folder / "config.json").read_text())
    return MlxGenerator(str(folder), folder), config


class Counting:
    """Counts the passes through a model."""

    def __init__(self, model: Any) -> None:
        self.inner = model
        self.passes = 0

    def __call__(self, *args: Any, **more: Any) -> Any:
        self.passes += 1
        return self.inner(*args, **more)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)


def test_lookup_and_kept_prefix_give_the_tokens_of_greedy_decoding(
    pair: tuple[MlxGenerator, dict[str, Any]],
) -> None:
    model, config = pair
    plain = generator(config)
    for text in PROMPTS:
        prompt = model.encode(ask(text))
        answer = tokens(model, prompt)
        assert len(answer) == 60
        assert shortfall(plain, prompt, answer) < 1e-3
        assert shortfall(plain, prompt, [*answer[1:], answer[0]]) > 0.1  # the measure can fail


def test_lookup_decoding_agrees_with_mlx_lm(pair: tuple[MlxGenerator, dict[str, Any]]) -> None:
    import mlx.core as mx
    from mlx_lm.generate import generate_step

    model, config = pair
    prompt = model.encode(ask(PROMPTS[0]))
    steps = generate_step(mx.array(prompt), generator(config), max_tokens=60)
    assert tokens(model, prompt) == [int(token) for token, _ in steps]


def test_the_same_question_again_gives_the_same_answer(
    pair: tuple[MlxGenerator, dict[str, Any]],
) -> None:
    model, _ = pair
    first = [said(model, text) for text in PROMPTS]
    assert [said(model, text) for text in reversed(PROMPTS)] == first[::-1]
    assert len(set(first)) == len(set(PROMPTS))


def test_lookup_takes_fewer_passes_than_tokens(folders: dict[str, Path]) -> None:
    model = MlxGenerator(str(folders["untied"]), folders["untied"])
    for layer in model.model.layers:  # only the last token counts: it must go round in a circle
        layer.self_attn.o_proj.weight *= 0
        layer.mlp.down_proj.weight *= 0
    model.model = Counting(model.model)
    most = 400
    answer = tokens(model, model.encode(ask(PROMPTS[2])), most)
    circle = len(set(answer))
    assert circle < most / 8
    assert model.model.passes < most / 3


def test_the_prompt_before_is_not_read_again(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    model = MlxGenerator(str(folders["llama"]), folders["llama"])
    seen: list[int] = []
    whole = generate.read

    def noting(model: Any, ids: list[int], cache: list[Any]) -> Any:
        seen.append(len(ids))
        return whole(model, ids, cache)

    monkeypatch.setattr(generate, "read", noting)  # noted, and done as ever
    for text in PROMPTS[:4]:
        tokens(model, model.encode(ask(text)), 5)
    lengths = [len(model.encode(ask(text))) for text in PROMPTS[:4]]
    assert seen[0] == lengths[0]
    assert seen[1] < lengths[1] / 4
    assert lengths[2] / 2 < seen[2] < lengths[2]
    assert seen[3] == 1


@pytest.mark.parametrize("most", [1, 2, 3, 10])
def test_an_answer_stops_at_the_limit(pair: tuple[MlxGenerator, dict[str, Any]], most: int) -> None:
    model, _ = pair
    prompt = model.encode(ask(PROMPTS[2]))
    assert tokens(model, prompt, most) == tokens(model, prompt, 60)[:most]
    *_, last = model.stream(ask(PROMPTS[2]), most)
    assert last.generated_tokens == most


def test_an_answer_ends_where_the_model_ends_its_turn(
    tmp_path: Path, folders: dict[str, Path]
) -> None:
    model = MlxGenerator(str(folders["llama"]), tmp_path)
    prompt = model.encode(ask(PROMPTS[0]))
    free = tokens(model, prompt)
    for end in free[3], free[-1]:
        folder = tmp_path / str(end)
        shutil.copytree(folders["llama"], folder)
        config = json.loads((folder / "config.json").read_text())
        (folder / "config.json").write_text(json.dumps({**config, "eos_token_id": end}))
        ended = MlxGenerator(str(folder), tmp_path)
        assert tokens(ended, prompt) == free[: free.index(end)]


def test_the_pieces_say_the_counts(pair: tuple[MlxGenerator, dict[str, Any]]) -> None:
    model, _ = pair
    pieces = list(model.stream(ask(PROMPTS[0]), 30))
    assert {piece.prompt_tokens for piece in pieces} == {model.count(ask(PROMPTS[0]))}
    counts = [piece.generated_tokens for piece in pieces]
    assert counts == sorted(counts)
    assert counts[-1] == 30
    assert pieces[0].prefill_s > 0


def test_the_prompt_is_the_chat_template_up_to_the_answer(
    pair: tuple[MlxGenerator, dict[str, Any]],
) -> None:
    model, _ = pair
    ids = model.encode([{"role": "system", "content": "Be short."}, *ask("What?")])
    assert model.tokenizer.decode(ids) == (
        "<|im_start|>system\nBe short.<|im_end|>\n<|im_start|>user\nWhat?<|im_end|>\n"
        "<|im_start|>assistant\n"
    )


def test_two_answers_in_turn_do_not_mix(pair: tuple[MlxGenerator, dict[str, Any]]) -> None:
    model, _ = pair
    alone = [said(model, text) for text in PROMPTS[:2]]
    both = [model.stream(ask(text), 40) for text in PROMPTS[:2]]
    assert in_turn(both) == alone


def in_turn(streams: Sequence[Iterator[generate.Piece]]) -> list[str]:
    texts = [""] * len(streams)
    going = set(range(len(streams)))
    while going:
        for n in sorted(going):
            piece = next(streams[n], None)
            if piece is None:
                going.remove(n)
            else:
                texts[n] += piece.text
    return texts


def test_a_model_made_on_the_model_thread_answers_there(folders: dict[str, Path]) -> None:
    thread = ModelThread()
    folder = folders["qwen2"]
    model = thread.call(MlxGenerator, str(folder), folder)
    found = thread.stream(lambda: model.stream(ask(PROMPTS[0]), 20))
    assert "".join(p.text for p in found) == said(MlxGenerator(str(folder), folder), PROMPTS[0], 20)


@pytest.mark.models
def test_the_bundled_model_knows_the_capital_of_france(tmp_path: Path) -> None:
    model = MlxGenerator(SMOLLM2, tmp_path)
    prompt = model.encode(ask("What is the capital of France?"))
    assert "Paris" in said(model, "What is the capital of France?", 30)
    assert model.tokenizer.decode(prompt).endswith("<|im_start|>assistant\n")
    assert said(model, "Repeat after me: naïve café 日本", 30).isprintable()
    *_, last = model.stream(ask("Say hello."), 60)
    assert last.generated_tokens < 60  # it ends its turn by itself
