package nuages.data.syntax;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.Dialect.Effect;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;

/** Statements as SQL, each shape written once. Threads share it. */
public final class SqlCache {
    /** Shapes depend on the program and hardly on its users; but lists of values have a shape for each length. */
    private static final int MOST = 4096;

    /** What is longer has many values, and is written anew each time. */
    private static final int LONGEST = 20_000;

    private final Dialect dialect;
    private final Wording wording;
    private final Map<Shape, Text> texts = new ConcurrentHashMap<>();

    private static final class Text {
        private final String sql;
        private final Effect effect;
        private final long[] order;

        private Text(String sql, Effect effect, long[] order) {
            this.sql = sql;
            this.effect = effect;
            this.order = order;
        }
    }

    private SqlCache(Dialect dialect, Wording wording) {
        this.dialect = dialect;
        this.wording = wording;
    }

    /** An empty cache for a kind of database. */
    public static SqlCache of(Dialect dialect) {
        return new SqlCache(
                dialect,
                switch (dialect) {
                    case Postgres _ -> new PostgresWording();
                    case MariaDb _ -> new MariaDbWording();
                    case Sqlite _ -> new SqliteWording();
                });
    }

    /** A statement as this kind of database wants it. */
    public Rendered render(Statement statement) {
        var shape = Shape.of(statement);
        var text = texts.get(shape);
        if (text == null) {
            text = write(statement, shape);
            keep(shape, text);
        }
        return new Rendered(text.sql, text.effect, shape.arrange(text.order, wording));
    }

    private void keep(Shape shape, Text text) {
        if (text.sql.length() > LONGEST) {
            return;
        }
        if (texts.size() >= MOST) {
            texts.clear();
        }
        texts.put(shape.key(), text);
    }

    private Text write(Statement statement, Shape shape) {
        var writer = new SqlWriter(wording, shape);
        writer.statement(statement);
        var sql = writer.sql();
        return new Text(sql, effect(statement, shape, sql), writer.order());
    }

    /** What a user wrote is looked at; the rest is known to do nothing else. */
    private Effect effect(Statement statement, Shape shape, String sql) {
        if (shape.holds(Wordings.class)) {
            return dialect.effect(sql);
        }
        boolean locks = shape.holds(Select.Lock.class) && !(dialect instanceof Sqlite);
        return statement instanceof Select && !locks ? Effect.READ : Effect.WRITE;
    }
}
