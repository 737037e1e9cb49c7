"""A tree of a query in a short form, for `tests/queries.txt`: (and lavrov [sanctions>sanction]@title talk*)."""

from searchkit.query.tree import (
    And,
    AtLeast,
    Boost,
    Days,
    Everything,
    Exact,
    Form,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Regex,
    Wildcard,
    Word,
)


def short(node: Node) -> str:
    """Return the tree on one line: what is in no parentheses is a leaf; behind a > are the terms of the index."""
    match node:
        case Everything():
            return "all"
        case Word(text, term, field):
            return _at(field, text if text == term else f"{text}>{term}")
        case Form(text, word, term, field):
            return _at(field, f"={text}>{word},{term}")
        case Phrase(text, terms, field, slop):
            return _at(field, f'"{text}">{",".join(terms)}{f"~{slop}" if slop else ""}')
        case Prefix(prefix, field):
            return _at(field, f"{prefix}*")
        case Fuzzy(word, distance, field):
            return _at(field, f"{word}~{distance}")
        case Wildcard(pattern, field):
            return _at(field, f"wild {pattern}")
        case Regex(pattern, field):
            return _at(field, f"/{pattern}/")
        case Exact(field, value):
            return f"{field}='{value}'"
        case Days(first, last):
            return f"days {first or ''}..{last or ''}"
        case Near(first, second, within, ordered, without):
            name = ("not-" if without else "") + ("adj" if ordered else "near")
            return f"({name} {within} {short(first)} {short(second)})"
        case AtLeast(count, part):
            return f"(atleast {count} {short(part)})"
        case Boost(part, factor):
            return f"(boost {factor:g} {short(part)})"
        case Not(part):
            return f"(not {short(part)})"
        case And(parts) | Or(parts):
            return f"({'and' if isinstance(node, And) else 'or'} {' '.join(map(short, parts))})"
    raise TypeError(node)


def _at(field: str | None, text: str) -> str:
    return f"[{text}]@{field}" if field else f"[{text}]" if " " in text else text
