package nuages.data.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import nuages.data.dialect.ColumnReader;
import nuages.data.dialect.Dialect;

/** Decimal numbers with a fixed number of places. SQLite keeps them as floating point numbers, with 15 digits. */
record Decimals(Codec<BigDecimal> plain, int places) implements Codec<BigDecimal> {
    @Override
    public ColumnReader reader(Dialect dialect) {
        var reader = plain.reader(dialect);
        return (row, column) -> {
            var number = reader.read(row, column);
            return number == null
                    ? null
                    : ((BigDecimal) Objects.requireNonNull(number)).setScale(places, RoundingMode.HALF_EVEN);
        };
    }

    @Override
    public ValueKind kind() {
        return plain.kind();
    }

    @Override
    public Class<?> type() {
        return BigDecimal.class;
    }
}
