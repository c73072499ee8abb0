package nuages.data.model.shop;

import jakarta.validation.constraints.Size;
import nuages.data.mapping.Unique;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;

/** A word that products are found by. */
public class Tag extends Model {
    public static final QuerySet<Tag> objects = QuerySet.of(Tag.class);

    @Size(max = 30)
    @Unique
    public String word = "";

    @Override
    public String toString() {
        return word;
    }
}
