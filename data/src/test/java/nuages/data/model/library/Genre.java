package nuages.data.model.library;

import static nuages.data.mapping.OnDelete.CASCADE;

import jakarta.validation.constraints.Size;
import nuages.data.mapping.ForeignKey;
import nuages.data.model.Many;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** What kind of book one is. */
public class Genre extends Model {
    public static final QuerySet<Genre> objects = QuerySet.of(Genre.class);

    @Size(max = 200)
    public String name = "";

    @ForeignKey(onDelete = CASCADE)
    public @Nullable Ref<Genre> parent;

    public Many<Genre> children() {
        return many(Genre_.parent);
    }

    public Many<Book> books() {
        return many(Book_.genres.reverse());
    }
}
