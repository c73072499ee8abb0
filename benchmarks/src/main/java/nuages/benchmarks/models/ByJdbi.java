package nuages.benchmarks.models;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Jdbi with a record as the row. */
final class ByJdbi implements Library {
    private final Handle handle;

    /** The row. */
    public record Member(
            long id,
            String name,
            String email,
            int age,
            double score,
            boolean active,
            Instant joined,
            BigDecimal balance) {}

    ByJdbi(Connection connection) {
        this.handle = Jdbi.create(connection)
                .registerRowMapper(ConstructorMapper.factory(Member.class))
                .open();
    }

    @Override
    public String name(long id) {
        return handle.createQuery(ByJdbc.ALL + " where id = ?")
                .bind(0, id)
                .mapTo(Member.class)
                .one()
                .name();
    }

    @Override
    public int all() {
        return handle.createQuery(ByJdbc.ALL).mapTo(Member.class).list().size();
    }

    @Override
    public void close() {
        handle.close();
    }
}
