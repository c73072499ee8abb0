package nuages.data.syntax;

import java.util.List;
import java.util.Map;
import nuages.data.error.InvalidSql;
import nuages.data.row.ValueKind;

/** How one kind of database wants things to be said. Immutable; threads share it. */
sealed interface Wording permits PostgresWording, MariaDbWording, SqliteWording {
    /** The name of the database, as its dialect has it. */
    String database();

    /** A name in the quotes that make it a name, whatever it holds. */
    String quote(String name);

    /** A text as a part of the SQL. */
    default String constant(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The question mark of a parameter, with whatever tells its type. */
    String parameter(ValueKind kind);

    /** What is passed to the driver for a value that each database wants in its own words. */
    Object value(Worded worded);

    /** What is passed to the driver for a whole list of values, if it takes such. */
    default Object array(Node.In in) {
        throw new IllegalStateException("no arrays");
    }

    /** The functions that have another text here. */
    Map<Function, String> functions();

    /** A call of a function. */
    default void call(SqlWriter to, Function function, List<Node> arguments) {
        to.phrase(functions().getOrDefault(function, function.sql()), arguments);
    }

    /** Whether a value is one of some. */
    default void in(SqlWriter to, Node.In in) {
        to.operand(in.operand()).text(" in (").places(in).text(")");
    }

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

    /** A function of the rows around each row. */
    default void window(SqlWriter to, Node.Window window) {
        to.node(window.function()).over(window);
    }

    /** Whether an update names the tables that its values come from as a query does; if not, they are in queries. */
    default boolean joinsInUpdates() {
        return false;
    }

    /** Whether an update gives columns their values one after the other, so that a later one sees what was written. */
    default boolean assignsInTurn() {
        return false;
    }

    /** One thing that rows are ordered by. */
    void sort(SqlWriter to, Sort sort);

    /** The beginning of a query, where only the first of rows that are equal in something are wanted. */
    default void distinctOn(SqlWriter to, List<Node> columns) {
        throw new InvalidSql(
                database() + " has no distinct on some columns, only on whole rows.\n"
                        + "use distinct(), or a condition that only the wanted rows fulfil.",
                null);
    }

    /** The end of a query that locks its rows; nothing where there are no such locks. */
    void lock(SqlWriter to, Select.Lock lock);

    /** How many rows at most, and how many are skipped. */
    void limit(SqlWriter to, Select select);

    /** What an insert does with rows that are there already. */
    default void onConflict(SqlWriter to, Insert insert, Insert.OnConflict conflict) {
        Phrases.onConflict(to, insert.table(), conflict);
    }

    /** What stands behind the table's name where a new row has no values of its own. */
    default String noValues() {
        return " default values";
    }

    /** Has an insert or an update answer with columns of its rows; nothing where the database cannot. */
    default void returning(SqlWriter to, List<String> columns, boolean inserted) {
        to.text(" returning ").names(columns);
    }

    /** Whether rows are best ordered by the number of a selected column where that is not just a column. */
    default boolean ordersByPlace() {
        return true;
    }
}
