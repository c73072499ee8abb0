package nuages.data.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nuages.data.connection.Database;
import nuages.data.connection.Work;
import nuages.data.error.MultipleRows;
import nuages.data.error.RowNotFound;
import nuages.data.query.Assignment;
import nuages.data.query.Condition;
import nuages.data.query.Expression;
import nuages.data.query.Field;
import nuages.data.query.Order;
import nuages.data.row.Into;
import nuages.data.syntax.Insert;
import nuages.data.syntax.Node;
import nuages.data.syntax.Sort;

/**
 * The rows of a model that fulfil some conditions. Nothing is asked of the database until a method wants an answer, such as
 * {@link #list()}. Immutable; threads share it.
 *
 * @param <M> the model
 */
public final class QuerySet<M extends KeyedModel<?>> implements Selecting<M>, Streaming<M>, Arranging<M>, Finding<M> {
    private final Class<M> model;
    private final Query query;

    private QuerySet(Class<M> model, Query query) {
        this.model = model;
        this.query = query;
    }

    /** All rows of a model. */
    public static <M extends KeyedModel<?>> QuerySet<M> of(Class<M> model) {
        return new QuerySet<>(model, Query.ALL);
    }

    QuerySet<M> with(Query changed) {
        return new QuerySet<>(model, changed);
    }

    QuerySet<M> rows(UnaryOperator<Rows> change) {
        return with(query.rows(change.apply(query.rows())));
    }

    QuerySet<M> ordered(UnaryOperator<Sort> change) {
        var order = query.order().isEmpty() ? Keys.order(type()) : query.order();
        return ordered(order.stream().map(change).toList());
    }

    QuerySet<M> unlimited() {
        return with(query.limit(null, null));
    }

    QuerySet<M> ordered(List<Sort> order) {
        return with(query.order(order));
    }

    /** Where a limit, if there is one, goes on to be one for rows of each condition. */
    QuerySet<M> narrowed(Node condition) {
        return with(query.where(condition));
    }

    QuerySet<M> unlocked() {
        return with(query.lock(null));
    }

    ModelType<M> type() {
        return ModelType.of(model);
    }

    Query query() {
        return query;
    }

    Database database() {
        if (query.database() != null) {
            return query.database();
        }
        if (query.alias() != null) {
            return Work.current().database(query.alias());
        }
        return query.lock() == null ? Routing.toRead(type()) : Routing.toWrite(type());
    }

    Database databaseToWrite() {
        return query.database() == null && query.alias() == null ? Routing.toWrite(type()) : database();
    }

    QuerySet<M> on(Database database) {
        return with(query.on(database));
    }

    /** The same rows in another database of the project. */
    public QuerySet<M> using(String alias) {
        return with(query.using(alias));
    }

    /** Those of its rows for which all conditions hold. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final QuerySet<M> filter(Condition<M>... conditions) {
        return Limited.rows(this, "filter()").narrowed(Condition.all(conditions).node());
    }

    /** Those of its rows for which not all conditions hold: just those that {@link #filter} leaves out. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final QuerySet<M> exclude(Condition<M>... conditions) {
        return Limited.rows(this, "exclude()")
                .narrowed(Condition.all(conditions).not().node());
    }

    /** The same rows in that order, instead of any before. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final QuerySet<M> orderBy(Order<M>... orders) {
        return Limited.all(this, "orderBy()")
                .ordered(Arrays.stream(orders).map(Order::sort).toList());
    }

    /**
     * The first rows of it, at most that many. What is asked of them afterwards is asked of these alone: {@code filter} gives
     * those of them for which a condition holds, {@code orderBy} all of them in another order, {@code last} the last of them,
     * and another limit some of them. So conditions on all rows come before it. Selecting aggregates is about all rows, and the
     * limit about their groups.
     *
     * @param most not negative
     */
    public QuerySet<M> limit(long most) {
        return with(query.most(Limited.count("limit", most)));
    }

    /**
     * Without that many rows at its beginning. As for {@link #limit}, what comes afterwards is about the rows that are left. As
     * in SQL, a limit and an offset belong together whichever comes first: {@code offset(40).limit(20)} and {@code
     * limit(20).offset(40)} are the third page of twenty. Another offset after these leaves rows of that page out.
     *
     * @param skipped not negative
     */
    public QuerySet<M> offset(long skipped) {
        return with(query.skip(Limited.count("offset", skipped)));
    }

