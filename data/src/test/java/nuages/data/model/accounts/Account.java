package nuages.data.model.accounts;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nuages.data.mapping.AutoNow;
import nuages.data.mapping.AutoNowAdd;
import nuages.data.mapping.Check;
import nuages.data.mapping.DbDefault;
import nuages.data.mapping.Generated;
import nuages.data.mapping.Label;
import nuages.data.mapping.Unique;
import nuages.data.mapping.Version;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import org.jspecify.annotations.Nullable;

/** Somebody's money. */
@Unique(
        name = "one_number",
        fields = {"bank", "number"})
@Check(name = "not_overdrawn", sql = "balance >= -100 and number >= 0")
public class Account extends Model {
    public static final QuerySet<Account> objects = QuerySet.of(Account.class);

    @Email
    @NotBlank
    @Unique
    @Size(max = 50)
    @Label("e-mail address")
    public String email = "";

    @Size(max = 20)
    public String bank = "nuages";

    public int number;

    @Digits(integer = 6, fraction = 2)
    public BigDecimal balance = BigDecimal.ZERO;

    @DbDefault("'open'")
    @Size(max = 20)
    public @Nullable String state;

    @Generated("number * 10")
    public int digits;

    @Version
    public int version;

    @AutoNowAdd
    public @Nullable Instant opened;

    @AutoNow
    public @Nullable Instant changed;

    public @Nullable Instant seen;

    public Kind kind = Kind.PRIVATE;

    public final transient List<String> told = new ArrayList<>();

    /** Who it is for. */
    public enum Kind {
        PRIVATE,
        COMPANY
    }

    @Override
    protected void beforeSave() {
        told.add(isNew() ? "before creation" : "before save");
    }

    @Override
    protected void afterSave(boolean created) {
        told.add(created ? "after creation" : "after save");
    }

    @Override
    protected void beforeDelete() {
        told.add("before deletion");
    }

    @Override
    protected void afterDelete() {
        told.add("after deletion");
    }
}
