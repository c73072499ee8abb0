package nuages.data.model.accounts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import org.jspecify.annotations.Nullable;

/** Somebody's money. */
public class Account extends Model {
    public static final QuerySet<Account> objects = QuerySet.of(Account.class);

    @Email
    @NotBlank
    @Size(max = 50)
    public String email = "";

    public String bank = "nuages";
    public int number;
    public BigDecimal balance = BigDecimal.ZERO;
    public @Nullable String state;
    public int digits;
    public int version;
    public @Nullable Instant opened;
    public @Nullable Instant changed;
    public @Nullable Instant seen;
    public Kind kind = Kind.PRIVATE;

    public final List<String> told = new ArrayList<>();

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
