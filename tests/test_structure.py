"""The house as the README draws it: who imports whom, where heavy libraries live, and how long
things are."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = "rag"
PROGRAMS = ("ingest", "finetune", "eval", "ui")
# The packages or modules that may import a heavy library. Transformers has the tokenizers, and
# comes along with mlx; numpy and pyarrow carry arrays and tables between the others.
HOMES = {
    "gradio": ("ui.",),
    "gradio_client": ("ui.",),
    "lancedb": ("rag.store",),
    "mlx": ("rag.", "finetune.", "eval."),
    "mlx_lm": ("rag.generate", "rag.weights", "rag.engine.", "finetune.", "eval.peers"),
    "mlx_embeddings": ("rag.embed", "rag.engine."),
    "datasets": ("ingest.",),
    "huggingface_hub": ("ingest.", "rag.models", "rag.engine."),
    "matplotlib": ("ingest.", "finetune.", "eval."),
    "transformers": ("rag.", "finetune."),
    "tokenizers": ("rag.", "finetune."),
    "pyarrow": ("rag.store", "ingest."),
}
HEAVY = {*HOMES, "numpy", "tqdm", "pandas", "uvicorn", "fastapi", "starlette"}
FILE, FUNCTION = 300, 60


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the five packages: 'rag.store' and its file."""
    for package in (LIBRARY, *PROGRAMS):
        for path in sorted((ROOT / package).rglob("*.py")):
            yield ".".join(path.relative_to(ROOT).with_suffix("").parts), path


