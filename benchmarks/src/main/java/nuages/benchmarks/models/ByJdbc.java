package nuages.benchmarks.models;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** JDBC written by hand. */
final class ByJdbc implements Library {
    static final String ALL = "select id, name, email, age, score, active, joined, balance from models_person";

    private final Connection connection;

    ByJdbc(Connection connection) {
        this.connection = connection;
    }

    @Override
    public String name(long id) throws SQLException {
        try (var statement = connection.prepareStatement(ALL + " where id = ?")) {
            statement.setLong(1, id);
            return read(statement).getFirst().name;
        }
    }

    @Override
    public int all() throws SQLException {
        try (var statement = connection.prepareStatement(ALL)) {
            return read(statement).size();
        }
    }

    private static List<Person> read(PreparedStatement statement) throws SQLException {
        var all = new ArrayList<Person>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                var person = new Person();
                person.id = rows.getLong(1);
                person.name = rows.getString(2);
                person.email = rows.getString(3);
                person.age = rows.getInt(4);
                person.score = rows.getDouble(5);
                person.active = rows.getBoolean(6);
                person.joined = rows.getObject(7, OffsetDateTime.class).toInstant();
                person.balance = rows.getBigDecimal(8);
                all.add(person);
            }
        }
        return all;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
