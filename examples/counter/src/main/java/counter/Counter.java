package counter;

import jakarta.validation.constraints.Size;
import nuages.data.mapping.Key;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;

/** How often the site was visited: the only row of its table. */
public class Counter extends KeyedModel<Integer> {
    static final QuerySet<Counter> objects = QuerySet.of(Counter.class);

    @Key
    public int id = 1;

    public long hits;

    @Size(max = 100)
    public String hash = "";

    /** The counter; the first visitor creates it, and of two first visitors the second one finds it there. */
    static Counter getOrCreate() {
        return objects.getOrCreate(it -> it.id = 1, Counter_.id).row();
    }

    /** Adds one to whatever number there is; the row is locked from then until the end of the atomic block. */
    static Counter increment() {
        objects.update(Counter_.hits.to(Counter_.hits.plus(1L)));
        return objects.get(1);
    }
}
