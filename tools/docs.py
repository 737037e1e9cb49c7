"""Run the code blocks of README.md and docs/ and write what they really print: `python -m tools.docs`.

A `console` block holds commands behind `$ ` and, below each, its output on both streams. A `python` block is a doctest.
The blocks of one file run one after the other in one folder, which begins with a copy of `seeds/` alone.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from searchkit.engines.folder import has_native

ROOT = Path(__file__).parent.parent
HOME = "/home/you"
"""What the documentation shows in place of the folder that its commands ran in."""

COLUMNS = 88

BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


def pages() -> list[Path]:
    """Return the files whose blocks are run."""
    return [ROOT / "README.md", *sorted(page for page in (ROOT / "docs").glob("*.md") if page.name != "cli.md")]


def prepared(folder: Path) -> Path:
    """Return the folder with a copy of the seeds in it."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return folder


def refreshed(page: str, folder: Path) -> str:
    """Return the page with what its console blocks print in the folder; the rest stays as it is."""
    return BLOCK.sub(lambda block: _refreshed_block(block, folder), page)


def _refreshed_block(block: re.Match[str], folder: Path) -> str:
    if block["language"] != "console":
        return block[0]
    commands = [line[2:] for line in block["code"].splitlines() if line.startswith("$ ")]
    return "```console\n" + "".join(f"$ {command}\n{printed(command, folder)}" for command in commands) + "```"


def printed(command: str, folder: Path) -> str:
    """Return what a command prints in the folder; of `make`, which would install and test, nothing."""
    if command.startswith(("make ", "git ")):
        return ""
    bin_folder = str(Path(sys.executable).parent)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SEARCHKIT_")}
    if not has_native():
        environment["SEARCHKIT_NATIVE"] = "0"  # no word of what is missing on the machine that runs the pages
    environment |= {"COLUMNS": str(COLUMNS), "PATH": os.pathsep.join([bin_folder, environment.get("PATH", "")])}
    done = subprocess.run(
        ["/usr/bin/env", "bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    return done.stdout.replace(str(folder.resolve()), HOME).rstrip() + "\n" if done.stdout else ""


def main() -> None:
    """Rewrite the pages."""
    for page in pages():
        with tempfile.TemporaryDirectory() as folder:
            page.write_text(refreshed(page.read_text(encoding="utf-8"), prepared(Path(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
