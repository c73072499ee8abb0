package nuages.project.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.settings.PoolSettings;
import nuages.testing.servers.DatabaseServer;
import nuages.testing.servers.MariaDbServer;
import nuages.testing.servers.PostgresServer;
import org.junit.jupiter.api.Test;

class PreflightTests {
    @Test
    void a_fleet_that_fits_shows_the_sum() {
        var preflight = new Preflight("default", "PostgreSQL", 4, 10, 2, 97, "its limits");

        assertThat(preflight.fits()).isTrue();
        assertThat(preflight)
                .hasToString("database \"default\": 4 servers × (pool.size 10 + 2 to cancel) = 48 connections, and"
                        + " PostgreSQL has 97 for them");
    }

    @Test
    void a_fleet_that_does_not_fit_is_told_what_would() {
        var preflight = new Preflight("default", "PostgreSQL", 12, 10, 2, 97, "max_connections without its reserves");

        assertThat(preflight.fits()).isFalse();
        assertThat(preflight)
                .hasToString("database \"default\": 12 servers × (pool.size 10 + 2 to cancel) = 144 connections, but"
                        + " PostgreSQL has only 97 for them (max_connections without its reserves): some will"
                        + " be refused when all are busy; set NUAGES_POOL_SIZE=6 or less, or raise the"
                        + " limit");
    }

    @Test
    void postgresql_is_asked_for_its_limit() {
        var preflight = ask(PostgresServer.shared());

        assertThat(preflight.dialect()).isEqualTo("PostgreSQL");
        assertThat(preflight.allowed())
                .isEqualTo(setting(
                        "select sum(case name when 'max_connections' then 1 else -1 end * setting::int) from"
                                + " pg_settings where name in ('max_connections', 'superuser_reserved_connections',"
                                + " 'reserved_connections')",
                        PostgresServer.shared()));
    }

    @Test
    void mariadb_is_asked_for_its_limit() {
        var preflight = ask(MariaDbServer.shared());

        assertThat(preflight.dialect()).isEqualTo("MariaDB");
        assertThat(preflight.allowed()).isEqualTo(setting("select @@global.max_connections", MariaDbServer.shared()));
    }

    private static Preflight ask(DatabaseServer server) {
        var database = Database.open("default", server.newDatabase(), PoolSettings.standard());
        try {
            return Work.of("preflight", Databases.of(database))
                    .run(() -> Preflight.of(database, 4))
                    .orElseThrow();
        } finally {
            database.shutdown(Duration.ZERO);
        }
    }

    private static long setting(String sql, DatabaseServer server) {
        return Long.parseLong(String.valueOf(server.adminRows(sql).getFirst().getFirst()));
    }
}
