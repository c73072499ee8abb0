package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import nuages.data.error.InvalidSql;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.data.query.Condition;
import nuages.data.syntax.SqlCache;
import nuages.data.syntax.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Dnuages.statements=100000} tries more. */
class StatementCacheTests {
    private static final int STATEMENTS = Integer.getInteger("nuages.statements", 4000);

    static List<Dialect> dialects() {
        return List.of(Postgres.direct(), MariaDb.direct(), Sqlite.embedded());
    }

    private static final class Written {
        private final String sql;
        private final @Nullable Object[] values;

        private Written(String sql, @Nullable Object... values) {
            this.sql = sql;
            this.values = values;
        }
    }

    private static Written written(SqlCache cache, Statement statement) {
        try {
            var rendered = cache.render(statement);
            return new Written(rendered.sql(), rendered.values());
        } catch (InvalidSql e) {
            return new Written(String.valueOf(e.getMessage()));
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void a_statement_is_written_as_if_no_other_had_been_before_it(Dialect dialect) {
        var cache = SqlCache.of(dialect);
        var statements = new LooseStatements(7);
        for (int i = 0; i < STATEMENTS; i++) {
            compare(cache, dialect, statements.next());
        }
    }

    private static void compare(SqlCache cache, Dialect dialect, Statement statement) {
        var known = written(cache, statement);
        var anew = written(SqlCache.of(dialect), statement);
        assertThat(known.sql).isEqualTo(anew.sql);
        assertThat(known.values).as("values of %s", known.sql).isEqualTo(anew.values);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void one_of_many_values_may_stand_twice(Dialect dialect) {
        var cache = SqlCache.of(dialect);
        for (int again = 0; again < 50; again++) {
            var conditions = new ArrayList<Condition<Note>>();
            for (long i = 0; i < 50; i++) {
                conditions.add(Note_.size.is(i));
            }
            conditions.add(conditions.get(again));
            var all = conditions.stream().reduce(Condition::or).orElseThrow();
            compare(cache, dialect, Reads.select(Note.objects.filter(all)));
        }
    }
}
