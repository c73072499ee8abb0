package nuages.benchmarks.models;

import static nuages.data.mapping.OnDelete.CASCADE;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import nuages.data.mapping.ForeignKey;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** Something with eight columns. */
public class Item extends Model {
    /** All of them. */
    public static final QuerySet<Item> objects = QuerySet.of(Item.class);

    /** What it is called. */
    @Size(max = 100)
    public String name = "";

    /** Who has it. */
    @ForeignKey(onDelete = CASCADE)
    public Ref<Owner> owner;

    /** What it costs. */
    public long price;

    /** How many there are. */
    public int amount;

    /** Whether it can be had. */
    public boolean active;

    /** How heavy it is. */
    public double weight;

    /** When it was sold, if it was. */
    public @Nullable Instant sold;
}
