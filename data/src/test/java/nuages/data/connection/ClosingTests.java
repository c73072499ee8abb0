package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nuages.testing.servers.FaultPlan;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosingTests {
    private static final int TIMES = 10;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void a_connection_that_is_well_is_closed_without_another_that_looks_after_it(Kind kind) {
        var url = kind.newDatabase();
        var plan = new FaultPlan();
        for (int i = 0; i < TIMES; i++) {
            var database = Faulty.database(url, plan, _ -> {});
            Work.of("asks", Databases.of(database))
                    .run(() -> database.sql("select 1").one(Long.class));
            database.shutdown(Duration.ZERO);
        }

        assertThat(plan.calls()).filteredOn("Driver.connect"::equals).hasSize(TIMES);
    }
}
