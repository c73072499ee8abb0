package nuages.data.model.library;

import static nuages.data.mapping.OnDelete.SET_NULL;

import jakarta.validation.constraints.Size;
import nuages.data.mapping.ForeignKey;
import nuages.data.model.KeyedRef;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import org.jspecify.annotations.Nullable;

/** Who prints books. */
public class Publisher extends Model {
    public static final QuerySet<Publisher> objects = QuerySet.of(Publisher.class);

    @Size(max = 200)
    public String name = "";

    @ForeignKey(onDelete = SET_NULL)
    public @Nullable KeyedRef<Country, String> country;
}
