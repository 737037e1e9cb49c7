"""Every match of a commit of a Whoosh index in order: what is held of all of them is 12 bytes each.

Some thousand matches at a time are put in order with their ids at hand, and these runs are merged.
"""

from array import array
from collections.abc import Iterator
from heapq import merge

from searchkit.engines.base import Request
from searchkit.engines.snapshot import Found, Order, Ranked, Segment, Snapshot, keys

RUN = 5000
"""Matches that are sorted at once, with Python objects for all that they are sorted by."""


def in_order(snapshot: Snapshot, request: Request) -> Iterator[Ranked]:
    """Return every match in the order of the request, whatever its limit. It reads on in the snapshot as it goes."""
    runs = [
        _in_order(segment, run, request)
        for segment, found in snapshot.matches(request, is_scored=request.sort == "relevance")
        for run in _sorted_runs(segment, found, request)
    ]
    return (ranked for _, ranked in merge(*runs, key=lambda pair: pair[0]))


def _sorted_runs(segment: Segment, found: Found, request: Request) -> Iterator[Found]:
    documents, scores = found
    for start in range(0, len(documents), RUN):
        run = documents[start : start + RUN], scores[start : start + RUN]
        orders = list(_orders(segment, run, request))
        places = sorted(range(len(orders)), key=orders.__getitem__)
        yield array("I", [run[0][place] for place in places]), array("d", [run[1][place] for place in places if run[1]])


def _in_order(segment: Segment, run: Found, request: Request) -> Iterator[tuple[Order, Ranked]]:
    """Yield the matches of a run that is sorted, each with what it is sorted by."""
    documents, scores = run
    for place, order in enumerate(_orders(segment, run, request)):
        yield order, Ranked(documents[place] + segment.offset, round(scores[place], 6) if scores else 0.0)


def _orders(segment: Segment, run: Found, request: Request) -> Iterator[Order]:
    for key, document in zip(keys(segment, *run, request.sort), run[0], strict=True):
        yield (*key, segment.ids[document])
