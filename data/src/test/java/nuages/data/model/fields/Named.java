package nuages.data.model.fields;

import jakarta.validation.constraints.Size;
import nuages.data.mapping.Check;
import nuages.data.mapping.Index;
import nuages.data.model.Model;

/** What has a name, and something of its own kind. */
@Index(fields = "-name")
@Check(name = "{table}_named", sql = "name <> ''")
public abstract class Named<K extends Enum<K>> extends Model {
    @Size(max = 80)
    public String name = "Ünï 'quoted' \\ \uD83D\uDE00";

    @Size(max = 20)
    public K kind;

    protected Named(K kind) {
        this.kind = kind;
    }
}
