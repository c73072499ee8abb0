package nuages.data.model.library;

import static nuages.data.mapping.OnDelete.CASCADE;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import nuages.data.mapping.OneToOne;
import nuages.data.model.KeyedRef;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;

/** What stands on the back of a book. */
public class Blurb extends Model {
    public static final QuerySet<Blurb> objects = QuerySet.of(Blurb.class);

    @OneToOne(onDelete = CASCADE)
    public KeyedRef<Book, UUID> book;

    @Size(max = 200)
    public String text = "";
}
