"""`python -m benchmarks.build ENGINE ROWS FOLDER`: build one index, in the process that is measured."""

import sys
from pathlib import Path

from benchmarks.peers import peer

if __name__ == "__main__":
    peer(sys.argv[1]).build(Path(sys.argv[2]), Path(sys.argv[3]))
