package tfb;

import nuages.data.mapping.Column;
import nuages.data.mapping.Key;
import nuages.data.mapping.Table;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;

/** One of ten thousand rows with a number. */
@Table(name = "world")
public class World extends KeyedModel<Integer> {
    static final int ROWS = 10_000;
    static final QuerySet<World> objects = QuerySet.of(World.class);

    @Key
    public int id;

    @Column(name = "randomnumber")
    public int randomNumber;
}