    /**
     * Each row once. Objects are different anyway, unless they come from {@link #unionAll}. Of values, those that are
     * selected; they can be ordered only by what is.
     */
    public QuerySet<M> distinct() {
        return with(Limited.all(this, "distinct()").query.asDistinct());
    }

    /** Of the rows that are equal in these, only the first in an order that begins with them; on PostgreSQL alone. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final QuerySet<M> distinctOn(Expression<M, ?>... columns) {
        return Limited.rows(Combinations.refuse(this, "distinctOn()"), "distinctOn()")
                .rows(it -> it.distinctOn(Selections.nodes(columns)));
    }

    /**
     * Makes groups of the rows that have these in common, whatever is selected. What is counted then are the groups; objects
     * can only be read, changed and aggregated if the key is among what they have in common.
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final QuerySet<M> groupBy(Expression<M, ?>... common) {
        return Limited.rows(Combinations.refuse(this, "groupBy()"), "groupBy()")
                .rows(it -> it.groupBy(Selections.nodes(common)));
    }

    /** The values of any number of columns and expressions, those of each row made into something. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <R> List<R> selectAll(Into.OfAll<R> into, Expression<M, ?>... columns) {
        return Selections.list(this, into::of, columns);
    }

    /** Fetches what the rows refer to by these fields together with them, in the same query. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final QuerySet<M> with(ForeignKeyField<M, ?, ?>... fields) {
        var all = new ArrayList<>(query.with());
        all.addAll(Arrays.asList(fields));
        return with(query.with(List.copyOf(all)));
    }

    /** Fetches the rows that refer to these by that field, in one more query. */
    public <T extends KeyedModel<?>> QuerySet<M> withMany(ForeignKeyField<T, M, ?> field, QuerySet<T> rows) {
        return with(query.with(new Prefetch.Referring(field, rows)));
    }

    /** Fetches all rows that refer to these by that field, in one more query. */
    @SuppressWarnings("unchecked")
    public <T extends KeyedModel<?>> QuerySet<M> withMany(ForeignKeyField<T, M, ?> field) {
        return withMany(field, of((Class<T>) field.owner()));
    }

    /** Fetches those of the rows that a table between leads to from these, in one more query. */
    public <T extends KeyedModel<?>> QuerySet<M> withMany(ManyToManyField<M, T> field, QuerySet<T> rows) {
        return with(query.with(new Prefetch.Linked(field, rows)));
    }

    /** Fetches all rows that a table between leads to from these, in one more query. */
    @SuppressWarnings("unchecked")
    public <T extends KeyedModel<?>> QuerySet<M> withMany(ManyToManyField<M, T> field) {
        return withMany(field, of((Class<T>) field.targetClass()));
    }

    /** Fetches the row that refers to each by that field, in one more query. */
    @SuppressWarnings("unchecked")
    public <T extends KeyedModel<?>> QuerySet<M> withOne(OneToOneField<T, M, ?> field) {
        return withMany(field, of((Class<T>) field.owner()));
    }

    /** Fetches what the rows refer to by that field as {@link #with} does, but in one more query. */
    public <T extends KeyedModel<?>> QuerySet<M> withQuery(ForeignKeyField<M, T, ?> field, QuerySet<T> rows) {
        return with(query.with(new Prefetch.Referred(field, rows)));
    }

    /**
     * Locks the rows until the end of the transaction, which there must be. Rows of other models that {@link #with} fetches
     * are locked by {@link #lockAlso} only (in MariaDB, always). SQLite locks the whole database for who writes.
     */
    public QuerySet<M> lock(Locking... how) {
        return with(query.lock(Locks.of(type(), how, List.of())));
    }

    /** As {@link #lock}, and locks the rows that these refer to by such fields. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final QuerySet<M> lockAlso(ForeignKeyField<M, ?, ?>... fields) {
        return with(query.lock(Locks.also(type(), query.lock(), List.of(fields))));
    }

    /** How rows are locked. */
    public enum Locking {
        /** Fails with {@link nuages.data.error.LockTimeout} at once where a row is locked by somebody else. */
        NO_WAIT,
        /** Leaves out the rows that are locked by somebody else. */
        SKIP_LOCKED,
        /** Lets others insert rows that refer to these; other databases than PostgreSQL lock as usual. */
        NO_KEY
    }

    /** All of its rows. */
    public List<M> list() {
        return Reads.list(this);
    }

