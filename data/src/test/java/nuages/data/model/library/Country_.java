package nuages.data.model.library;

import nuages.data.model.ModelPath;
import nuages.data.model.ModelType;
import nuages.data.model.Property;
import nuages.data.model.Row;
import nuages.data.model.TableDetails;
import nuages.data.query.TextField;
import nuages.data.row.Codec;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.syntax.Source;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The fields of {@link Country}. */
@NullUnmarked // what a row has is what its table allows
public final class Country_ {
    /** What is known of the model. */
    public static final ModelType<Country> MODEL = new Type();

    private static final Path<Country> OWN = new Path<>(MODEL.source());

    /** Column {@code code}. */
    public static final TextField<Country> code = OWN.code;

    /** Column {@code name}. */
    public static final TextField<Country> name = OWN.name;

    private Country_() {}

    /** The fields of {@link Country}, reached from another model. */
    public static final class Path<R> extends ModelPath<R, Country> {
        /** Column {@code code}. */
        public final TextField<R> code = text(0);

        /** Column {@code name}. */
        public final TextField<R> name = text(1);

        Path(Source at) {
            super(MODEL, at);
        }

        /** The fields where the table is joined. */
        public static <R> Path<R> at(Source at) {
            return new Path<>(at);
        }
    }

    private static final class Type extends ModelType<Country> {
        Type() {
            super(
                    Country.class,
                    TableDetails.of("library", "library_country", "country", "countrys"),
                    Property.of("code", Column.of("code", new ColumnType.Characters(2)), Codec.of(String.class))
                            .asKey(),
                    Property.of("name", Column.of("name", new ColumnType.Characters(200)), Codec.of(String.class)));
        }

        @Override
        protected Country create() {
            return new Country();
        }

        @Override
        protected void read(Country model, Row row) {
            model.code = row.get(0);
            model.name = row.get(1);
        }

        @Override
        protected @Nullable Object value(Country model, int property) {
            return switch (property) {
                case 0 -> model.code;
                case 1 -> model.name;
                default -> throw new IndexOutOfBoundsException(property);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void set(Country model, int property, @Nullable Object value) {
            switch (property) {
                case 0 -> model.code = (String) value;
                case 1 -> model.name = (String) value;
                default -> throw new IndexOutOfBoundsException(property);
            }
        }
    }
}
