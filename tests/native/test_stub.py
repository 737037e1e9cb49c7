"""The stub of the native core says what the module has."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("searchkit._native", reason="searchkit._native is not built: no Rust toolchain")


def test_the_stub_describes_the_module() -> None:
    command = [sys.executable, "-m", "mypy.stubtest", "searchkit._native", "--mypy-config-file", "pyproject.toml"]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
