"""The Whoosh codec over native segments.

Everything of a segment is in one file, `<segment id>.skt`, described in docs/format.md. The codec uses only the public
classes of `searchkit._native`; what plain Whoosh does with an index goes through the classes below.

* building.py            what Whoosh's two writers bring, on its way into the file
* document_writer.py     the writer of lengths, stored fields, columns and vectors
* field_writer.py        the writer of terms and postings
* document_reader.py     the reader of lengths, stored fields, columns and vectors
* terms_reader.py        the term dictionary; matcher.py: the postings of a term
"""

from typing import Any

from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Codec

from searchkit.codec.building import SegmentBuild
from searchkit.codec.document_reader import NativeDocumentReader, PendingDocumentReader, extra_column
from searchkit.codec.document_writer import NativeDocumentWriter
from searchkit.codec.field_writer import NativeFieldWriter
from searchkit.codec.segment import NativeSegment
from searchkit.codec.terms_reader import NativeAutomata, NativeTermsReader


class NativeCodec(base.Codec):
    """Whoosh's interface to native segments."""

    length_stats = False  # lengths come from the writer of documents, not with the postings

    def per_document_writer(self, storage: Any, segment: NativeSegment) -> NativeDocumentWriter:
        """Return the writer of what belongs to documents."""
        return NativeDocumentWriter(SegmentBuild.of(storage, segment))

    def field_writer(self, storage: Any, segment: NativeSegment) -> NativeFieldWriter:
        """Return the writer of terms and postings."""
        return NativeFieldWriter(SegmentBuild.of(storage, segment))

    def per_document_reader(self, storage: Any, segment: NativeSegment) -> base.PerDocumentReader:
        """Return the reader of what belongs to documents."""
        build = SegmentBuild.pending(segment)
        if build is not None and build.documents is not None:
            return PendingDocumentReader(build.documents)
        return NativeDocumentReader(storage, segment)

    def terms_reader(self, storage: Any, segment: NativeSegment) -> NativeTermsReader:
        """Return the reader of terms and postings."""
        return NativeTermsReader(segment.open_core(storage))

    def automata(self, storage: Any, segment: NativeSegment) -> NativeAutomata:
        """Return what finds similar terms."""
        return NativeAutomata()

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> Any:
        """Return a writer of one list in a file of its own: not part of a segment, hence in Whoosh's form."""
        return W3Codec().postings_writer(dbfile, byteids)

    def postings_reader(self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None) -> Any:
        """Return the matcher over a list that `postings_writer` wrote."""
        return W3Codec().postings_reader(dbfile, terminfo, format_, term, scorer)

    def supports_columns(self) -> bool:
        """Return True."""
        return True

    @classmethod
    def column_filename(cls, segment: NativeSegment, fieldname: str) -> str:
        """Return the name of the file that `whoosh.sorting.add_sortable` puts a column in, beside the segment."""
        return extra_column(segment, fieldname)

    def new_segment(self, storage: Any, indexname: str) -> NativeSegment:
        """Return a segment without documents."""
        return NativeSegment(self, indexname)