    /** Hands over each row as it arrives, holding a bounded number of them. */
    public void forEach(Consumer<? super M> each) {
        Reads.forEach(this, each);
    }

    /** How many rows there are. */
    public long count() {
        return Reads.count(this);
    }

    /** Whether there are rows. */
    public boolean exists() {
        return Reads.exists(this);
    }

    /** Makes a new row, after the lambda has set its fields, and saves it. */
    public M create(Consumer<? super M> fields) {
        return Creation.of(this).create(fields);
    }

    /**
     * The row of this set with these values of its fields, or a new one. The lambda sets all fields of a new object, those
     * to look for among them. Of two threads that do so at the same time one creates the row, and both get it, provided
     * that the fields are unique.
     *
     * @throws MultipleRows if there are several such rows
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Outcome<M> getOrCreate(Consumer<? super M> fields, Field<M, ?>... by) {
        return Creation.of(this).getOrCreate(fields, List.of(by));
    }

    /**
     * As {@link #getOrCreate}, but a row that is there already is changed by the lambda too, and saved: for it the lambda
     * runs a second time, on the object as it was read. The row is locked meanwhile.
     *
     * @throws MultipleRows if there are several such rows
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Outcome<M> updateOrCreate(Consumer<? super M> fields, Field<M, ?>... by) {
        return Creation.of(this).updateOrCreate(fields, List.of(by));
    }

    /**
     * A row that was got or created.
     *
     * @param created whether it is new
     */
    public record Outcome<M>(M row, boolean created) {}

    /**
     * Inserts new rows, many by each statement and all or none of them. They get their keys and what else the database
     * gives them. Hooks and listeners are not called.
     */
    public void bulkCreate(Collection<? extends M> rows) {
        BulkInsert.of(this, null).run(rows);
    }

    /**
     * Inserts those of the rows that break no unique constraint, and leaves out the others. They do not get the keys that
     * the database gives, since it does not tell which are new.
     */
    public void bulkCreateOrIgnore(Collection<? extends M> rows) {
        BulkInsert.of(this, new Insert.OnConflict(List.of(), List.of())).run(rows);
    }

    /**
     * Inserts rows; where there is one with the same values of these unique fields, all others of its fields are changed,
     * and its version is counted up. A row that is equal to another one in anything else that is unique is refused, and
     * none is saved then. MariaDB, which cannot be told what makes a row the same, changes row by row if the model has more
     * that is unique; it does not know of what only the table has.
     *
     * @throws nuages.data.error.ConstraintViolated if a row breaks another constraint
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final void bulkCreateOrUpdate(Collection<? extends M> rows, Field<M, ?>... by) {
        BulkInsert.of(this, BulkInsert.others(type(), List.of(by))).run(rows);
    }

    /**
     * As {@link #bulkCreateOrUpdate(Collection, Field...)}, but of a row that is there already only certain fields are
     * changed, and its version.
     */
    public void bulkCreateOrUpdate(
            Collection<? extends M> rows, List<? extends Field<M, ?>> by, List<? extends Field<M, ?>> update) {
        BulkInsert.of(this, BulkInsert.conflict(type(), by, update)).run(rows);
    }

    /**
     * Writes these fields of rows that are there already, and those that each save fills in; all or none of them. Hooks and
     * listeners are not called.
     *
     * @throws RowNotFound if one is no longer there
     * @throws StaleRow if the model has a version, and one was saved by somebody else since it was read
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final void bulkUpdate(Collection<? extends M> rows, Field<M, ?>... fields) {
        BulkUpdate.of(this, List.of(fields)).run(rows);
    }

    /**
     * Changes fields of all its rows in one statement, without reading them; the number of rows. All values are of the rows
     * as they were before, so that {@code update(a.to(b), b.to(a))} exchanges two; MariaDB cannot do that, and refuses it.
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final long update(Assignment<M>... changes) {
        return Writes.update(this, List.of(changes));
    }

    /**
     * Deletes all its rows, and what their deletion entails by {@code onDelete} of what refers to them.
     *
     * @return how many rows
     * @throws nuages.data.model.ProtectedRows if rows refer to them that forbid it
     */
    public KeyedModel.Deleted delete() {
        return Deletion.of(this);
    }

    /**
     * The statement that {@link #list()} would run, with question marks in the place of its values; outside of a work, as
     * PostgreSQL has it. Never fails.
     */
    @Override
    public String toString() {
        return Described.of(this);
    }
}
