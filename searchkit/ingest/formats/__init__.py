"""One module a format: the bytes of a file to articles. `searchkit/ingest/reading.py` has the table of them."""
