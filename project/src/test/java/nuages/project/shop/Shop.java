package nuages.project.shop;

import static nuages.data.mapping.OnDelete.CASCADE;
import static nuages.data.mapping.OnDelete.SET_NULL;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.Json;
import nuages.data.mapping.Key;
import nuages.data.mapping.ManyToMany;
import nuages.data.mapping.Unique;
import nuages.data.model.KeyedModel;
import nuages.data.model.Many;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import nuages.project.App;
import org.jspecify.annotations.Nullable;

/** An app with a model of every kind. */
public final class Shop implements App {
    @Override
    public String name() {
        return "shop";
    }

    @Override
    public List<Class<? extends KeyedModel<?>>> models() {
        return List.of(Line.class, Product.class, Tag.class, Maker.class);
    }

    /** Who makes products; another maker may own it. */
    @Unique(fields = {"name", "town"})
    public static class Maker extends Model {
        public static final QuerySet<Maker> objects = QuerySet.of(Maker.class);

        @Size(max = 80)
        public String name = "";

        @Size(max = 80)
        public String town = "";

        @ForeignKey(onDelete = SET_NULL)
        public @Nullable Ref<Maker> owner;
    }

    /** What products are about. */
    public static class Tag extends Model {
        public static final QuerySet<Tag> objects = QuerySet.of(Tag.class);

        @Unique
        @Size(max = 20)
        public String name = "";
    }

    /** What is sold: a column of every type. */
    public static class Product extends Model {
        public static final QuerySet<Product> objects = QuerySet.of(Product.class);

        @ForeignKey(onDelete = CASCADE)
        public Ref<Maker> madeBy;

        @Size(max = 80)
        public String name = "";

        @Digits(integer = 6, fraction = 2)
        public BigDecimal price = BigDecimal.ZERO;

        public @Nullable Double weight;
        public short rank;
        public boolean sold;
        public @Nullable Instant added;
        public @Nullable LocalDate made;
        public @Nullable LocalTime opens;
        public @Nullable Duration takes;
        public @Nullable UUID code;
        public byte @Nullable [] photo;

        @Json
        public @Nullable String data;

        @ManyToMany
        public Many<Tag> tags() {
            return many(Shop_Product_.tags);
        }
    }

    /** A line of a bill: its key is of two fields. */
    public static class Line extends KeyedModel<Line.Id> {
        public static final QuerySet<Line> objects = QuerySet.of(Line.class);

        @Key
        @ForeignKey(onDelete = CASCADE)
        public Ref<Product> product;

        @Key
        public int place;

        @Size(max = 10)
        public String note = "";

        /** Which line of which product. */
        public record Id(long product, int place) {}
    }
}
