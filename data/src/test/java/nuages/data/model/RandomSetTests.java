package nuages.data.model;

import java.time.Duration;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders, limits and combinations one after the other; {@code -Dnuages.worlds=1000} tries more. */
class RandomSetTests {
    private static final int WORLDS = Integer.getInteger("nuages.worlds", 12);

    @ParameterizedTest
    @EnumSource
    void chains_of_querysets_are_what_they_are_in_memory(Kind kind) {
        var database = Database.open("default", kind.newDatabase());
        try {
            for (long seed = 1; seed <= WORLDS; seed++) {
                long world = seed;
                Work.of("world " + seed, Databases.of(database)).run(() -> new Chains(database, world).compare());
            }
        } finally {
            database.shutdown(Duration.ZERO);
        }
    }
}
