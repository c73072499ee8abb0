package nuages.benchmarks.models;

/** The source of a model of eight columns, of which a project has many. */
public final class ThingSource {
    private ThingSource() {}

    /** That of {@code site.appA.ThingN}, which refers to another one of its app, and has some more lines. */
    public static String of(int app, int number, int other, String more) {
        return """
            package site.app%1$d;

            import jakarta.validation.constraints.Digits;
            import jakarta.validation.constraints.Size;
            import java.math.BigDecimal;
            import java.time.Instant;
            import nuages.data.mapping.ForeignKey;
            import nuages.data.mapping.Index;
            import nuages.data.mapping.OnDelete;
            import nuages.data.mapping.Unique;
            import nuages.data.model.Model;
            import nuages.data.model.QuerySet;
            import nuages.data.model.Ref;
            import org.jspecify.annotations.Nullable;

            /** One of many. */
            @Index(fields = {"name", "-published"})
            public class Thing%2$d extends Model {
                public static final QuerySet<Thing%2$d> objects = QuerySet.of(Thing%2$d.class);

                @Unique @Size(max = 100) public String name = "";
                @Size(max = 2000) public @Nullable String text;
                @Digits(integer = 8, fraction = 2) public BigDecimal price = BigDecimal.ZERO;
                @ForeignKey(onDelete = OnDelete.CASCADE) public Ref<Thing%3$d> other;
                public Instant published = Instant.EPOCH;
                public int stock;
                public boolean active = true;
                %4$s
            }
            """.formatted(app, number, other, more);
    }
}
