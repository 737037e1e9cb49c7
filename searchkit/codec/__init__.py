"""What Whoosh finds inside a searchkit index: its schema, analyzers and codec; and the way in for users of Whoosh.

An index names classes of these modules, so they never move and never change their meaning.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from searchkit.codec.index import open_dir

__all__ = ["open_dir"]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import `open_dir` at its first use: much of this package is used without Whoosh."""
        if name in __all__:
            from searchkit.codec import index

            return globals().setdefault(name, getattr(index, name))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