MODULES = list(modules())


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(nodes: ast.AST) -> Iterator[tuple[str, int]]:
    """Every module a tree imports, wherever, and the line."""
    for node in ast.walk(nodes):
        if isinstance(node, ast.Import):
            yield from ((name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: a relative import"
            yield node.module or "", node.lineno
            yield from ((f"{node.module}.{name.name}", node.lineno) for name in node.names)


def at_top(path: Path) -> Iterator[tuple[str, int]]:
    """What is imported when the module is: not in functions, not for the type checker alone."""

    def walk(body: list[ast.stmt]) -> Iterator[tuple[str, int]]:
        for node in body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield from imports(node)
            elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
                yield from walk(node.orelse)
            elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for field in ("body", "orelse", "finalbody", "handlers"):
                    yield from walk(getattr(node, field, []))

    yield from walk(tree(path).body)


def root(name: str) -> str:
    return name.split(".")[0]


def test_there_are_modules_to_look_at() -> None:
    names = {name for name, _ in MODULES}
    assert {"rag.store", "rag.answer", "ingest.__main__", "ui.app", "eval.__main__"} <= names
    assert ("lancedb", "rag.store") in {
        (root(found), name) for name, path in MODULES for found, _ in imports(tree(path))
    }


@pytest.mark.parametrize(("name", "path"), MODULES, ids=[name for name, _ in MODULES])
def test_no_arrow_runs_the_wrong_way(name: str, path: Path) -> None:
    mine = root(name)
    allowed = {LIBRARY, mine} if mine in PROGRAMS else {LIBRARY}
    for found, line in imports(tree(path)):
        if root(found) in (LIBRARY, *PROGRAMS, "tests"):
            assert root(found) in allowed, f"{path.name}:{line} imports {found}"


def test_no_module_of_the_library_imports_in_a_circle() -> None:
    known = {name for name, _ in MODULES}
    graph = {name: {f for f, _ in at_top(path) if f in known} for name, path in MODULES}

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join([*trail, name])
        if name not in done:
            for found in graph[name]:
                visit(found, (*trail, name))
            done.add(name)

    done: set[str] = set()
    for name in graph:
        visit(name, ())


@pytest.mark.parametrize(("name", "path"), MODULES, ids=[name for name, _ in MODULES])
def test_heavy_libraries_are_imported_where_they_are_used(name: str, path: Path) -> None:
    for found, line in at_top(path):
        if name.startswith("ui.") and name not in ("ui.__main__",) and root(found) == "gradio":
            continue  # all of these are about the page, and the program imports them late
        assert root(found) not in HEAVY, f"{path.name}:{line} imports {found} at its top"


@pytest.mark.parametrize(("name", "path"), MODULES, ids=[name for name, _ in MODULES])
def test_heavy_libraries_stay_at_home(name: str, path: Path) -> None:
    for found, line in imports(tree(path)):
        homes = HOMES.get(root(found))
        assert homes is None or name.startswith(homes), f"{path.name}:{line} imports {found}"


PYTHON = [*MODULES, *(("tests", path) for path in sorted((ROOT / "tests").rglob("*.py")))]


def test_files_are_short() -> None:
    lengths = {str(p.relative_to(ROOT)): len(p.read_text().splitlines()) for _, p in MODULES}
    assert {name: n for name, n in lengths.items() if n > FILE} == {}


def test_functions_are_short() -> None:
    functions = {
        f"{path.relative_to(ROOT)}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for _, path in PYTHON
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert len(functions) > 500
    assert {name: n for name, n in functions.items() if n > FUNCTION} == {}


@pytest.mark.parametrize(("name", "path"), MODULES, ids=[name for name, _ in MODULES])
def test_modules_open_with_a_sentence(name: str, path: Path) -> None:
    if path.name == "__init__.py" and not path.read_text().strip():
        return
    said = ast.get_docstring(tree(path)) or ""
    assert re.match(r"[A-Z`'\"0-9][^\n]", said), f"{name} has no docstring"


def test_names_say_what_is_in_them() -> None:
    vague = re.compile(r"(?:^|_)(?:utils?|helpers?|common|misc|manager|factory|pipeline)s?$")
    assert [name for name, _ in MODULES if vague.search(name.rpartition(".")[2])] == []


def test_every_test_file_is_named_after_a_module() -> None:
    known = {f"{root(name)}.{name.rpartition('.')[2]}" for name, _ in MODULES}
    about = {
        f"{path.parent.name}.{path.stem.removeprefix('test_')}": path
        for path in (ROOT / "tests").glob("*/test_*.py")
    }
    about = {name.replace(".main", ".__main__"): path for name, path in about.items()}
    special = {"ui.browser", "ingest.sample"}  # a whole program, and a file of data
    assert {name for name in about if name not in known} - special == set()


def test_nothing_of_this_machine_is_written_down() -> None:
    forbidden = re.compile(r"(?<![\w.])/(?:w[o]rk|r[o]ot|t[m]p)/|py[p]i\.org|python[h]osted")
    found = [
        f"{path.relative_to(ROOT)}:{n}"
        for _, path in PYTHON
        for n, line in enumerate(path.read_text().splitlines(), 1)
        if forbidden.search(line) and path != Path(__file__).resolve()
    ]
    assert found == []


@pytest.mark.parametrize("module", [LIBRARY, *(f"{name}.__main__" for name in ("rag", *PROGRAMS))])
def test_importing_a_program_loads_nothing_heavy(module: str) -> None:
    if not (ROOT / f"{module.replace('.', '/')}.py").exists() and "." in module:
        pytest.skip(f"{module} is not there yet")
    code = f"import sys, {module}; print(sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


README = ROOT / "README.md"


def blocks() -> list[str]:
    """The fenced blocks of the README."""
    return re.findall(r"^```\w*\n(.*?)^```", README.read_text(encoding="utf-8"), re.M | re.S)


def drawn() -> dict[str, set[str]]:
    """What the README's tree names by folder: the files and folders/ in the lines under it."""
    block = next((b for b in blocks() if re.search(r"^rag/", b, re.M)), "")
    found: dict[str, set[str]] = {}
    folder = ""
    for line in block.splitlines():
        if match := re.match(r"(\w+)/(?=\s|$)", line):
            folder = match[1]
            found[folder] = set()
        elif not line.startswith(" "):
            folder = ""
        elif folder:
            names = re.match(r"\s+((?:[\w{},./-]+\.\w+,?\s*)+)", line)
            found[folder] |= set(re.findall(r"[\w/]+\.\w+", names[1])) if names else set()
            found[folder] |= set(re.findall(r"^\s+(\w+/)\s", line))
    return found


def test_the_readme_draws_the_house_as_it_is() -> None:
    house = drawn()
    assert {LIBRARY, *PROGRAMS} <= set(house), "the README draws no tree of the packages"
    for folder, names in house.items():
        assert (ROOT / folder).is_dir(), folder
        gone = sorted(name for name in names if not (ROOT / folder / name).exists())
        assert gone == [], f"{folder}/ has no such files"


def test_the_readme_names_every_module_and_folder_of_the_library() -> None:
    there = {p.name for p in (ROOT / LIBRARY).glob("*.py")} - {"__init__.py", "__main__.py"}
    there |= {f"{p.parent.name}/" for p in (ROOT / LIBRARY).glob("*/*.py")}
    assert sorted(there - drawn().get(LIBRARY, set())) == []


def test_the_readme_shows_help_as_it_is() -> None:
    for block in blocks():
        match = re.match(r"usage: python -m (\w+)", block)
        if match:
            done = subprocess.run(
                [sys.executable, "-m", match[1], "--help"],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=True,
                env={"COLUMNS": "80"},
            )
            assert block.split() == done.stdout.split()


def test_the_readme_links_to_files_that_are_there() -> None:
    links = re.findall(r"\]\((?!http|#)([^)\s]+)\)", README.read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []
