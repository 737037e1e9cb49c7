"""The way in: bytes of a file -> articles. One module a format; `files` finds the files, `reading` picks the format.

Reading never guesses: where a date or a source is not stated it stays empty, and every value says where it was found.
"""
