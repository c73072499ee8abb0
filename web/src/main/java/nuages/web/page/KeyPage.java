package nuages.web.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nuages.data.model.KeyedModel;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.web.http.BadRequest;
import nuages.web.http.Request;

/**
 * A page that begins behind a row, or ends before one. However many rows there are, the database looks at no others than
 * those of the page, and rows that are added meanwhile move none to another page. Immutable.
 *
 * @param items what is on it, in order
 * @param after the key to ask for with {@code ?after=} for the next page, if there is one
 * @param before the key to ask for with {@code ?before=} for the page before, if there is one
 */
public record KeyPage<T>(List<T> items, Optional<Object> after, Optional<Object> before) {
    /** The query parameter with the key of the row that the page begins behind. */
    public static final String AFTER = "after";

    /** The query parameter with the key of the row that the page ends before. */
    public static final String BEFORE = "before";

    /** Copies the items. */
    public KeyPage {
        items = List.copyOf(items);
    }

    /** Whether there is a page after this one. */
    public boolean hasNext() {
        return after.isPresent();
    }

    /** Whether there is a page before this one. */
    public boolean hasPrevious() {
        return before.isPresent();
    }

    /** The page of rows with the usual key that a request asks for; see the other {@code of}. */
    public static <M extends Model> KeyPage<M> of(QuerySet<M> rows, Request request, int size) {
        return of(rows, row -> row.id, Long::valueOf, request, size);
    }

    /**
     * The page that a request asks for; the first one without {@code ?after=} and {@code ?before=}, and if the row that
     * they name is not there any more. Two queries, and one for the first page.
     *
     * @param rows in an order of the model's own fields, of which none may be NULL without saying where that goes
     * @param key the key of a row
     * @param parse makes a key of text; what it throws becomes 400
     * @throws BadRequest if a key is none
     */
    public static <K, M extends KeyedModel<K>> KeyPage<M> of(
            QuerySet<M> rows, Function<? super M, K> key, Function<String, K> parse, Request request, int size) {
        Optional<M> from = row(rows, parse, request.query(AFTER));
        Optional<M> until = from.isPresent() ? Optional.empty() : row(rows, parse, request.query(BEFORE));
        return until.isPresent() ? backwards(rows, until.get(), key, size) : forwards(rows, from, key, size);
    }

    private static <K, M extends KeyedModel<K>> Optional<M> row(
            QuerySet<M> rows, Function<String, K> parse, Optional<String> sent) {
        return sent.isEmpty() ? Optional.empty() : rows.find(key(parse, sent.get()));
    }

    private static <K> K key(Function<String, K> parse, String sent) {
        try {
            return parse.apply(sent);
        } catch (RuntimeException e) {
            throw new BadRequest("a page was asked for from a row on whose key is none of this list", e);
        }
    }

    private static <K, M extends KeyedModel<K>> KeyPage<M> forwards(
            QuerySet<M> rows, Optional<M> from, Function<? super M, K> key, int size) {
        List<M> found = from.map(rows::after).orElse(rows).limit(size + 1L).list();
        List<M> items = found.subList(0, Math.min(size, found.size()));
        Optional<Object> before =
                from.isPresent() && !items.isEmpty() ? Optional.of(key.apply(items.getFirst())) : Optional.empty();
        Optional<Object> after = found.size() > size ? Optional.of(key.apply(items.getLast())) : Optional.empty();
        return new KeyPage<>(items, after, before);
    }

    private static <K, M extends KeyedModel<K>> KeyPage<M> backwards(
            QuerySet<M> rows, M until, Function<? super M, K> key, int size) {
        List<M> found = rows.before(until).limit(size + 1L).list();
        List<M> items = found.subList(0, Math.min(size, found.size())).reversed();
        Optional<Object> before = found.size() > size ? Optional.of(key.apply(items.getFirst())) : Optional.empty();
        Optional<Object> after = items.isEmpty() ? Optional.empty() : Optional.of(key.apply(items.getLast()));
        return new KeyPage<>(items, after, before);
    }
}
