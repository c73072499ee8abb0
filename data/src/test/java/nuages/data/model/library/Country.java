package nuages.data.model.library;

import jakarta.validation.constraints.Size;
import nuages.data.mapping.Key;
import nuages.data.model.KeyedModel;
import nuages.data.model.Many;
import nuages.data.model.QuerySet;

/** Where authors and publishers are at home. */
public class Country extends KeyedModel<String> {
    public static final QuerySet<Country> objects = QuerySet.of(Country.class);

    @Key
    @Size(max = 2)
    public String code = "";

    @Size(max = 200)
    public String name = "";

    public Many<Author> authors() {
        return many(Author_.country);
    }

    public Many<Publisher> publishers() {
        return many(Publisher_.country);
    }
}
