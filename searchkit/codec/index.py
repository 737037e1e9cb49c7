"""Whoosh's index with the native searcher."""

from __future__ import annotations

import os
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from searchkit.codec.core import has_core
from searchkit.codec.native import NativeCodec
from searchkit.codec.searcher import NativeSearcher


class NativeIndex(FileIndex):
    """A Whoosh index whose searchers run natively what they can, and whose writers write native segments.

    `optimize` turns an index of other segments into native ones. Without the native core it is Whoosh's own index.
    """

    def reader(self, reuse: Any = None) -> Any:
        """Return a reader of the last commit. Nothing is taken over from `reuse`.

        Whoosh takes over too much: segments that have been merged since, and documents that have been deleted.
        """
        return super().reader()

    def searcher(self, **options: Any) -> NativeSearcher:
        """Return a searcher of the last commit."""
        return NativeSearcher(self.reader(), fromindex=self, **options)

    def writer(self, procs: int = 1, **options: Any) -> Any:
        """Return a writer; without a `codec` it writes native segments if the native core is installed."""
        if has_core():
            options.setdefault("codec", NativeCodec())
        return super().writer(procs, **options)


def open_dir(
    path: str | os.PathLike[str], indexname: str = "MAIN", readonly: bool = False, schema: Any = None
) -> NativeIndex:
    """Open the Whoosh index in a folder, whatever wrote it, as `whoosh.index.open_dir` does.

    Raises what that raises: whoosh.index.EmptyIndexError where there is none.
    """
    return NativeIndex(FileStorage(os.fspath(path), readonly=readonly), schema=schema, indexname=indexname)
