"""The JSON of every command is what `searchkit/schema.json` says."""

import json
from collections.abc import Sequence
from pathlib import Path

import click
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from searchkit.cli import COMMANDS, cli
from tests.cli_helpers import SEEDS, indexed, run

SCHEMA = json.loads((Path(__file__).parents[1] / "searchkit" / "schema.json").read_text(encoding="utf-8"))

ID = "002_41af89fa8d9fa414.txt"

RUNS: dict[str, Sequence[Sequence[object]]] = {
    "index": (["index", SEEDS, "{bad}"], ["index", SEEDS]),
    "search": (
        ["search", "lavrov alaska", "--limit", 1, "--copies"], ["search", "zebra", "--source", "TRT Wurld"],
        ["search", "lavrov", "--facet", "language", "--facet", "week", "--check-files", "--limit", 1],
        ["search", "gas", "--in", "all"], ["search", "'Jake Paul'", "--in", "all"],
        ["search", "titel:gas lavrov", "--lenient", "--boost-phrase"],
    ),
    "show": (["show", ID], ["show", ID, "--check-file"], ["show", "own"]),
    "facets": (["facets", "*", "--by", "agency"], ["facets", "zebra", "--by", "day"],
               ["facets", "titel:gas", "--lenient"]),
    "similar": (["similar", ID], ["similar", "own"]),
    "suggest": (["suggest", "lav"], ["suggest", "lavrow"], ["suggest", "qqqq"]),
    "explain": (
        ["explain", "lavrov alaska -gas", ID, "--recency", "30d", "--boost-phrase"],
        ["explain", "zebra date:2020 (lavrov OR gas)", ID], ["explain", "sanc* 'new contacts' lavrv~", ID],
    ),
    "timeline": (["timeline", "*"], ["timeline", "lavrov", "--by", "week", "--share"], ["timeline", "zebra"],
                 ["timeline", "titel:gas", "--lenient", "--time-limit", 60]),
    "terms": (["terms", "lavrov"], ["terms", "lavrov", "--vs", "gas"], ["terms", "zebra"],
              ["terms", "titel:gas", "--lenient"]),
    "cite": (["cite", "lavrov", "--passages", 3], ["cite", ID], ["cite", "zebra"], ["cite", "titel:gas", "--lenient"]),
    "cite-verify": (["cite", "--verify", "{citations}"], ["cite", "--verify", "{drifted}"]),
    "noise": (["noise"], ["noise", "--pin", "Sign up for the Daily Tide"]),
    "stats": (["stats"],),
    "delete": (["delete", "own", "not there"],),
}  # fmt: skip
"""What is run with `--format json`, by the entry of the schema: each command that has the format, in some of its ways.

Who adds a command adds it here and to the schema: the tests below name it until then. What is in braces is a file that
`places` makes.
"""

LINES: dict[str, Sequence[object]] = {
    "search-line": ["search", "lavrov"],
    "facets-line": ["facets", "*", "--by", "month"],
    "similar-line": ["similar", ID],
    "suggest-line": ["suggest", "lav"],
    "timeline-line": ["timeline", "lavrov", "--by", "month", "--share"],
    "terms-line": ["terms", "lavrov"],
    "export-line": ["export", "lavrov", "--text"],
}
"""The same for the lines of `--format jsonl`."""


def commands_with(form: str) -> set[str]:
    """Return the commands that have a format."""
    found = set()
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        for option in command.params:
            if option.name == "format_" and isinstance(option.type, click.Choice) and form in option.type.choices:
                found.add(name)
    return found


def validator(entry: str) -> Draft202012Validator:
    schema = {"$ref": f"#/$defs/{entry}", "$defs": SCHEMA["$defs"]}
    return Draft202012Validator(schema, format_checker=FormatChecker(["date"]))


@pytest.fixture
def places(tmp_path: Path) -> dict[str, Path]:
    """Return files and an index for the runs: the seeds, a row whose copy is another, something that is no text."""
    (tmp_path / "bad.txt").write_bytes(b"\0")
    text = "Gas prices rose on Monday, as had been expected, and nobody said anything more about it at all that day."
    index = indexed(
        tmp_path, {"id": "own", "text": text, "date": "2025-13-45", "rubric": "x"}, {"id": "two", "text": text}
    )
    assert run("--index", index, "index", SEEDS, tmp_path / "bad.txt").status == 0
    citations = run("--index", index, "cite", "lavrov OR gas", "--format", "json").json
    (tmp_path / "citations.json").write_text(json.dumps(citations), encoding="utf-8")
    for drift in ({"sha256": "0"}, {"path": "/no/such/file"}):
        drifted = json.loads(json.dumps(citations["citations"][0]))
        drifted["file"].update(drift)
        citations["citations"].append(drifted)
    (tmp_path / "drifted.json").write_text(json.dumps(citations), encoding="utf-8")
    names = {"bad": "bad.txt", "citations": "citations.json", "drifted": "drifted.json"}
    return {"index": index, **{name: tmp_path / file for name, file in names.items()}}


def answer(places: dict[str, Path], arguments: Sequence[object], form: str) -> str:
    filled = [argument.format(**places) if isinstance(argument, str) else argument for argument in arguments]
    return run("--index", places["index"], *filled, "--format", form).out


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("entry", "arguments"), [(entry, run) for entry, runs in RUNS.items() for run in runs], ids=str
)
def test_what_a_command_prints_is_what_the_schema_says(
    places: dict[str, Path], entry: str, arguments: Sequence[object]
) -> None:
    validator(entry).validate(json.loads(answer(places, arguments, "json")))


@pytest.mark.parametrize(("entry", "arguments"), LINES.items(), ids=str)
def test_what_its_lines_are_too(places: dict[str, Path], entry: str, arguments: Sequence[object]) -> None:
    lines = answer(places, arguments, "jsonl").splitlines()
    assert lines
    for line in lines:
        validator(entry).validate(json.loads(line))


def test_every_command_with_json_has_an_entry_and_is_run() -> None:
    assert commands_with("json") == {name for name in RUNS if name in COMMANDS}
    assert {f"{name}-line" for name in commands_with("jsonl")} == set(LINES)
    assert {*RUNS, *LINES} <= set(SCHEMA["$defs"])


def test_nothing_is_printed_that_the_schema_does_not_have(places: dict[str, Path]) -> None:
    found = json.loads(answer(places, ["search", "lavrov"], "json"))
    assert [error.message for error in validator("search").iter_errors({**found, "more": 1})]
    del found["notes"]
    assert [error.message for error in validator("search").iter_errors(found)] == ["'notes' is a required property"]


def test_every_part_is_used_and_described() -> None:
    written = json.dumps(SCHEMA)
    parts = set(SCHEMA["$defs"])
    assert [name for name in parts - {*RUNS, *LINES} if f'"#/$defs/{name}"' not in written] == []
    assert [name for name in parts if not SCHEMA["$defs"][name].get("description")] == []


def test_the_command_prints_it() -> None:
    assert run("schema").json == SCHEMA
