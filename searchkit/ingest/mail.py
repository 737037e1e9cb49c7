"""E-mail: a message (.eml), or many one behind the other (mbox). The plain text counts, or else what its HTML shows."""

import email
import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from searchkit.article import UNKNOWN, Article
from searchkit.errors import UnreadableError
from searchkit.ingest import markup, stated
from searchkit.ingest.encodings import decode
from searchkit.ingest.files import Skipped
from searchkit.ingest.pieces import MAX_WHOLE, File, Found, Piece, Pieces, Stream, sha256, whole
from searchkit.ingest.zones import Label, body_text, runs

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
    for number, content in enumerate(_messages(file.stream), 1):
        place = f"{file.path}#{number}"
        if len(content) > MAX_WHOLE:
            yield Skipped(place, f"the message is larger than {MAX_WHOLE >> 20} MiB")
        else:
            yield _piece(file, place, number, content)


def _piece(file: File, place: str, number: int, content: bytes) -> Piece:
    digest = sha256(content)
    return Piece(digest, place, lambda: _read(content, digest.hex(), file, f"{file.id}#{number}", is_one=False))


def _messages(stream: Stream) -> Iterator[bytes]:
    """Yield the messages of a mailbox: each stands behind a line that begins with `From ` and follows an empty one."""
    lines: list[bytes] = []
    size, was_empty = 0, True
    while line := stream.readline(MAX_WHOLE):
        if was_empty and line.startswith(b"From "):
            if lines:
                yield b"".join(lines)
            lines, size = [], 0
        elif size <= MAX_WHOLE:
            lines.append(line[1:] if re.match(rb">+From ", line) else line)
            size += len(line)
        was_empty = not line.strip()
    if lines:
        yield b"".join(lines)


def _read(content: bytes, digest: str, file: File, id: str, *, is_one: bool = True) -> Found:
    if not content.strip():
        raise UnreadableError("the file is empty")
    try:
        message = email.message_from_bytes(content)
        headers = {name: _header(message, name) for name in ("Subject", "From", "Date", "List-Id", "Message-ID")}
        text = _text(message)
    except UnreadableError:
        raise
    except Exception as error:  # the parser fails on broken messages in ways that it does not name
        raise UnreadableError(f"the message cannot be parsed: {error!r}") from error
    if not any(headers.values()):
        raise UnreadableError("it is no message: it has no subject, no sender and no date")
    own = headers["Message-ID"].strip("<> ")
    yield _article(headers, text, own if own and not is_one else id, file, digest)


def _article(headers: dict[str, str], text: str, id: str, file: File, digest: str) -> Article:
    shown = [(f"{name}: {headers[name]}", (kind, why)) for name, kind, why in _SHOWN if headers[name]]
    lines = [line for line, _ in shown] + ["", *text.split("\n")]
    labels: list[Label] = [label for _, label in shown]
    labels += [("body", "text") if line.strip() else ("blank", "empty line") for line in lines[len(shown) :]]
    zones = runs(labels)
    name, address = parseaddr(headers["From"])
    day, evidence = stated.day(headers["Date"], "date of the message")
    outlet, origin = _outlet(headers["List-Id"], address)
    return Article(
        id=id, title=headers["Subject"], body=body_text(lines, zones), date=day, source=outlet or UNKNOWN,
        raw="\n".join(lines), path=file.path, sha256=digest, byline=name or address or None, zones=zones,
        evidence=(*evidence, *stated.outlet(outlet, origin, None, 0.6)),
    )  # fmt: skip


def _outlet(list_id: str, address: str) -> tuple[str, str]:
    """Return the name of the list that the message was sent to, or else the host of its sender."""
    name = list_id.partition("<")[0].strip(' "')
    return (name, "list") if name else (address.rpartition("@")[2].lower() if "@" in address else "", "sender")


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


def _text(message: Message) -> str:
    parts = [part for part in message.walk() if not part.is_multipart() and not part.get_filename()]
    plain = [_payload(part) for part in parts if part.get_content_type() == "text/plain"]
    if any(plain):
        return "\n\n".join(filter(None, plain))
    pages = [_payload(part) for part in parts if part.get_content_type() == "text/html"]
    return "\n\n".join(filter(None, map(markup.text, pages)))


def _payload(part: Message) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return ""
    text = decode(content, part.get_content_charset()).text.replace("\r\n", "\n").strip("\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = re.sub(r"(?<=\S) \n", " ", text)
    return text
