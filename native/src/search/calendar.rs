//! Counting matches by calendar unit.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::segment::IntColumn;

use super::bits::DocSet;

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// `2025`
    Year,
    /// `2025-Q4`
    Quarter,
    /// `2025-12`
    Month,
    /// `2026-W01`, the ISO week
    Week,
    /// `2025-12-30`
    Day,
}

/// The documents of a segment by unit; each has a key, a number that sorts as time does.
pub(super) enum Groups {
    /// Where documents are in date order, a unit is a range of documents.
    Ranges(Vec<(i64, Range<u32>)>),
    /// Else every document has the place of its key.
    Places(Vec<i64>, Vec<u32>),
}

impl Groups {
    pub fn of(days: &IntColumn, unit: Unit, descends: bool) -> Groups {
        if descends { Groups::ranges(days, unit) } else { Groups::places(days, unit) }
    }

    fn ranges(days: &IntColumn, unit: Unit) -> Groups {
        let mut ranges: Vec<(i64, Range<u32>)> = Vec::new();
        let mut start = 0;
        while start < days.len() {
            let day = days.get(start);
            let end = days.partition_point(|other| other >= day);
            match ranges.last_mut().filter(|(key, _)| *key == unit.key(day)) {
                Some((_, range)) => range.end = end,
                None => ranges.push((unit.key(day), start..end)),
            }
            start = end;
        }
        Groups::Ranges(ranges)
    }

    fn places(days: &IntColumn, unit: Unit) -> Groups {
        let all: Vec<i64> = (0..days.len()).map(|doc| unit.key(days.get(doc))).collect();
        let mut keys = all.clone();
        keys.sort_unstable();
        keys.dedup();
        let places = all.iter().map(|key| keys.partition_point(|other| other < key) as u32).collect();
        Groups::Places(keys, places)
    }

    /// Adds the count of every unit that has matches.
    pub fn count(&self, matches: &DocSet, counts: &mut BTreeMap<i64, u64>) {
        let mut add = |key: i64, count: u64| {
            if count > 0 {
                *counts.entry(key).or_default() += count;
            }
        };
        match self {
            Groups::Ranges(ranges) => {
                ranges.iter().for_each(|(key, docs)| add(*key, matches.count_range(docs.start, docs.end).into()));
            }
            Groups::Places(keys, places) => {
                let mut found = vec![0; keys.len()];
                matches.iter().for_each(|doc| found[places[doc as usize] as usize] += 1);
                keys.iter().zip(found).for_each(|(key, count)| add(*key, count));
            }
        }
    }
}

/// The key of what has no date.
const UNDATED: i64 = i64::MIN;

impl Unit {
    /// Returns the unit of this name: `year`, `quarter`, `month`, `week` or `day`.
    pub fn named(name: &str) -> Option<Unit> {
        Some(match name {
            "year" => Unit::Year,
            "quarter" => Unit::Quarter,
            "month" => Unit::Month,
            "week" => Unit::Week,
            "day" => Unit::Day,
            _ => return None,
        })
    }

    /// Returns the key of the unit that a day lies in. Days count from 1, the first of January of the year 1; others
    /// are no dates.
    fn key(self, day: i64) -> i64 {
        if day < 1 {
            return UNDATED;
        }
        let (year, month, day_of_month) = civil(day);
        match self {
            Unit::Year => year,
            Unit::Quarter => year * 4 + (month - 1) / 3,
            Unit::Month => year * 12 + month - 1,
            Unit::Week => week(day),
            Unit::Day => (year * 12 + month - 1) * 31 + day_of_month - 1,
        }
    }

    /// Tells whether the key is that of what has no date.
    pub(super) fn is_undated(self, key: i64) -> bool {
        key == UNDATED
    }

    /// Returns the name of the unit with this key; none for what has no date.
    pub(super) fn name(self, key: i64) -> Option<String> {
        if key == UNDATED {
            return None;
        }
        Some(match self {
            Unit::Year => format!("{key:04}"),
            Unit::Quarter => format!("{:04}-Q{}", key / 4, key % 4 + 1),
            Unit::Month => format!("{:04}-{:02}", key / 12, key % 12 + 1),
            Unit::Week => format!("{:04}-W{:02}", key / 53, key % 53 + 1),
            Unit::Day => format!("{:04}-{:02}-{:02}", key / 372, key / 31 % 12 + 1, key % 31 + 1),
        })
    }
}

/// Returns year, month and day of the month of a day number, in the proleptic Gregorian calendar.
pub fn civil(day: i64) -> (i64, i64, i64) {
    // Years are counted from the first of March, so that the leap day is the last of its year.
    let since = day + 305;
    let era = since / 146_097;
    let day_of_era = since % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day_of_year - (153 * from_march + 2) / 5 + 1)
}

/// Returns the ISO year and week of a day as one number, 53 weeks a year.
fn week(day: i64) -> i64 {
    let thursday = day - (day - 1) % 7 + 3; // the Thursday of a week lies in the year that the week counts to
    let (year, _, _) = civil(thursday);
    let before = year - 1;
    let first = before * 365 + before / 4 - before / 100 + before / 400 + 1;
    year * 53 + (thursday - first) / 7
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(day: i64) -> [String; 5] {
        [Unit::Year, Unit::Quarter, Unit::Month, Unit::Week, Unit::Day].map(|unit| unit.name(unit.key(day)).unwrap())
    }

    #[test]
    fn units_are_named_as_in_python() {
        // datetime.date(2025, 12, 30).toordinal() and so on
        assert_eq!(names(739_615), ["2025", "2025-Q4", "2025-12", "2026-W01", "2025-12-30"]);
        assert_eq!(names(730_179), ["2000", "2000-Q1", "2000-02", "2000-W09", "2000-02-29"]);
        assert_eq!(names(1), ["0001", "0001-Q1", "0001-01", "0001-W01", "0001-01-01"]);
        assert_eq!(Unit::Day.name(Unit::Day.key(0)), None);
    }
}
