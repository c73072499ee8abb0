package nuages.benchmarks.models;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.dialect.Dialect;

/** Creates many rows, by our own bulk create and by a batch of JDBC with the driver's best settings. */
public final class Bulk {
    /** How many rows. */
    public static final int ROWS = 100_000;

    private static final int BATCH = 1000;
    private static final String INSERT = "insert into models_person "
            + "(name, email, age, score, active, joined, balance) values (?, ?, ?, ?, ?, ?, ?)";

    private final String url;
    private final Database database;

    /** A database whose table is made by it. */
    public Bulk(String url) {
        this.url = url;
        this.database = Database.open("default", url);
        Tools.fill(url, 1);
    }

    /** By our own bulk create, which also brings back the keys. */
    public Duration nuages() {
        clear();
        var crowd = Person.crowd(ROWS);
        long start = System.nanoTime();
        Work.of("bulk", Databases.of(database)).run(() -> Person.objects.bulkCreate(crowd));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** By a batch of JDBC, which does not bring them back. */
    public Duration jdbc() throws SQLException {
        clear();
        var crowd = Person.crowd(ROWS);
        try (var connection = Tools.connect(url, best())) {
            long start = System.nanoTime();
            connection.setAutoCommit(false);
            insert(connection, crowd, database.dialect());
            connection.commit();
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private String best() {
        return switch (database.dialect().name()) {
            case "PostgreSQL" -> "reWriteBatchedInserts";
            case "MariaDB" -> "useBulkStmts";
            default -> "";
        };
    }

    private static void insert(Connection connection, Iterable<Person> crowd, Dialect dialect) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            int waiting = 0;
            for (var person : crowd) {
                bind(statement, person, dialect);
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, Person person, Dialect dialect) throws SQLException {
        statement.setString(1, person.name);
        statement.setString(2, person.email);
        statement.setInt(3, person.age);
        statement.setDouble(4, person.score);
        statement.setBoolean(5, person.active);
        dialect.bind(statement, 6, person.joined);
        dialect.bind(statement, 7, person.balance);
    }

    private void clear() {
        Work.of("clear", Databases.of(database))
                .run(() -> database.sql("delete from models_person").update());
    }

    /** Ends its connections. */
    public void close() {
        database.shutdown(Duration.ZERO);
    }
}
