package nuages.data.model.fields;

import java.util.List;
import java.util.UUID;
import nuages.data.mapping.Column;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import org.jspecify.annotations.Nullable;

/** Arrays of PostgreSQL. */
public class Lists extends Model {
    public static final QuerySet<Lists> objects = QuerySet.of(Lists.class);

    @Column(array = true)
    public List<String> texts = List.of("a", "b,\"c\"", "");

    @Column(array = true)
    public List<Short> smalls = List.of((short) 1, (short) -2);

    @Column(array = true)
    public List<Integer> wholes = List.of();

    @Column(array = true)
    public List<Long> bigs = List.of(Long.MIN_VALUE);

    @Column(array = true)
    public List<Double> reals = List.of(0.5);

    @Column(array = true)
    public List<Boolean> truths = List.of(true, false);

    @Column(array = true)
    public List<UUID> codes = List.of(new UUID(1, 2), new UUID(-1, -2));

    @Column(array = true)
    public List<Sample.Color> colors = List.of(Sample.Color.GREEN, Sample.Color.RED);

    @Column(array = true)
    public List<Sample.Grade> grades = List.of(Sample.Grade.POOR);

    @Column(array = true)
    public List<Sample.Letter> letters = List.of(Sample.Letter.BETA, Sample.Letter.ALPHA);

    @Column(array = true)
    public @Nullable List<String> none;
}
