package nuages.benchmarks.models;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.ddl.SchemaWriter;
import nuages.data.model.Tables;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;

/** The table of {@link Person}, and plain connections to it. */
final class Tools {
    private Tools() {}

    /** A connection with our own settings of the driver, and perhaps one more. */
    static Connection connect(String url, String option) throws SQLException {
        var parsed = DatabaseUrl.parse(url);
        var properties = parsed.properties(PoolSettings.standard());
        if (!option.isEmpty()) {
            properties.setProperty(option, "true");
        }
        return DriverManager.getConnection(parsed.jdbcUrl(), properties);
    }

    /** Makes the table, with so many rows in it. */
    static void fill(String url, int rows) {
        var database = Database.open("default", url);
        try {
            Work.of("table", Databases.of(database)).run(() -> {
                SchemaWriter.of(database.dialect())
                        .create(Tables.of(database.dialect(), Person.class))
                        .forEach(it -> database.sql(it).update());
                Person.objects.bulkCreate(Person.crowd(rows));
            });
        } finally {
            database.shutdown(Duration.ZERO);
        }
    }
}
