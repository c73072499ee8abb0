package nuages.data.connection;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What works do with a database, each in a few calls of the driver. */
enum FaultyOperation {
    SELECT {
        @Override
        void run(Database database) {
            database.sql("select id from item").list(Long.class);
        }
    },
    UPDATE {
        @Override
        void run(Database database) {
            database.sql("update item set name = ? where id = ?", name(), 1).update();
        }
    },
    COMMIT {
        @Override
        void run(Database database) throws Exception {
            database.atomic(() -> UPDATE.run(database));
        }
    },
    ROLLBACK {
        @Override
        void run(Database database) throws Exception {
            try {
                database.atomic(() -> {
                    UPDATE.run(database);
                    throw new Undo();
                });
            } catch (Undo _) {
                // as it should
            }
        }
    },
    SAVEPOINT {
        @Override
        void run(Database database) throws Exception {
            database.atomic(() -> {
                COMMIT.run(database);
                ROLLBACK.run(database);
                UPDATE.run(database);
            });
        }
    },
    STREAM {
        @Override
        void run(Database database) {
            database.sql("select id from item").forEach(Long.class, new ArrayList<>()::add);
        }
    },
    BATCH {
        @Override
        void run(Database database) {
            database.sql("update item set name = ? where id = ?")
                    .batch(List.of(List.of(name(), 1), List.of(name(), 2)));
        }
    },
    DATA_SOURCE {
        @Override
        void run(Database database) throws SQLException {
            try (var connection = database.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                try (var statement = connection.prepareStatement("update item set name = ? where id = 1")) {
                    statement.setString(1, name());
                    statement.executeUpdate();
                }
                connection.commit();
            }
        }
    },
    DATA_SOURCE_LEFT_OPEN {
        @Override
        @SuppressWarnings("MustBeClosed") // that is the point of it
        void run(Database database) throws SQLException {
            var connection = database.dataSource().getConnection();
            connection.setAutoCommit(false);
            connection.createStatement().executeUpdate("update item set name = 'lost' where id = 1");
        }
    };

    abstract void run(Database database) throws Exception;

    /** Thrown to undo a transaction. */
    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
