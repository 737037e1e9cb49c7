"""What Whoosh finds inside a searchkit index: its schema and analyzers.

An index names these classes, so they never move and never change their meaning.
"""
