"""Which words a node stands for that is not one word. The native core has the same rules."""

from collections.abc import Callable

from searchkit.query.tree import Fuzzy, Node, Prefix, Regex, Wildcard


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


def meaning(node: Node) -> Callable[[str], bool]:
    """Return what tells whether a node stands for an unstemmed word.

    >>> list(filter(meaning(Wildcard("s?nc*ed")), ["sanctioned", "sanctions", "synced"]))
    ['sanctioned', 'synced']
    """
    from searchkit.query.automaton import Automaton  # which few queries need

    match node:
        case Prefix(prefix, _):
            return lambda word: word.startswith(prefix)
        case Fuzzy(wanted, distance, _):
            return lambda word: is_like(wanted, word, distance)
        case Wildcard(pattern, _):
            return Automaton.of_wildcard(pattern).matches
        case Regex(pattern, _):
            return Automaton.of(pattern).matches
    raise TypeError(node)
