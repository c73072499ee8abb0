package nuages.data.model.estate;

import static nuages.data.mapping.OnDelete.DB_SET_DEFAULT;

import nuages.data.mapping.DbDefault;
import nuages.data.mapping.ForeignKey;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;

/** Is cared for by the state when nobody else is there. */
public class Grave extends Model {
    public static final QuerySet<Grave> objects = QuerySet.of(Grave.class);

    @ForeignKey(onDelete = DB_SET_DEFAULT)
    @DbDefault("1")
    public Ref<Heir> carer;
}
