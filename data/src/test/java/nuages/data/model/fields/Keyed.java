package nuages.data.model.fields;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.Key;
import nuages.data.mapping.ManyToMany;
import nuages.data.mapping.OnDelete;
import nuages.data.model.KeyedModel;
import nuages.data.model.KeyedRef;
import nuages.data.model.Many;
import nuages.data.model.QuerySet;

/** Models with keys of their own. */
public final class Keyed {
    private Keyed() {}

    /** By a UUID. */
    public static class Ticket extends KeyedModel<UUID> {
        public static final QuerySet<Ticket> objects = QuerySet.of(Ticket.class);

        @Key
        public UUID id = UUID.randomUUID();

        @ForeignKey(onDelete = OnDelete.DB_CASCADE)
        public KeyedRef<Country, String> country;
    }

    /** By a text. */
    public static class Country extends KeyedModel<String> {
        public static final QuerySet<Country> objects = QuerySet.of(Country.class);

        @Key
        @Size(max = 2)
        public String code = "";
    }

    /** By a text, with a table between it and others. */
    public static class Language extends KeyedModel<String> {
        public static final QuerySet<Language> objects = QuerySet.of(Language.class);

        @Key
        @Size(max = 8)
        public String code = "";

        @ManyToMany
        public Many<Country> countries() {
            return many(Keyed_Language_.countries);
        }
    }

    /** By a small number that the database gives. */
    public static class Counter extends KeyedModel<Integer> {
        public static final QuerySet<Counter> objects = QuerySet.of(Counter.class);

        @Key(identity = true)
        public int id;

        public int value;
    }
}
