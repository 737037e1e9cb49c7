"""What users may rely on: names, their documentation, and the tree of errors."""

import inspect
import subprocess
import sys
from datetime import date

import pytest

import searchkit
from searchkit import errors

NAMES = """
    FACETS UNKNOWN ZONES ZONE_CHOICES Archive ArchiveError Article ArticleError ArticleNotFoundError Bucket Citation
    Citations Clause ClauseCount Copy CorruptIndexError Coverage CursorExpiredError DateError Drop Evidence Explanation
    Export Exported Facet FacetCount Hit IndexLockedError IndexNotFoundError IndexVersionError InputError Line NoiseLine
    NotAnIndexError Part Passage Progress QueryError QuerySyntaxError Report Results SearchTimeoutError SearchkitError
    SignificantTerm SignificantTerms Skipped Suggestion Suggestions Timeline UnreadableError Verdict Verdicts
    ZeroHits Zone mark_html open search verify
""".split()  # noqa: SIM905  a list of literals is no better read

OPTIONS = (
    "source", "since", "until", "in_", "facets", "sort", "limit", "offset", "passages", "copies", "cursor",
    "multi_select", "lenient", "time_limit", "recency", "boost_phrase", "advise",
)  # fmt: skip

ERRORS = [value for value in vars(errors).values() if inspect.isclass(value)]


def test_the_public_names_are_these() -> None:
    assert sorted(searchkit.__all__) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_exists_and_is_listed(name: str) -> None:
    assert getattr(searchkit, name) is not None
    assert name in dir(searchkit)


CLASSES = [name for name in NAMES if inspect.isclass(getattr(searchkit, name))]
FUNCTIONS = ["open", "search", "mark_html", "verify"]


@pytest.mark.parametrize("name", [*CLASSES, *FUNCTIONS])
def test_what_is_public_is_documented(name: str) -> None:
    value = getattr(searchkit, name)
    assert value.__doc__
    assert not value.__doc__.startswith(f"{name}(")  # what a dataclass writes by itself


@pytest.mark.parametrize("name", CLASSES)
def test_public_methods_are_documented(name: str) -> None:
    methods = vars(getattr(searchkit, name)).items()
    bare = [
        method
        for method, value in methods
        if not method.startswith("_") and (inspect.isfunction(value) or isinstance(value, property | classmethod))
        if not inspect.getdoc(value)
    ]
    assert bare == []


def test_the_package_and_its_modules_say_what_they_are_for() -> None:
    ours = [module for name, module in list(sys.modules.items()) if name.partition(".")[0] == "searchkit"]
    assert [module.__name__ for module in ours if not module.__doc__ and not module.__name__.endswith("_native")] == []


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: str(error.__name__))
def test_every_error_is_exported_and_derives_from_one(error: type[Exception]) -> None:
    assert issubclass(error, searchkit.SearchkitError)
    assert getattr(searchkit, error.__name__) is error


def test_the_tree_drawn_above_the_errors_is_theirs() -> None:
    drawn = {word for word in (errors.__doc__ or "").split() if word.endswith("Error")}
    assert drawn == {error.__name__ for error in ERRORS}


def test_search_takes_the_options_that_it_has_taken_so_far() -> None:
    parameters = inspect.signature(searchkit.Archive.search).parameters
    assert tuple(name for name in parameters if name in OPTIONS) == OPTIONS
    assert all(parameters[name].kind is inspect.Parameter.KEYWORD_ONLY for name in OPTIONS)


def test_importing_searchkit_does_not_import_whoosh() -> None:
    code = "import sys, searchkit; searchkit.Article, searchkit.open; print('whoosh' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


def test_facets_and_zones_are_those_of_the_contract() -> None:
    assert searchkit.FACETS == (
        "date", "source", "section", "agency", "photo", "byline", "place", "date-quality", "language",
        "year", "quarter", "month", "week", "day",
    )  # fmt: skip
    assert {"title", "lead", "body", "links", "captions", "all"} <= set(searchkit.ZONE_CHOICES)
    assert list(searchkit.ZONES) == ["headline", "section", "dateline", "byline", "body", "caption", "recommendation",
                                     "links", "reading-time", "navigation", "source", "meta", "blank"]  # fmt: skip


VALUES = [
    searchkit.Passage("Lavrov spoke.", 0, 13, ((0, 6),)),
    searchkit.Hit("a1", 1, 12.5, "Talks", None, "Wire"),
    searchkit.FacetCount("Wire", 1),
    searchkit.Copy("a2", None, "Wire", "text-equal"),
    searchkit.Results("talks", "talks", 0, 0.1),
    searchkit.Bucket("2025", date(2025, 1, 1), date(2025, 12, 31), 1, 2),
    searchkit.SignificantTerm("talks", 1, 0, 2.5),
    searchkit.SignificantTerms("talks", "talks", "rest", 0, 0, 0, 0.1),
    searchkit.Timeline("talks", "talks", "year", 0, 0, 0.1),
    searchkit.Zone("body", 1, 2, "text"),
    searchkit.Article(id="a1"),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_values_cannot_be_changed(value: object) -> None:
    (name, *_) = [name for name in dir(value) if not name.startswith("_") and not callable(getattr(value, name))]
    with pytest.raises(AttributeError):
        setattr(value, name, None)
    with pytest.raises((AttributeError, TypeError)):
        value.note = "mine"  # type: ignore[attr-defined]


def test_a_hit_shows_what_it_is_made_of() -> None:
    hit = searchkit.Hit("a1", 1, 12.5, "Talks", None, "Wire")
    assert repr(hit) == (
        "Hit(id='a1', rank=1, score=12.5, title='Talks', date=None, source='Wire', path=None, title_marks=(), "
        "passages=(), places=(), copies=(), lines=())"
    )
    assert hit == searchkit.Hit(id="a1", rank=1, score=12.5, title="Talks", date=None, source="Wire")
    assert hit != searchkit.Hit("a1", 2, 12.5, "Talks", None, "Wire")
