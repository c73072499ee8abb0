package nuages.web.form.shelf;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nuages.data.mapping.Help;
import nuages.data.mapping.Unique;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import org.jspecify.annotations.Nullable;

/** Who writes books. */
public class Author extends Model {
    public static final QuerySet<Author> objects = QuerySet.of(Author.class);

    @NotBlank
    @Size(max = 40)
    public String name = "";

    @Email
    @Size(max = 100)
    @Unique
    @Help("Nobody else sees it.")
    public @Nullable String mail;

    public boolean secret;

    @Override
    public String toString() {
        return name;
    }
}
