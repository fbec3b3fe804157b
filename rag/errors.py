"""A person's mistake is one line that ends in the next command to run; anything else is a bug."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable


class Mistake(Exception):
    """Something the user can put right: the message says what happened, the value, what to do."""


def run(main: Callable[[], None]) -> None:
    """Call `main`; print a `Mistake` as one line on stderr and leave with exit code 1.

    A disk that is full or closed to us is a person's matter too, wherever it strikes. Ctrl-C leaves
    with 130, a reader that closed our standard output (`| head`) with 0.
    """
    try:
        main()
        sys.stdout.flush()
    except Mistake as mistake:
        sys.exit(f"error: {mistake}")
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:  # a full disk comes as an error of any library
        theirs = disk_full(error) or _no_place(error)
        if theirs is None:
            raise
        sys.exit(f"error: {theirs}")


def _no_place(error: Exception) -> Mistake | None:
    """The `Mistake` for a path that can't be written to, None for any other error."""
    closed = (errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.ENOTDIR)
    if not isinstance(error, OSError) or error.errno not in closed or not error.filename:
        return None
    return Mistake(
        f"Can't use {error.filename}: {error.strerror}. Choose another folder with --data DIR."
    )


def reason(error: BaseException) -> str:
    """What a library says went wrong, for a `Mistake`: of all its lines the first, and not long."""
    line = (str(error).strip() or type(error).__name__).splitlines()[0]
    return line[:200].rstrip(" .:")


def disk_full(error: BaseException) -> Mistake | None:
    """The `Mistake` for an error that means "no space left", whichever library raised it."""
    no_space = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    if not no_space and "No space left on device" not in str(error):
        return None
    where = getattr(error, "filename", None)
    place = f" at {where}" if where else ""
    return Mistake(
        f"The disk is full{place}. Nothing old was changed. Free some space, or choose another "
        "disk with --data DIR, and run the same command again."
    )
