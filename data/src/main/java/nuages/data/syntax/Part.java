package nuages.data.syntax;

/** A part of a date or a time. */
public enum Part {
    /** The year. */
    YEAR,
    /** The year that the ISO week belongs to. */
    ISO_YEAR,
    /** The quarter, from 1. */
    QUARTER,
    /** The month, from 1. */
    MONTH,
    /** The ISO week, from 1. */
    WEEK,
    /** The day of the month, from 1. */
    DAY,
    /** The day of the week, from 1 for Sunday. */
    WEEK_DAY,
    /** The day of the week, from 1 for Monday. */
    ISO_WEEK_DAY,
    /** The hour, from 0. */
    HOUR,
    /** The minute, from 0. */
    MINUTE,
    /** The second, from 0. */
    SECOND,
    /** The date without the time. */
    DATE,
    /** The time without the date. */
    TIME
}
