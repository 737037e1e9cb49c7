"""`python -m benchmarks.build ENGINE ROWS FOLDER`: build one index, in the process that is measured.

Prints the peak of its resident memory, in kilobytes. What the parent is told of a child (`ru_maxrss`) is no less than
what the parent itself held when it started the child.
"""

import resource
import sys
from pathlib import Path

from benchmarks.peers import peer

_STATUS = Path("/proc/self/status")


def _peak() -> int:
    if not _STATUS.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (line,) = [line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM")]
    return int(line.split()[1])


if __name__ == "__main__":
    peer(sys.argv[1]).build(Path(sys.argv[2]), Path(sys.argv[3]))
    print(_peak())
