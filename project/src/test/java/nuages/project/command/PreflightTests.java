package nuages.project.command;

import static org.assertj.core.api.Assertions.assertThat;

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
}
