package nuages.data.model.notes;

import static nuages.data.mapping.OnDelete.CASCADE;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.Json;
import nuages.data.mapping.Text;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** A text with a bit of everything. */
public class Note extends Model {
    public static final QuerySet<Note> objects = QuerySet.of(Note.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Folder> folder;

    @Size(max = 200)
    public String title = "";

    @Text
    public @Nullable String body;

    public int stars;
    public long size;
    public @Nullable Integer rating;

    @Digits(integer = 8, fraction = 2)
    public BigDecimal price = BigDecimal.ZERO;

    public double weight;
    public boolean done;
    public Instant written = Instant.EPOCH;
    public LocalDate day = LocalDate.EPOCH;
    public LocalTime clock = LocalTime.MIDNIGHT;
    public UUID code = UUID.randomUUID();

    @Json
    public String data = "{}";

    @Override
    public String toString() {
        return title;
    }
}
