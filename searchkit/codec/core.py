"""The way to the native core, which is optional: `searchkit._native` is there if a Rust toolchain built it."""

from types import ModuleType

from searchkit.errors import ArchiveError


def has_core() -> bool:
    """Tell whether the native module is installed."""
    try:
        import searchkit._native  # noqa: F401
    except ImportError:
        return False
    return True


def core() -> ModuleType:
    """Return the native module.

    Raises ArchiveError if it is not installed: only indexes that were written with it ask for it.
    """
    try:
        from searchkit import _native
    except ImportError as error:
        raise ArchiveError(
            "this index was written by the native core, which is not installed",
            hint="install searchkit where a Rust toolchain is present, or index the files again",
        ) from error
    return _native
