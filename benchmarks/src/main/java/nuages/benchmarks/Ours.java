package nuages.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.settings.PoolSettings;

/** The pool of {@link Database}. */
final class Ours implements Peer {
    private final Database database;
    private final Databases databases;

    private Ours(Database database) {
        this.database = database;
        this.databases = Databases.of(database);
    }

    static Ours open(String url, int size) {
        var ours =
                new Ours(Database.open("default", url, PoolSettings.standard().with(it -> {
                    it.size = size;
                    it.waitLimit = Duration.ofSeconds(60);
                })));
        ours.fill(size);
        return ours;
    }

    /** The others open their connections at the start; this pool does when they are asked for at the same time. */
    private void fill(int size) {
        var all = new CountDownLatch(database.dialect().singleWriter() ? 1 : size);
        Work.of("fill", databases).run(() -> {
            List<Future<Boolean>> holders = java.util.stream.IntStream.range(0, (int) all.getCount())
                    .mapToObj(i -> Work.current()
                            .fork(() -> database.atomic(() -> {
                                database.sql("select 1").one(Long.class);
                                all.countDown();
                                all.await();
                                return true;
                            })))
                    .toList();
            for (var holder : holders) {
                await(holder);
            }
        });
    }

    private static void await(Future<Boolean> holder) {
        try {
            holder.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fills the table that {@link #select} looks at. */
    static void fillTable(String url) {
        try (var ours = open(url, 1)) {
            Work.of("table", ours.databases).run(() -> {
                ours.sql("create table thing (id bigint primary key, name varchar(100) not null, price bigint not"
                        + " null)");
                for (long id = 1; id <= 1000; id++) {
                    ours.sql("insert into thing (id, name, price) values (?, ?, ?)", id, "thing " + id, id * 100);
                }
            });
        }
    }

    private void sql(String text, Object... parameters) {
        database.sql(text, parameters).update();
    }

    @Override
    public void work(Step step) throws SQLException {
        Work.of("benchmark", databases).run(step::run);
    }

    @Override
    public boolean lend() {
        return Lending.once(database);
    }

    @Override
    public Thing select(long id) {
        return database.sql(Thing.SELECT, id).one(Thing.class);
    }

    @Override
    public long query(String sql) {
        return database.sql(sql).one(Long.class);
    }

    @Override
    public void close() {
        database.shutdown(Duration.ZERO);
    }
}
