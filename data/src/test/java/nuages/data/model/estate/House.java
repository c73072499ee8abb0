package nuages.data.model.estate;

import static nuages.data.mapping.OnDelete.DB_SET_NULL;
import static nuages.data.mapping.OnDelete.SET_DEFAULT;

import nuages.data.mapping.ForeignKey;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** Goes to the state when its owner is gone, and is let to nobody when its tenant is. */
public class House extends Model {
    public static final long STATE = 1;
    public static final QuerySet<House> objects = QuerySet.of(House.class);

    @ForeignKey(onDelete = SET_DEFAULT)
    public Ref<Heir> owner = Ref.to(Heir.class, STATE);

    @ForeignKey(onDelete = DB_SET_NULL)
    public @Nullable Ref<Heir> tenant;
}
