package tfb;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import nuages.data.connection.Work;
import nuages.data.ddl.Introspection;
import nuages.data.ddl.SchemaWriter;
import nuages.data.model.KeyedModel;
import nuages.data.model.Tables;

/** The tables and what is in them, made where they are missing. */
final class Rows {
    private static final List<String> MESSAGES = List.of(
            "fortune: No such file or directory",
            "A computer scientist is someone who fixes things that aren't broken.",
            "After enough decimal places, nobody gives a damn.",
            "A bad random number generator: 1, 1, 1, 1, 1, 4.33e+67, 1, 1, 1",
            "A computer program does what you tell it to do, not what you want it to do.",
            "Emacs is a nice operating system, but I prefer UNIX. — Tom Christaensen",
            "Any program that runs right is obsolete.",
            "A list is only as strong as its weakest link. — Donald Knuth",
            "Feature: A bug with seniority.",
            "Computers make very fast, very accurate mistakes.",
            "<script>alert(\"This should not be displayed in a browser alert box.\");</script>",
            "フレームワークのベンチマーク");

    private Rows() {}

    static void createIfMissing() {
        create("world", World.class);
        create("fortune", Fortune.class);
        Work.atomic(() -> {
            if (!World.objects.exists()) {
                World.objects.bulkCreate(worlds());
            }
            if (!Fortune.objects.exists()) {
                Fortune.objects.bulkCreate(fortunes());
            }
            return true;
        });
    }

    private static void create(String table, Class<? extends KeyedModel<?>> model) {
        var database = Work.current().database();
        if (Introspection.of(database).table(table).isPresent()) {
            return;
        }
        Work.atomic(() -> {
            SchemaWriter.of(database.dialect())
                    .create(Tables.of(database.dialect(), model))
                    .forEach(it -> database.sql(it).update());
            return true;
        });
    }

    private static List<World> worlds() {
        return IntStream.rangeClosed(1, World.ROWS)
                .mapToObj(id -> {
                    var world = new World();
                    world.id = id;
                    world.randomNumber = ThreadLocalRandom.current().nextInt(World.ROWS) + 1;
                    return world;
                })
                .toList();
    }

    private static List<Fortune> fortunes() {
        var fortunes = new ArrayList<Fortune>();
        for (var message : MESSAGES) {
            var fortune = new Fortune();
            fortune.id = fortunes.size() + 1;
            fortune.message = message;
            fortunes.add(fortune);
        }
        return fortunes;
    }
}
