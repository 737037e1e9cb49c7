"""Makes the native codec Whoosh's default in every process that has this folder on its path, children included."""

import whoosh.codec

from searchkit.codec.native import NativeCodec


def _native_codec(**_: object) -> NativeCodec:
    return NativeCodec()  # what tests tune, like the size of blocks, is Whoosh's own codec's


whoosh.codec.default_codec = _native_codec
