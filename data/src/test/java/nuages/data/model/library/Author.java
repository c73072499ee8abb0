package nuages.data.model.library;

import static nuages.data.mapping.OnDelete.PROTECT;
import static nuages.data.mapping.OnDelete.SET_NULL;

import jakarta.validation.constraints.Size;
import nuages.data.mapping.ForeignKey;
import nuages.data.model.KeyedRef;
import nuages.data.model.Many;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** Who writes books, and teaches others to. */
public class Author extends Model {
    public static final QuerySet<Author> objects = QuerySet.of(Author.class);

    @Size(max = 200)
    public String name = "";

    @ForeignKey(onDelete = PROTECT)
    public @Nullable KeyedRef<Country, String> country;

    @ForeignKey(onDelete = SET_NULL)
    public @Nullable Ref<Author> mentor;

    public Many<Book> books() {
        return many(Book_.author);
    }

    public Many<Author> pupils() {
        return many(Author_.mentor);
    }
}
