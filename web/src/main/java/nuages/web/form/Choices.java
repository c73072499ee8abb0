package nuages.web.form;

import java.util.List;
import java.util.function.Function;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;

/** What there is to choose from for a field. Immutable. */
sealed interface Choices {
    /** Everything that can be read. */
    record Anything() implements Choices {}

    /** These. */
    record Fixed(List<Choice> all) implements Choices {
        boolean has(String value) {
            return all.stream().anyMatch(it -> it.value().equals(value));
        }
    }

    /**
     * The rows of a queryset, which is asked for each time.
     *
     * @param label what a row is called
     */
    record Rows<M extends KeyedModel<?>>(QuerySet<M> rows, Function<? super M, String> label) implements Choices {}
}
