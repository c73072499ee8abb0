package nuages.data.model.library;

import static nuages.data.mapping.OnDelete.CASCADE;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.Key;
import nuages.data.model.KeyedModel;
import nuages.data.model.KeyedRef;
import nuages.data.model.QuerySet;

/** A copy of a book, numbered for each. */
public class Copy extends KeyedModel<CopyKey> {
    public static final QuerySet<Copy> objects = QuerySet.of(Copy.class);

    @Key
    @ForeignKey(onDelete = CASCADE)
    public KeyedRef<Book, UUID> book;

    @Key
    public int number;

    @Size(max = 200)
    public String shelf = "";
}
