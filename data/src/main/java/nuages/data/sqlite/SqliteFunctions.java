package nuages.data.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/** What SQLite has no functions for. Each connection gets its own, and calls them on the thread that runs its statements. */
public final class SqliteFunctions {
    private final SQLiteConnection connection;

    private SqliteFunctions(SQLiteConnection connection) {
        this.connection = connection;
    }

    /** Gives them to a connection. */
    public static void register(SQLiteConnection connection) throws SQLException {
        var functions = new SqliteFunctions(connection);
        functions.texts();
        functions.times();
        functions.add("nuages_json_contains", 2, it -> SqliteJson.contains(it.text(0), it.text(1)) ? 1 : 0);
        functions.add("nuages_json", 1, it -> SqliteJson.normal(it.text(0)));
        SqliteAggregates.register(connection);
    }

    /** What a function gets. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object of(Arguments arguments) throws SQLException;
    }

    /** The arguments of a call, none of which is NULL. */
    interface Arguments {
        String text(int index) throws SQLException;

        long number(int index) throws SQLException;

        /** The zone's name, which may be NULL. */
        @Nullable
        String zone() throws SQLException;
    }

    /** A function that is NULL where one of its arguments is, but for a zone. */
    private static final class Plain extends Function implements Arguments {
        private final Body body;

        private Plain(Body body) {
            this.body = body;
        }

        @Override
        protected void xFunc() throws SQLException {
            for (int i = 0; i < args(); i++) {
                if (value_type(i) == 5 && !(i == 1 && args() == 3)) {
                    result();
                    return;
                }
            }
            try {
                answer(body.of(this));
            } catch (RuntimeException | StackOverflowError e) {
                throw new SQLException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
            }
        }

        private void answer(@Nullable Object value) throws SQLException {
            switch (value) {
                case null -> result();
                case Integer number -> result(number);
                case Long number -> result(number);
                default -> result(value.toString());
            }
        }

        @Override
        public String text(int index) throws SQLException {
            return value_text(index);
        }

        @Override
        public long number(int index) throws SQLException {
            return value_long(index);
        }

        @Override
        public @Nullable String zone() throws SQLException {
            return value_type(1) == 5 ? null : value_text(1);
        }
    }

    private void add(String name, int arguments, Body body) throws SQLException {
        Function.create(connection, name, new Plain(body), arguments, Function.FLAG_DETERMINISTIC);
    }

    private void texts() throws SQLException {
        add("nuages_lower", 1, it -> SqliteTexts.lower(it.text(0)));
        add("nuages_upper", 1, it -> SqliteTexts.upper(it.text(0)));
        add("nuages_fold", 1, it -> SqliteTexts.fold(it.text(0)));
        add("nuages_reverse", 1, it -> new StringBuilder(it.text(0)).reverse());
        add("nuages_repeat", 2, it -> it.text(0).repeat((int) Math.max(0, it.number(1))));
        add("nuages_pad", 4, it -> SqliteTexts.pad(it.text(0).equals("left"), it.text(1), it.number(2), it.text(3)));
        add("nuages_digest", 2, it -> digest(it.text(0), it.text(1)));
        var expressions = new SqliteRegex();
        add("nuages_regexp", 3, it -> expressions.found(it.text(0), it.number(1) == 1, it.text(2)) ? 1 : 0);
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }

    private void times() throws SQLException {
        add("nuages_part", 3, it -> SqliteDates.part(it.text(0), it.zone(), it.text(2)));
        add("nuages_start", 3, it -> SqliteDates.start(it.text(0), it.zone(), it.text(2)));
        add("nuages_later", 2, it -> SqliteDates.later(it.text(0), Duration.of(it.number(1), ChronoUnit.MICROS)));
        add("nuages_between", 2, it -> SqliteDates.between(it.text(0), it.text(1)));
    }
}
