"""Units of the calendar: which one a day lies in, and which days make one up. Weeks are those of ISO 8601."""

from datetime import date, timedelta

from searchkit.fields import FacetUnit


def calendar_unit(day: date, unit: FacetUnit) -> str:
    """Return the name of the year, quarter, month, week (ISO) or day that the day lies in; names sort by time.

    >>> [calendar_unit(date(2025, 12, 30), unit) for unit in ("year", "quarter", "month", "week", "day")]
    ['2025', '2025-Q4', '2025-12', '2026-W01', '2025-12-30']
    """
    match unit:
        case "year":
            return f"{day.year:04}"
        case "quarter":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case "month":
            return f"{day.year:04}-{day.month:02}"
        case "week":
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}"
        case "day":
            return day.isoformat()


def unit_days(day: date, unit: FacetUnit, *, week_start: int = 0) -> tuple[date, date]:
    """Return the first and the last day of the unit that the day lies in; a week starts on Monday (0) to Sunday (6).

    What would lie outside the years 1 to 9999 is left out.

    >>> [str(day) for day in unit_days(date(2024, 2, 29), "quarter")]
    ['2024-01-01', '2024-03-31']
    """
    if unit == "day":
        return day, day
    if unit == "week":
        since = (day.weekday() - week_start) % 7
        return shifted(day, -since), shifted(day, 6 - since)
    months = {"year": 12, "quarter": 3, "month": 1}[unit]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return first, date(first.year, first.month + months - 1, month_length(first.year, first.month + months - 1))


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def shifted(day: date, days: int) -> date:
    """Return the day so many days later, or the first or the last day there is."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def months_later(day: date, months: int) -> date:
    """Return the same day of the month so many months later or, in a shorter month, its last day.

    >>> months_later(date(2024, 3, 31), -1), months_later(date(2024, 2, 29), 12)
    (datetime.date(2024, 2, 29), datetime.date(2025, 2, 28))

    Raises ValueError outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, month_length(year, month + 1) if 1 <= year <= 9999 else 1))


def days_later(day: date, days: int) -> date:
    """Return the day so many days later. Raises OverflowError outside the years 1 to 9999."""
    return day + timedelta(days)
