"""From the text of a query to what an engine runs: grammar -> tree -> the engine's own form.

`tree` defines what a query can say, `grammar` reads it, `dates` reads dates, `whoosh` turns the tree into a
`whoosh.query` tree. Nothing in `tree`, `grammar` and `dates` knows an engine.
"""
