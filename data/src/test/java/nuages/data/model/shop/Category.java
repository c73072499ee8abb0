package nuages.data.model.shop;

import static nuages.data.mapping.OnDelete.CASCADE;

import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.Text;
import nuages.data.mapping.Unique;
import nuages.data.model.Many;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** A group of products, within another one. */
public class Category extends Named {
    public static final QuerySet<Category> objects = QuerySet.of(Category.class);

    @Text.Slug
    @Unique
    public String slug = "";

    @ForeignKey(onDelete = CASCADE)
    public @Nullable Ref<Category> parent;

    public Many<Category> children() {
        return many(Category_.parent);
    }

    public Many<Product> products() {
        return many(Product_.category);
    }
}
