package nuages.web.form.shelf;

import static nuages.data.mapping.OnDelete.CASCADE;
import static nuages.data.mapping.OnDelete.SET_NULL;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import nuages.data.mapping.AutoNow;
import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.Label;
import nuages.data.mapping.ManyToMany;
import nuages.data.mapping.Unique;
import nuages.data.mapping.Version;
import nuages.data.model.KeyedRef;
import nuages.data.model.Many;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** Something to read. */
@Unique(fields = {"title", "author"})
public class Book extends Model {
    public static final QuerySet<Book> objects = QuerySet.of(Book.class);

    /** Whether it can be bought. */
    public enum State {
        PLANNED,
        @Label("On sale")
        SOLD
    }

    @NotBlank
    @Size(max = 50)
    public String title = "";

    @ForeignKey(onDelete = CASCADE)
    public Ref<Author> author;

    @ForeignKey(onDelete = SET_NULL)
    public @Nullable KeyedRef<Genre, String> shelf;

    @Digits(integer = 4, fraction = 2)
    public BigDecimal price = BigDecimal.ZERO;

    @Label("date published")
    public @Nullable LocalDate published;

    public State state = State.PLANNED;

    public Instant added = Instant.EPOCH;

    @AutoNow
    public Instant changed = Instant.EPOCH;

    public String notes = "";

    @Version
    public int version;

    @ManyToMany
    public Many<Genre> genres() {
        return many(Book_.genres);
    }

    public Many<Chapter> chapters() {
        return many(Chapter_.book);
    }
}
