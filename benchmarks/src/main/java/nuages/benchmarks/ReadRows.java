package nuages.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import nuages.benchmarks.models.Item;
import nuages.benchmarks.models.Owner;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.ddl.SchemaWriter;
import nuages.data.model.Ref;
import nuages.data.model.Tables;
import nuages.data.settings.DatabaseUrl;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reads rows of eight columns from PostgreSQL: one by its key, and ten thousand; as models, and by JDBC by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@NullUnmarked // the harness sets the fields
public class ReadRows {
    private static final int ROWS = 10_000;
    private static final String COLUMNS =
            "select id, name, owner_id, price, amount, active, weight, sold from models_item";

    private Database database;
    private Databases databases;
    private Connection connection;

    /** What a reader by hand makes of a row. */
    private record Plain(
            long id,
            String name,
            long owner,
            long price,
            int amount,
            boolean active,
            double weight,
            @Nullable Instant sold) {}

    /** Fills a table. */
    @Setup
    public void open() throws SQLException {
        var url = Microbenchmarks.url("postgresql");
        database = Database.open("default", url);
        databases = Databases.of(database);
        Work.of("rows", databases).run(() -> {
            database.sql("drop table if exists models_item, models_owner").update();
            SchemaWriter.of(database.dialect())
                    .create(Tables.of(database.dialect(), Owner.class, Item.class))
                    .forEach(it -> database.sql(it).update());
            database.atomic(ReadRows::fill);
        });
        connection = DriverManager.getConnection(DatabaseUrl.parse(url).jdbcUrl(), Others.properties(url));
    }

    private static void fill() {
        var owner = Owner.objects.create(it -> it.name = "Ada");
        for (int i = 0; i < ROWS; i++) {
            int number = i;
            Item.objects.create(it -> {
                it.name = "item " + number;
                it.owner = Ref.to(owner);
                it.price = number * 100L;
                it.amount = number % 7;
                it.active = number % 2 == 0;
                it.weight = number / 3.0;
                it.sold = number % 3 == 0 ? null : Instant.EPOCH.plusSeconds(number);
            });
        }
    }

    /** Ends the connections. */
    @TearDown
    public void close() throws SQLException {
        connection.close();
        database.shutdown(Duration.ZERO);
    }

    private static long someKey() {
        return ThreadLocalRandom.current().nextLong(1, ROWS + 1);
    }

    /** One model by its key. */
    @Benchmark
    public Item oneModel() {
        return Work.of("one", databases).run(() -> Item.objects.get(someKey()));
    }

    /** One row by its key, by hand. */
    @Benchmark
    public Object oneByHand() throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS + " where id = ?")) {
            statement.setLong(1, someKey());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return plain(rows);
            }
        }
    }

    /** Ten thousand models. */
    @Benchmark
    public List<Item> allModels() {
        return Work.of("all", databases).run(() -> Item.objects.list());
    }

    /** Ten thousand rows, by hand. */
    @Benchmark
    public Object allByHand() throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS);
                var rows = statement.executeQuery()) {
            var all = new ArrayList<Plain>();
            while (rows.next()) {
                all.add(plain(rows));
            }
            return all;
        }
    }

    private static Plain plain(ResultSet rows) throws SQLException {
        var sold = rows.getObject(8, OffsetDateTime.class);
        return new Plain(
                rows.getLong(1),
                rows.getString(2),
                rows.getLong(3),
                rows.getLong(4),
                rows.getInt(5),
                rows.getBoolean(6),
                rows.getDouble(7),
                sold == null ? null : sold.toInstant());
    }
}
