package nuages.data.model.fields;

import nuages.data.mapping.DbDefault;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import org.jspecify.annotations.Nullable;

/** Numbers that the database has a value for. */
public class Ranked extends Model {
    public static final QuerySet<Ranked> objects = QuerySet.of(Ranked.class);

    @DbDefault("1")
    public @Nullable Integer rank;

    @DbDefault("2.5")
    public @Nullable Double weight;

    @DbDefault("3")
    public int place;
}
