package nuages.testing.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PgBouncerTests {
    @BeforeEach
    void needs_the_program() {
        assumeTrue(PgBouncer.installed(), PgBouncer.MISSING);
    }

    @Test
    void many_clients_share_a_few_connections() throws SQLException {
        PostgresServer server = PostgresServer.shared();
        String url = server.newDatabase();

        try (PgBouncer bouncer = PgBouncer.before(server, 2)) {
            List<Connection> clients = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Connection client = DriverManager.getConnection(
                        DatabaseUrl.of(bouncer.url(url)).jdbc() + "&prepareThreshold=0");
                clients.add(client);
                try (Statement statement = client.createStatement();
                        ResultSet rows = statement.executeQuery("select current_database()")) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString(1)).isEqualTo(DatabaseUrl.of(url).database());
                }
            }

            assertThat(server.backends(url)).isBetween(1, 2);
            for (Connection client : clients) {
                client.close();
            }
        }
    }
}
