package nuages.data.sqlite;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongBinaryOperator;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/** Functions of many rows that SQLite has not got. */
final class SqliteAggregates {
    private SqliteAggregates() {}

    static void register(SQLiteConnection connection) throws SQLException {
        Function.create(connection, "nuages_variance", new Variance(false, false), 1, 0);
        Function.create(connection, "nuages_variance_sample", new Variance(true, false), 1, 0);
        Function.create(connection, "nuages_std_dev", new Variance(false, true), 1, 0);
        Function.create(connection, "nuages_std_dev_sample", new Variance(true, true), 1, 0);
        Function.create(connection, "nuages_bit_and", new Bits((a, b) -> a & b), 1, 0);
        Function.create(connection, "nuages_bit_or", new Bits((a, b) -> a | b), 1, 0);
        Function.create(connection, "nuages_bit_xor", new Bits((a, b) -> a ^ b), 1, 0);
        Function.create(connection, "nuages_join_distinct", new JoinDistinct(), 2, 0);
    }

    /** By the method of Welford, which does not lose digits. The driver clones one for each group. */
    private static final class Variance extends Function.Aggregate {
        private final boolean sample;
        private final boolean root;
        private long count;
        private double mean;
        private double squares;

        private Variance(boolean sample, boolean root) {
            this.sample = sample;
            this.root = root;
        }

        @Override
        protected void xStep() throws SQLException {
            if (value_type(0) == 5) {
                return;
            }
            double value = value_double(0);
            count++;
            double delta = value - mean;
            mean += delta / count;
            squares += delta * (value - mean);
        }

        @Override
        protected void xFinal() throws SQLException {
            long over = sample ? count - 1 : count;
            if (over <= 0) {
                result();
            } else {
                result(root ? Math.sqrt(squares / over) : squares / over);
            }
        }
    }

    /** Whole numbers, bit by bit; NULL of none. The driver clones one for each group. */
    private static final class Bits extends Function.Aggregate {
        private final LongBinaryOperator both;
        private boolean any;
        private long bits;

        private Bits(LongBinaryOperator both) {
            this.both = both;
        }

        @Override
        protected void xStep() throws SQLException {
            if (value_type(0) != 5) {
                bits = any ? both.applyAsLong(bits, value_long(0)) : value_long(0);
                any = true;
            }
        }

        @Override
        protected void xFinal() throws SQLException {
            if (any) {
                result(bits);
            } else {
                result();
            }
        }
    }

    /** Each text once, with another between them. */
    private static final class JoinDistinct extends Function.Aggregate {
        private Set<String> texts = new LinkedHashSet<>();
        private String between = "";

        @Override
        protected void xStep() throws SQLException {
            if (value_type(0) != 5) {
                texts.add(value_text(0));
                between = value_text(1);
            }
        }

        @Override
        protected void xFinal() throws SQLException {
            if (texts.isEmpty()) {
                result();
            } else {
                result(String.join(between, texts));
            }
        }

        @Override
        public Object clone() throws CloneNotSupportedException {
            var another = (JoinDistinct) super.clone();
            another.texts = new LinkedHashSet<>();
            return another;
        }
    }
}
