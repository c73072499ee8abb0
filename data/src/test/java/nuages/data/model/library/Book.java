package nuages.data.model.library;

import static nuages.data.mapping.OnDelete.CASCADE;
import static nuages.data.mapping.OnDelete.RESTRICT;
import static nuages.data.mapping.OnDelete.SET_NULL;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.Key;
import nuages.data.mapping.ManyToMany;
import nuages.data.model.KeyedModel;
import nuages.data.model.Many;
import nuages.data.model.One;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** Something to read. */
public class Book extends KeyedModel<UUID> {
    public static final QuerySet<Book> objects = QuerySet.of(Book.class);

    @Key
    public UUID id = UUID.randomUUID();

    @Size(max = 200)
    public String title = "";

    @ForeignKey(onDelete = CASCADE)
    public Ref<Author> author;

    @ForeignKey(onDelete = SET_NULL)
    public @Nullable Ref<Author> editor;

    @ForeignKey(onDelete = RESTRICT)
    public @Nullable Ref<Publisher> publisher;

    @ManyToMany
    public Many<Genre> genres() {
        return many(Book_.genres);
    }

    public One<Blurb> blurb() {
        return one(Blurb_.book);
    }

    public Many<Copy> copies() {
        return many(Copy_.book);
    }
}
