"""What the tests of the command share: running it in this process, as a process of its own, and on a terminal."""

import errno
import json
import os
import pty
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from searchkit.cli import cli
from searchkit.cli.index import SLOW

SEEDS = Path(__file__).parent.parent / "seeds"
COMMAND = [sys.executable, "-m", "searchkit"]


@dataclass(frozen=True)
class Answer:
    """What a run of the command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def rows(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


def run(*arguments: object, env: Mapping[str, str | None] | None = None) -> Answer:
    """Run the command in this process, without a terminal."""
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments], env=env, prog_name="searchkit")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(result.exit_code, result.stdout, _without_note(result.stderr))


def _without_note(said: str) -> str:
    """Return what was said without the note on the missing core, which has a test of its own."""
    return said.replace(f"{SLOW}\n", "")


def process(*arguments: object, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Answer:
    """Run the command in a process of its own, without a terminal."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)], cwd=cwd, env={**os.environ, **(env or {})}, capture_output=True,
        encoding="utf-8", timeout=120, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return Answer(done.returncode, done.stdout, _without_note(done.stderr))


def on_terminal(*arguments: object, columns: int = 80, env: Mapping[str, str] | None = None) -> str:
    """Run the command on a terminal of its own and return all that it shows there."""
    keeper, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (24, columns))
    environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
    environment |= {"TERM": "xterm-256color", **(env or {})}
    with subprocess.Popen(
        [*COMMAND, *map(str, arguments)], stdin=terminal, stdout=terminal, stderr=terminal, env=environment
    ) as child:
        os.close(terminal)
        shown = _all_of(keeper)
        child.wait(timeout=120)
    os.close(keeper)
    return shown.decode("utf-8").replace("\r\n", "\n")


def _all_of(descriptor: int) -> bytes:
    parts: list[bytes] = []
    while True:
        try:
            part = os.read(descriptor, 65536)
        except OSError as error:  # how Linux says that the other end of a terminal is closed
            if error.errno != errno.EIO:
                raise
            part = b""
        if not part:
            return b"".join(parts)
        parts.append(part)


def write_rows(path: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    """Write a JSON Lines file of articles."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def indexed(folder: Path, *rows: Mapping[str, Any]) -> Path:
    """Return a new index of these articles."""
    index = folder / "index"
    assert run("--index", index, "index", write_rows(folder / "rows.jsonl", rows)).status == 0
    return index


def seed_index(folder: Path) -> Path:
    """Return a new index of the two articles in seeds/."""
    index = folder / "seed-index"
    assert run("--index", index, "index", SEEDS).status == 0
    return index
