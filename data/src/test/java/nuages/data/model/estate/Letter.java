package nuages.data.model.estate;

import static nuages.data.mapping.OnDelete.DB_CASCADE;
import static nuages.data.mapping.OnDelete.DO_NOTHING;

import nuages.data.mapping.ForeignKey;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** Is burnt with its writer, and keeps the number of its reader, whoever that was. */
public class Letter extends Model {
    public static final QuerySet<Letter> objects = QuerySet.of(Letter.class);

    @ForeignKey(onDelete = DB_CASCADE)
    public Ref<Heir> writer;

    @ForeignKey(onDelete = DO_NOTHING, constraint = false)
    public @Nullable Ref<Heir> reader;
}
