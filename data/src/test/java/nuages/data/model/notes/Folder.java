package nuages.data.model.notes;

import jakarta.validation.constraints.Size;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;

/** Something that notes are in. */
public class Folder extends Model {
    public static final QuerySet<Folder> objects = QuerySet.of(Folder.class);

    @Size(max = 50)
    public String name = "";
}
