"""E-mail: a message (.eml), or many one behind the other (mbox). The plain text counts, or else what its HTML shows."""

import email
import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from searchkit.article import Article, Evidence
from searchkit.errors import UnreadableError
from searchkit.ingest.credits import credit_lines
from searchkit.ingest.encodings import Decoded, decode
from searchkit.ingest.facts import Facts
from searchkit.ingest.files import Skipped
from searchkit.ingest.formats import markup
from searchkit.ingest.pages.zones import Label, body_text, runs
from searchkit.ingest.pieces import MAX_WHOLE, File, Found, Piece, Pieces, Stream, Stretch, sha256, whole

_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]")
_SURE = re.compile(rb"^(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID):", re.MULTILINE | re.IGNORECASE)
_SHOWN = (("Subject", "headline", "the subject"), ("From", "byline", "the sender"), ("Date", "dateline", "the date"))


def recognises(head: bytes) -> bool:
    """Tell whether a file begins like a message, or like a mailbox of them."""
    lines = head.splitlines()[:40]
    if head.startswith(b"From ") and lines:
        lines = lines[1:]
    top = lines[: next((n for n, line in enumerate(lines) if not line.strip()), len(lines))]
    is_header = bool(top) and all(_HEADER.match(line) or line[:1] in (b" ", b"\t") for line in top[:-1])
    return is_header and _SURE.search(b"\n".join(top)) is not None


def pieces(file: File) -> Pieces:
    """Yield the message, or every message of a mailbox."""
    if not file.head().startswith(b"From "):
        yield from whole(file, lambda content, digest: _read(content, digest, file, file.id))
        return
    for number, (stretch, content) in enumerate(_messages(file.stream), 1):
        place = f"{file.path}#{number}"
        if len(content) > MAX_WHOLE:
            yield Skipped(place, f"the message is larger than {MAX_WHOLE >> 20} MiB")
        else:
            yield _piece(file, place, number, content, stretch)


def _piece(file: File, place: str, number: int, content: bytes, stretch: Stretch) -> Piece:
    digest = sha256(content)
    id = f"{file.id}#{number}"
    return Piece(digest, place, lambda: _read(content, digest.hex(), file, id, is_one=False), stretch=stretch)


def _messages(stream: Stream) -> Iterator[tuple[Stretch, bytes]]:
    """Yield the messages of a mailbox: each stands behind a line that begins with `From ` and follows an empty one."""
    lines: list[bytes] = []
    size, was_empty = 0, True
    start = at = 0
    while line := stream.readline(MAX_WHOLE):
        at += len(line)
        if was_empty and line.startswith(b"From "):
            if lines:
                yield Stretch(start, at - len(line)), b"".join(lines)
            lines, size, start = [], 0, at
        elif size <= MAX_WHOLE:
            lines.append(line[1:] if re.match(rb">+From ", line) else line)
            size += len(line)
        was_empty = not line.strip()
    if lines:
        yield Stretch(start, at), b"".join(lines)


def _read(content: bytes, digest: str, file: File, id: str, *, is_one: bool = True) -> Found:
    if not content.strip():
        raise UnreadableError("the file is empty")
    try:
        message = email.message_from_bytes(content)
        headers = {name: _header(message, name) for name in ("Subject", "From", "Date", "List-Id", "Message-ID")}
        text, encoding = _text(message)
    except UnreadableError:
        raise
    except Exception as error:  # the parser fails on broken messages in ways that it does not name
        raise UnreadableError(f"the message cannot be parsed: {error!r}") from error
    if not any(headers.values()):
        raise UnreadableError("it is no message: it has no subject, no sender and no date")
    own = headers["Message-ID"].strip("<> ")
    facts = Facts()
    if is_one:
        facts.path(id)
    facts.note(*encoding)
    yield _article(headers, text, facts, own if own and not is_one else id, file, digest)


def _article(headers: dict[str, str], text: str, facts: Facts, id: str, file: File, digest: str) -> Article:
    shown = [(f"{name}: {headers[name]}", (kind, why)) for name, kind, why in _SHOWN if headers[name]]
    lines = [line for line, _ in shown] + ["", *text.split("\n")]
    labels: list[Label] = [label for _, label in shown]
    below = lines[len(shown) :]
    credited = credit_lines(below)
    for number, line in enumerate(below):
        labels.append(credited.get(number) or (("body", "text") if line.strip() else ("blank", "empty line")))
    zones = runs(labels)
    facts.lines([*(("meta", "") for _ in shown), *labels[len(shown) :]], lines)
    _claim(headers, facts)
    return Article(
        id=id, title=headers["Subject"], body=body_text(lines, zones), raw="\n".join(lines), path=file.path,
        sha256=digest, zones=zones, **facts.fields(),
    )  # fmt: skip


def _claim(headers: dict[str, str], facts: Facts) -> None:
    """Hand over what the headers state. A line of the text says better than the sender who wrote it."""
    name, address = parseaddr(headers["From"])
    facts.date(headers["Date"], "mail header")
    facts.source(headers["List-Id"].partition("<")[0].strip(' "'), "mailing list")
    facts.source(address.rpartition("@")[2].lower() if "@" in address else "", "sender")
    facts.byline(name or address, "mail header")


def _header(message: Message, name: str) -> str:
    """Return a header on one line; what is written in an encoding that nobody knows stays as it is written."""
    written = message.get(name)
    if written is None:
        return ""
    try:
        text = str(make_header(decode_header(str(written))))
    except (LookupError, ValueError):
        text = str(written)
    return " ".join(text.encode("utf-8", "replace").decode().split())


def _text(message: Message) -> tuple[str, tuple[Evidence, ...]]:
    """Return the plain parts, or else what the HTML ones show, and the evidence of their encodings."""
    parts = [part for part in message.walk() if not part.is_multipart() and not part.get_filename()]
    for kind in ("text/plain", "text/html"):
        found = [_decoded(part) for part in parts if part.get_content_type() == kind]
        if texts := [text for source in found if source and (text := source.text)]:
            shown = texts if kind == "text/plain" else filter(None, map(markup.text, texts))
            encodings = dict.fromkeys(evidence for source in found if source for evidence in source.evidence_of_source)
            return "\n\n".join(shown), tuple(encodings)
    return "", ()


def _decoded(part: Message) -> Decoded | None:
    """Return the text of a part, without empty lines around it; None where it has none."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return None
    source = decode(content, part.get_content_charset())
    text = source.text.replace("\r\n", "\n").strip("\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = re.sub(r"(?<=\S) \n", " ", text)
    return Decoded(text, source.encoding, source.origin, source.confidence)
