package nuages.web.form;

import java.util.List;

/**
 * What became of the rows of a set of forms. Immutable.
 *
 * @param <M> the model
 */
public record Saved<M>(List<M> created, List<M> changed, List<M> deleted) {
    /** Copies the lists. */
    public Saved {
        created = List.copyOf(created);
        changed = List.copyOf(changed);
        deleted = List.copyOf(deleted);
    }
}
