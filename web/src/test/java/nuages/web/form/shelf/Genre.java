package nuages.web.form.shelf;

import jakarta.validation.constraints.Size;
import nuages.data.mapping.Key;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;

/** A kind of books, with a word as its key. */
public class Genre extends KeyedModel<String> {
    public static final QuerySet<Genre> objects = QuerySet.of(Genre.class);

    @Key
    @Size(max = 20)
    public String slug = "";

    @Override
    public String toString() {
        return "genre " + slug;
    }
}
