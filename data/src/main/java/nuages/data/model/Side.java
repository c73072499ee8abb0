package nuages.data.model;

import java.util.Collection;
import java.util.function.Consumer;

/** One row's side of a relation to many. For use by one thread. */
sealed interface Side<T extends KeyedModel<?>> permits ReferringRows, LinkedRows {
    /** The row. */
    KeyedModel<?> owner();

    /** What fetched rows are kept by. */
    Object relation();

    /** The constant that stands for it. */
    String shown();

    /** What a queryset is told so that it fetches them. */
    default String adding() {
        return ".withMany(" + shown() + ")";
    }

    /** All rows of the model. */
    QuerySet<T> model();

    /** Those that belong to the row. */
    QuerySet<T> all();

    /** Fetches them for all rows that were read together with this one. */
    void fetch();

    /** Makes a row and lets it belong to this one. */
    T create(Consumer<? super T> fields);

    /** Lets rows belong to this one. */
    void add(Collection<? extends T> rows);

    /** Lets rows belong to this one no more. */
    void remove(Collection<? extends T> rows);

    /** Lets no row belong to this one. */
    void clear();
}
