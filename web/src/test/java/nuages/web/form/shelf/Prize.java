package nuages.web.form.shelf;

import static nuages.data.mapping.OnDelete.PROTECT;

import nuages.data.mapping.ForeignKey;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;

/** What an author was given, and cannot be deleted for. */
public class Prize extends Model {
    public static final QuerySet<Prize> objects = QuerySet.of(Prize.class);

    @ForeignKey(onDelete = PROTECT)
    public Ref<Author> winner;
}
