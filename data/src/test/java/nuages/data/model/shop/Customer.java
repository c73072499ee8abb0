package nuages.data.model.shop;

import static nuages.data.mapping.OnDelete.PROTECT;
import static nuages.data.mapping.OnDelete.SET_NULL;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.Index;
import nuages.data.mapping.Unique;
import nuages.data.model.KeyedRef;
import nuages.data.model.Many;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** Somebody who buys, and who may have been invited by another. */
@Index(fields = {"city", "-birthday"})
public class Customer extends Named {
    public static final QuerySet<Customer> objects = QuerySet.of(Customer.class);

    @Email
    @Unique
    public String email = "";

    @ForeignKey(onDelete = PROTECT)
    public KeyedRef<Country, String> country;

    @Size(max = 100)
    public @Nullable String city;

    public @Nullable LocalDate birthday;

    @ForeignKey(onDelete = SET_NULL)
    public @Nullable Ref<Customer> invitedBy;

    public boolean active = true;

    public Many<Order> orders() {
        return many(Order_.customer);
    }
}
