package nuages.data.syntax;

import java.util.List;
import nuages.data.row.ValueKind;

/** How one kind of database wants things to be said. Immutable; threads share it. */
sealed interface Wording permits PostgresWording, MariaDbWording, SqliteWording {
    /** A name in the quotes that make it a name, whatever it holds. */
    String quote(String name);

    /** The question mark of a parameter, with whatever tells its type. */
    String parameter(ValueKind kind);

    /** A call of a function. */
    void call(SqlWriter to, Function function, List<Node> arguments);

    /** A comparison. */
    void compare(SqlWriter to, Node.Compare compare);

    /** A comparison with a pattern. */
    void match(SqlWriter to, Node.Match match);

    /** An operation. */
    void arithmetic(SqlWriter to, Node.Arithmetic arithmetic);

    /** A value as another type. */
    void cast(SqlWriter to, Node.Cast cast);

    /** A part of a date or a time. */
    void datePart(SqlWriter to, Node.DatePart part);

    /** What stands at a path of a JSON value. */
    void jsonPath(SqlWriter to, Node.JsonPath path);

    /** An aggregate, whose filter and order not every database can express. */
    void aggregate(SqlWriter to, Node.Aggregate aggregate);

    /** One thing that rows are ordered by. */
    void sort(SqlWriter to, Sort sort);

    /** The end of a query that locks its rows; nothing where there are no such locks. */
    void lock(SqlWriter to, Select.Lock lock);

    /** How many rows at most, and how many are skipped. */
    void limit(SqlWriter to, Select select);

    /** What an insert does with rows that are there already. */
    void onConflict(SqlWriter to, Insert insert, Insert.OnConflict conflict);

    /** Whether an insert can answer with columns of the new rows. */
    boolean returns();
}
