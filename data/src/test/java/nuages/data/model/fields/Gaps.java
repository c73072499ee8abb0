package nuages.data.model.fields;

import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nuages.data.mapping.Json;
import nuages.data.mapping.OnDelete;
import nuages.data.mapping.OneToOne;
import nuages.data.mapping.Text;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** Nothing of any type. */
public class Gaps extends Model {
    public static final QuerySet<Gaps> objects = QuerySet.of(Gaps.class);

    public @Nullable String text;

    @Text.IpAddress
    public @Nullable String address;

    public @Nullable InetAddress host;
    public @Nullable Short small;
    public @Nullable Integer whole;
    public @Nullable Long big;

    @Digits(integer = 8, fraction = 2)
    public @Nullable BigDecimal price;

    public @Nullable Double weight;
    public @Nullable Float height;
    public @Nullable Boolean sold;
    public @Nullable Instant moment;
    public @Nullable LocalDate day;
    public @Nullable LocalTime opens;
    public @Nullable Duration lasts;
    public @Nullable UUID code;
    public byte @Nullable [] image;
    public Sample.@Nullable Color color;
    public Sample.@Nullable Grade grade;
    public Sample.@Nullable Point point;
    public @Nullable List<String> tags;

    @Json
    public @Nullable String raw;

    @OneToOne(onDelete = OnDelete.DB_SET_NULL)
    public @Nullable Ref<Gaps> next;
}
