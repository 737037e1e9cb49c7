"""What searchkit works around in Whoosh (whoosh3 3.54), each with a test in tests/test_whoosh_fixes.py.

More are kept to elsewhere: `Searcher.refresh()` returns merged and deleted documents, so a new commit is always opened
afresh (engines/local.py); the column for values that repeat drops all after the 65,535th (codec/schema.py); constant
scores, unions and exclusions go wrong (the classes of query/whoosh.py).
"""

import os
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter


class DurableStorage(FileStorage):
    """Whoosh never asks the system to write its files out, so a power cut after a commit can lose the whole index.

    A commit ends with the renaming of its table of contents: before that, everything it names is forced to disk.
    """

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Rename a file once it and all new files of the index are on disk."""
        for name in os.listdir(self.folder):
            if name.endswith((".seg", ".skt", oldname)):
                _sync(os.path.join(self.folder, name))
        super().rename_file(oldname, newname, safe)
        _sync(self.folder)


def _sync(path: str) -> None:
    if os.name == "nt" and os.path.isdir(path):
        return  # Windows has no way to sync a folder
    descriptor = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class UnlockingWriter(SegmentWriter):
    """Whoosh's writer keeps the lock of the index for as long as the process lives if it fails while it is made."""

    def __init__(self, index: FileIndex, **options: Any) -> None:
        self.writelock = None
        try:
            super().__init__(index, **options)
        except BaseException:
            if self.writelock and self.writelock.fd is not None:  # another process may have it, or nobody yet
                self.writelock.release()
            raise


def add_document(writer: SegmentWriter, document: dict[str, Any]) -> None:
    """Add a document, or give the writer up.

    A document that fails halfway leaves its postings to the next one, which is then found by words it does not have.
    """
    try:
        writer.add_document(**document)
    except BaseException:
        writer.cancel()
        raise
