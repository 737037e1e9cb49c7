"""Fields that are counted: those of many values, and how a date is known."""

from datetime import date

from searchkit import Archive, Article, Evidence
from searchkit.article import DATE_QUALITIES


def test_a_field_of_many_values_matches_and_counts_each(archive: Archive) -> None:
    archive.add(
        [
            Article(id="m1", body="zeppelin", agencies=("Reuters", "AFP"), photo_credits=("AP",)),
            Article(id="m2", body="zeppelin", agencies=("AFP",)),
            Article(id="m3", body="zeppelin"),
        ]
    )
    results = archive.search("zeppelin", facets=["agency", "photo"])
    assert results.facets["agency"] == (("AFP", 2), ("Reuters", 1), (None, 1))
    assert results.facets["photo"] == (("AP", 1), (None, 2))
    assert sorted(hit.id for hit in archive.search("zeppelin agency:afp")) == ["m1", "m2"]
    assert [hit.id for hit in archive.search("zeppelin agency:Reuters -photo:afp")] == ["m1"]
    assert archive.search("zeppelin", facets=["agency"], limit=0).facets["agency"][0] == ("AFP", 2)


def test_how_a_date_is_known_can_be_counted_and_looked_for(archive: Archive) -> None:
    day = date(2025, 11, 13)
    rival = (Evidence("date", "2025-11-13", "header"), Evidence("date", "2025-11-03", "dateline", 2, False, 0.9))
    archive.add(
        [
            Article(id="q1", body="airship", date=day),
            Article(id="q2", body="airship", date=day, evidence=rival),
            Article(
                id="q3", body="airship", date=day, evidence=(Evidence("date", "2025-11-13", "url", None, True, 0.7),)
            ),
            Article(
                id="q4",
                body="airship",
                evidence=(Evidence("date", "2025-03-04 or 2025-04-03", "dateline", 1, False, 0.0),),
            ),
            Article(id="q5", body="airship", evidence=(Evidence("date", "2025-02-30", "header", 1, False, 0.0),)),
            Article(id="q6", body="airship"),
        ]
    )
    known = dict(archive.facets("airship", by="date-quality"))
    assert known == dict.fromkeys(DATE_QUALITIES, 1)
    assert [hit.id for hit in archive.search("airship date-quality:conflict")] == ["q2"]


def test_evidence_in_words_disputes_nothing() -> None:
    said = Evidence("date", "last Thursday", "a reader", None, False, 0.9)
    assert Article(id="a", date=date(2025, 11, 13), evidence=(said,)).date_quality == "stated"
