package nuages.data.model.shop;

import jakarta.validation.constraints.Size;
import nuages.data.mapping.Key;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;

/** A country, by its code of two letters. */
public class Country extends KeyedModel<String> {
    public static final QuerySet<Country> objects = QuerySet.of(Country.class);

    @Key
    @Size(max = 2)
    public String code = "";

    @Size(max = 100)
    public String name = "";
}
