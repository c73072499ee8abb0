package nuages.web.form.shelf;

import static nuages.data.mapping.OnDelete.CASCADE;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.Unique;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;

/** A part of a book. */
@Unique(fields = {"book", "place"})
public class Chapter extends Model {
    public static final QuerySet<Chapter> objects = QuerySet.of(Chapter.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Book> book;

    @Positive
    public int place = 1;

    @NotBlank
    @Size(max = 30)
    public String heading = "";
}
