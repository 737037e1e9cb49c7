"""A tree of a query in a short form, for `tests/queries.txt`: (and lavrov [sanctions>sanction]@title talk*)."""

from searchkit.query import tree as nodes


def short(node: nodes.Node) -> str:
    """Return the tree on one line: what is in no parentheses is a leaf; behind a > are the terms of the index."""
    match node:
        case nodes.Everything():
            return "all"
        case nodes.Word(text, term, field):
            return _at(field, text if text == term else f"{text}>{term}")
        case nodes.Form(text, word, term, field):
            return _at(field, f"={text}>{word},{term}")
        case nodes.Phrase(text, terms, field, slop):
            return _at(field, f'"{text}">{",".join(terms)}{f"~{slop}" if slop else ""}')
        case nodes.Prefix(prefix, field):
            return _at(field, f"{prefix}*")
        case nodes.Fuzzy(word, distance, field):
            return _at(field, f"{word}~{distance}")
        case nodes.Wildcard(pattern, field):
            return _at(field, f"wild {pattern}")
        case nodes.Regex(pattern, field):
            return _at(field, f"/{pattern}/")
        case nodes.Exact(field, value):
            return f"{field}='{value}'"
        case nodes.Days(first, last):
            return f"days {first or ''}..{last or ''}"
        case nodes.Near(first, second, within, ordered, without):
            name = ("not-" if without else "") + ("adj" if ordered else "near")
            return f"({name} {within} {short(first)} {short(second)})"
        case nodes.AtLeast(count, part):
            return f"(atleast {count} {short(part)})"
        case nodes.Boost(part, factor):
            return f"(boost {factor:g} {short(part)})"
        case nodes.Not(part):
            return f"(not {short(part)})"
        case nodes.And(parts) | nodes.Or(parts):
            return f"({'and' if isinstance(node, nodes.And) else 'or'} {' '.join(map(short, parts))})"
    raise TypeError(node)


def _at(field: str | None, text: str) -> str:
    return f"[{text}]@{field}" if field else f"[{text}]" if " " in text else text
