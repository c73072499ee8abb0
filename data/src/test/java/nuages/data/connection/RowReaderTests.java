package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nuages.data.dialect.Dialect;
import nuages.data.error.DatabaseException;
import nuages.data.row.Parameters;
import nuages.data.row.RowReader;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;
import nuages.testing.servers.MariaDbServer;
import nuages.testing.servers.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowReaderTests {
    private static final Instant MOMENT = Instant.parse("2026-11-21T16:09:53.000120Z");

    /** Columns as Django makes them, and the database of them. */
    enum Kept {
        POSTGRES("bigint, integer, smallint, varchar(50), boolean, double precision, numeric(12,3), uuid, timestamptz, "
                + "timestamptz, timestamp, date, time, interval, bytea, varchar(10), real"),
        MARIADB("bigint, integer, smallint, varchar(50), bool, double precision, numeric(12,3), char(32), datetime(6), "
                + "datetime(6), datetime(6), date, time(6), bigint, longblob, varchar(10), float"),
        SQLITE("bigint, integer, smallint, varchar(50), bool, real, decimal, char(32), datetime, "
                + "datetime, datetime, date, time, bigint, BLOB, varchar(10), real");

        private static final String[] NAMES = {
            "id",
            "votes",
            "small",
            "title",
            "open",
            "ratio",
            "price",
            "key_id",
            "created_at",
            "changed_at",
            "local_at",
            "day",
            "at",
            "length",
            "raw",
            "weekday",
            "factor"
        };

        private final String types;

        Kept(String types) {
            this.types = types;
        }

        private String url(Path folder) {
            return switch (this) {
                case POSTGRES -> PostgresServer.shared().newDatabase();
                case MARIADB -> MariaDbServer.shared().newDatabase();
                case SQLITE -> "sqlite:" + folder.resolve("values.db");
            };
        }

        private String table() {
            var columns = new ArrayList<String>();
            String[] each = types.split(", ");
            for (int i = 0; i < NAMES.length; i++) {
                columns.add(NAMES[i] + " " + each[i]);
            }
            return "create table kept (" + String.join(", ", columns) + ")";
        }
    }

    /** All that a column can be read as. */
    @SuppressWarnings("ArrayRecordComponent")
    record Everything(
            long id,
            Integer votes,
            short small,
            String title,
            boolean open,
            double ratio,
            BigDecimal price,
            UUID keyId,
            Instant createdAt,
            OffsetDateTime changedAt,
            LocalDateTime localAt,
            LocalDate day,
            LocalTime at,
            Duration length,
            byte[] raw,
            DayOfWeek weekday,
            float factor) {
        Object[] values() {
            return new Object[] {
                id, votes, small, title, open, ratio, price, keyId, createdAt, changedAt, localAt, day, at, length, raw,
                weekday, factor
            };
        }
    }

    /** The same, where any may be missing. */
    @SuppressWarnings("ArrayRecordComponent")
    record Missing(
            @Nullable Long id,
            @Nullable Integer votes,
            @Nullable Short small,
            @Nullable String title,
            @Nullable Boolean open,
            @Nullable Double ratio,
            @Nullable BigDecimal price,
            @Nullable UUID keyId,
            @Nullable Instant createdAt,
            @Nullable OffsetDateTime changedAt,
            @Nullable LocalDateTime localAt,
            @Nullable LocalDate day,
            @Nullable LocalTime at,
            @Nullable Duration length,
            byte @Nullable [] raw,
            @Nullable DayOfWeek weekday,
            @Nullable Float factor) {}

    record Named(int votes, String title) {}

    record Unnamed(int votes, String subTitle) {}

    record Picky(int votes) {
        Picky {
            if (votes < 0) {
                throw new IllegalStateException("fewer than no votes");
            }
        }
    }

    @TempDir
    private Path folder;

    /** What is done with a connection. */
    private interface Use {
        void on(Connection connection, Dialect dialect) throws SQLException;
    }

    private void with(Kept kept, Use use) throws SQLException {
        var url = DatabaseUrl.parse(kept.url(folder));
        try (Connection connection =
                DriverManager.getConnection(url.jdbcUrl(), url.properties(PoolSettings.standard()))) {
            for (String statement : url.dialect().greeting()) {
                DialectContract.run(connection, statement);
            }
            DialectContract.run(connection, kept.table());
            use.on(connection, url.dialect());
        }
    }

    private static <T> List<T> read(
            Connection connection, Dialect dialect, Class<T> type, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters.bind(statement, dialect, sql, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                var reader = RowReader.of(type, dialect, rows);
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        }
    }

    private static void insert(Connection connection, Dialect dialect, @Nullable Object... values) throws SQLException {
        String sql = "insert into kept (" + String.join(", ", Kept.NAMES) + ") values (?" + ", ?".repeat(16) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters.bind(statement, dialect, sql, values);
            statement.executeUpdate();
        }
    }

    private static Everything everything(Instant moment, Duration length) {
        OffsetDateTime utc = moment.atOffset(ZoneOffset.UTC);
        return new Everything(
                Long.MAX_VALUE,
                -5,
                (short) 7,
                "naïve 'quote' ☂",
                true,
                0.1,
                new BigDecimal("-123456.789"),
                UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"),
                moment,
                utc,
                utc.toLocalDateTime(),
                utc.toLocalDate(),
                utc.toLocalTime(),
                length,
                new byte[] {0, 1, -1},
                DayOfWeek.FRIDAY,
                1.5f);
    }

    @ParameterizedTest
    @EnumSource
    void each_kind_of_value_comes_back_as_it_was_kept(Kept kept) throws SQLException {
        with(kept, (connection, dialect) -> {
            for (Everything each : List.of(
                    everything(MOMENT, Duration.parse("P3DT4H5M6.789012S")),
                    everything(Instant.parse("1969-12-31T23:59:59Z"), Duration.parse("PT-0.000001S")),
                    everything(Instant.parse("2026-06-01T00:00:00Z"), Duration.ZERO))) {
                insert(connection, dialect, each.values());

                var back = read(connection, dialect, Everything.class, "select * from kept");

                assertThat(back).hasSize(1);
                assertThat(back.getFirst()).usingRecursiveComparison().isEqualTo(each);
                DialectContract.run(connection, "delete from kept");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void values_can_be_asked_for(Kept kept) throws SQLException {
        with(kept, (connection, dialect) -> {
            Everything kind = everything(MOMENT, Duration.ofSeconds(90));
            insert(connection, dialect, kind.values());
            for (String name : List.of("created_at", "key_id", "day", "at", "length", "weekday", "open", "price")) {
                Object value = kind.values()[List.of(Kept.NAMES).indexOf(name)];

                assertThat(read(connection, dialect, Long.class, "select id from kept where " + name + " = ?", value))
                        .as(name)
                        .hasSize(1);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void null_is_null(Kept kept) throws SQLException {
        with(kept, (connection, dialect) -> {
            insert(connection, dialect, new @Nullable Object[17]);

            Missing row = read(connection, dialect, Missing.class, "select * from kept")
                    .getFirst();

            assertThat(row).hasAllNullFieldsOrProperties();
            assertThat(read(connection, dialect, String.class, "select title from kept"))
                    .containsOnlyNulls();
            assertThatThrownBy(() -> read(connection, dialect, Named.class, "select votes, title from kept"))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessage("column \"votes\" is NULL, which int Named.votes cannot be. Declare it as Integer, or"
                            + " select coalesce(votes, …)");
        });
    }

    @ParameterizedTest
    @EnumSource
    void single_values_are_read(Kept kept) throws SQLException {
        with(kept, (connection, dialect) -> {
            insert(connection, dialect, everything(MOMENT, Duration.ZERO).values());

            assertThat(read(connection, dialect, Long.class, "select count(*) from kept"))
                    .containsExactly(1L);
            assertThat(read(connection, dialect, Integer.class, "select sum(votes) from kept"))
                    .containsExactly(-5);
            assertThat(read(connection, dialect, DayOfWeek.class, "select weekday from kept"))
                    .containsExactly(DayOfWeek.FRIDAY);
            assertThat(read(connection, dialect, String.class, "select title from kept where title = ?", "x"))
                    .isEmpty();
            assertThat(read(connection, dialect, Long.class, "select max(id) from kept where votes > ?", 3))
                    .containsOnlyNulls();
        });
    }

    @ParameterizedTest
    @EnumSource
    void columns_find_their_components_by_name(Kept kept) throws SQLException {
        with(kept, (connection, dialect) -> {
            assertThat(read(connection, dialect, Named.class, "select 'x' as TITLE, 1 as id, 2 as votes"))
                    .containsExactly(new Named(2, "x"));
            assertThat(read(connection, dialect, Unnamed.class, "select 1 as votes, 'y' as sub_title"))
                    .containsExactly(new Unnamed(1, "y"));
            assertThatThrownBy(() -> read(connection, dialect, Unnamed.class, "select 1 as votes, 'y' as title"))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessage(
                            "there is no column for Unnamed.subTitle: the row has the columns votes, title. Select it, "
                                    + "or name one so with AS sub_title");
            assertThatThrownBy(() -> read(connection, dialect, Picky.class, "select 1 as votes, 2 as votes"))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessage(
                            "two columns could be Picky.votes: the columns votes, votes. Give one of them another name "
                                    + "with AS");
            assertThatThrownBy(() -> read(connection, dialect, Long.class, "select 1, 2"))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("cannot be read as one Long. Select a single column");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_value_that_does_not_fit_is_an_error_that_does_not_show_it(Kept kept) throws SQLException {
        with(kept, (connection, dialect) -> {
            assertThatThrownBy(() -> read(connection, dialect, Integer.class, "select 'secret' as votes"))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessage(
                            "column \"votes\" holds a value that a Integer cannot be. Read it as another type, or as "
                                    + "String");
            assertThatThrownBy(() -> read(connection, dialect, Picky.class, "select 99999999999 as votes"))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("int Picky.votes cannot be");
            assertThatThrownBy(() -> read(connection, dialect, DayOfWeek.class, "select 'secret' as weekday"))
                    .isInstanceOf(DatabaseException.class)
                    .message()
                    .doesNotContain("secret");
            assertThatThrownBy(() -> read(connection, dialect, Instant.class, "select 'secret' as at"))
                    .isInstanceOf(DatabaseException.class)
                    .message()
                    .doesNotContain("secret");
            assertThatThrownBy(() -> read(connection, dialect, Thread.class, "select 1 as x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("rows cannot be read as java.lang.Thread: no column holds such values");
            assertThatThrownBy(() -> read(connection, dialect, Picky.class, "select -1 as votes"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("fewer than no votes");
            assertThat(read(connection, dialect, Integer.class, "select 1 as one"))
                    .containsExactly(1);
        });
    }
}
