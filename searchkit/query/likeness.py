"""Which words are like a word that may be misspelt. The native core has the same rule."""


def is_like(word: str, other: str, distance: int) -> bool:
    """Tell whether two words begin with the same letter and are at most so many edits apart.

    An edit inserts, removes or replaces a letter (Levenshtein distance); two letters exchanged are two edits.

    >>> is_like("zelensky", "zelenskyy", 1), is_like("lavrov", "lavorv", 1), is_like("lavrov", "pavrov", 1)
    (True, False, False)
    """
    if word[:1] != other[:1] or abs(len(word) - len(other)) > distance:
        return False
    row = list(range(len(other) + 1))
    for length, letter in enumerate(word, 1):
        above, row = row, [length]
        for place, wanted in enumerate(other):
            row.append(min(above[place] + (letter != wanted), above[place + 1] + 1, row[place] + 1))
        if min(row) > distance:
            return False
    return row[-1] <= distance
