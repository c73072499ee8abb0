package nuages.data.model.fields;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nuages.data.mapping.Column;
import nuages.data.mapping.Generated;
import nuages.data.mapping.Json;
import nuages.data.mapping.Text;
import nuages.data.model.QuerySet;
import nuages.data.row.Coded;

/** A value of every type. */
public class Sample extends Named<Sample.Color> {
    public static final QuerySet<Sample> objects = QuerySet.of(Sample.class);

    @Email
    public String mail = "ann@example.org";

    @Text.Url
    public String home = "https://example.org/";

    @Text.Slug
    public String slug = "a-slug";

    @Text
    public String text = "a long text";

    @Text.IpAddress
    public String address = "192.0.2.7";

    public InetAddress host = InetAddress.ofLiteral("2001:db8::1");
    public short small = -3;
    public int whole = Integer.MIN_VALUE;
    public long big = Long.MAX_VALUE;

    @PositiveOrZero
    public int stock = 1;

    @Positive
    public long serial = 9;

    @Digits(integer = 8, fraction = 2)
    public BigDecimal price = new BigDecimal("12345678.90");

    public double weight = 1.25;
    public float height = 0.5f;
    public boolean sold = true;
    public Instant moment = Instant.parse("2026-01-02T03:04:05.678901Z");
    public LocalDate day = LocalDate.of(2026, 2, 28);
    public LocalTime opens = LocalTime.of(8, 30, 0, 123_000);
    public Duration lasts = Duration.ofDays(40).plusNanos(5_000);
    public UUID code = UUID.fromString("0189c0de-0000-7000-8000-00000000cafe");
    public byte[] image = {0, 1, -1};
    public Grade grade = Grade.POOR;
    public Letter letter = Letter.BETA;
    public Point point = new Point(3, "here");
    public List<Point> way = List.of(new Point(1, "a"), new Point(2, "ü\"'"));
    public Map<String, Set<Integer>> groups = Map.of("even", Set.of(2));

    @Json
    public String raw = "[1]";

    @Column(name = "Total \"sum\"")
    @Generated("stock + serial")
    public long total;

    public Sample() {
        super(Color.RED);
    }

    /** Kept by names, for one that is a type argument of the base class. */
    public enum Color {
        RED,
        GREEN
    }

    /** Kept by numbers. */
    public enum Grade implements Coded<Integer> {
        GOOD(10),
        POOR(-20);

        private final int code;

        Grade(int code) {
            this.code = code;
        }

        @Override
        public Integer code() {
            return code;
        }
    }

    /** Kept by letters. */
    public enum Letter implements Coded<String> {
        ALPHA,
        BETA;

        @Override
        public String code() {
            return name().substring(0, 1);
        }
    }

    /** A document. */
    public record Point(int x, @Size(max = 9) String name) {}
}
