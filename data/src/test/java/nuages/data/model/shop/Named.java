package nuages.data.model.shop;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import nuages.data.mapping.AutoNow;
import nuages.data.mapping.AutoNowAdd;
import nuages.data.model.Model;

/** What has a name, and was made and changed some time. */
public abstract class Named extends Model {
    @Size(max = 100)
    public String name = "";

    @AutoNowAdd
    public Instant created = Instant.EPOCH;

    @AutoNow
    public Instant changed = Instant.EPOCH;

    @Override
    public String toString() {
        return name;
    }
}
