"""Speed against peers, on real text: see README.md beside this file. `python -m benchmarks --help`."""
