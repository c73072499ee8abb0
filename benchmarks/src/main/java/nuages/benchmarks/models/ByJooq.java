package nuages.benchmarks.models;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** jOOQ with a record as the row. */
final class ByJooq implements Library {
    private static final Field<Long> ID = DSL.field(DSL.name("id"), Long.class);
    private static final List<Field<?>> COLUMNS = List.of(
            ID,
            DSL.field(DSL.name("name"), String.class),
            DSL.field(DSL.name("email"), String.class),
            DSL.field(DSL.name("age"), Integer.class),
            DSL.field(DSL.name("score"), Double.class),
            DSL.field(DSL.name("active"), Boolean.class),
            DSL.field(DSL.name("joined"), OffsetDateTime.class),
            DSL.field(DSL.name("balance"), BigDecimal.class));

    private final Connection connection;
    private final DSLContext context;

    /** The row. */
    public record Guest(
            long id,
            String name,
            String email,
            int age,
            double score,
            boolean active,
            OffsetDateTime joined,
            BigDecimal balance) {}

    ByJooq(Connection connection) {
        this.connection = connection;
        this.context = DSL.using(connection, SQLDialect.POSTGRES);
    }

    @Override
    public String name(long id) {
        var found = context.select(COLUMNS)
                .from(DSL.table(DSL.name("models_person")))
                .where(ID.eq(id))
                .fetchOneInto(Guest.class);
        return Objects.requireNonNull(found).name();
    }

    @Override
    public int all() {
        return context.select(COLUMNS)
                .from(DSL.table(DSL.name("models_person")))
                .fetchInto(Guest.class)
                .size();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
