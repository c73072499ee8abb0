package nuages.data.connection;

import java.util.function.Consumer;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;
import nuages.testing.servers.FaultPlan;

/** Databases whose driver fails as planned. */
public final class Faulty {
    private Faulty() {}

    /** The database of that address. */
    public static Database database(String url, FaultPlan plan, Consumer<PoolSettings.Change> change) {
        var settings = PoolSettings.standard().with(change);
        var target = Target.of(DatabaseUrl.parse(url), settings);
        var planned = new Target(
                target.dialect(),
                plan.url(target.jdbcUrl()),
                target.properties(),
                target.shown(),
                target.greeting(),
                target.identity(),
                target.inMemory(),
                target.rehearsal());
        return new Database("faulty", planned, settings);
    }
}
