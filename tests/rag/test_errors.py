"""A person's mistake is one line and exit code 1; a bug keeps its traceback."""

from __future__ import annotations

import errno
import subprocess
import sys

import pytest

from rag.errors import Mistake, disk_full, reason, run


def test_a_mistake_leaves_with_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    def main() -> None:
        raise Mistake("No index at data/index. Build it: python -m ingest")

    with pytest.raises(SystemExit) as exit:
        run(main)
    assert exit.value.code == "error: No index at data/index. Build it: python -m ingest"
    assert capsys.readouterr() == ("", "")


def test_what_goes_well_leaves_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    run(lambda: print("done"))
    assert capsys.readouterr().out == "done\n"


def test_a_bug_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        run(lambda: print(1 // 0))


def test_control_c_leaves_with_130() -> None:
    def main() -> None:
        raise KeyboardInterrupt

    with pytest.raises(SystemExit) as exit:
        run(main)
    assert exit.value.code == 130


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device", "/some/file"),
        OSError(errno.EDQUOT, "Disk quota exceeded", "/some/file"),
        RuntimeError("lance error: LanceError(IO): No space left on device (os error 28), x.rs:1"),
    ],
)
def test_a_full_disk_is_a_mistake_whichever_library_met_it(error: Exception) -> None:
    def main() -> None:
        raise error

    with pytest.raises(SystemExit) as exit:
        run(main)
    assert str(exit.value.code).startswith("error: The disk is full")
    assert str(exit.value.code).count("\n") == 0
    assert ("/some/file" in str(exit.value.code)) == isinstance(error, OSError)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOTDIR, errno.EEXIST])
def test_a_place_that_cannot_be_written_to_is_a_mistake(number: int) -> None:
    def main() -> None:
        raise OSError(number, "Not possible", "/some/file")

    with pytest.raises(SystemExit) as exit:
        run(main)
    line = "error: Can't use /some/file: Not possible. Choose another folder with --data DIR."
    assert exit.value.code == line


def test_other_errors_of_files_are_bugs() -> None:
    for error in (OSError(errno.EACCES, "x"), FileNotFoundError(errno.ENOENT, "x", "/y")):

        def main(error: OSError = error) -> None:
            raise error

        with pytest.raises(OSError):
            run(main)


def test_other_errors_are_no_full_disk() -> None:
    assert disk_full(OSError(errno.EACCES, "Permission denied")) is None
    assert disk_full(ValueError("space left")) is None


def test_the_reason_is_the_first_line_and_not_long() -> None:
    assert reason(ValueError("wrong tensors:\n  a\n  b")) == "wrong tensors"
    assert reason(ValueError("")) == "ValueError"
    assert len(reason(ValueError("x" * 5_000))) == 200


def in_a_process(body: str, tail: str = "") -> subprocess.CompletedProcess[str]:
    code = f"from rag.errors import Mistake, run\ndef main():\n    {body}\nrun(main)"
    command = f"{sys.executable} -c '{code}' {tail}"
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False
    )


def test_the_line_goes_to_standard_error_with_exit_code_1() -> None:
    done = in_a_process('raise Mistake("Name another file.")')
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "error: Name another file.\n")


def test_a_reader_that_stops_reading_is_no_error() -> None:
    done = in_a_process("for i in range(100000): print(i)", "| head -1")
    assert (done.returncode, done.stdout, done.stderr) == (0, "0\n", "")


def test_a_full_standard_output_is_told() -> None:
    done = in_a_process('print("x" * 10, flush=True)', "> /dev/full")
    assert done.returncode == 1
    assert done.stderr.startswith("error: The disk is full")
    assert done.stderr.count("\n") == 1
