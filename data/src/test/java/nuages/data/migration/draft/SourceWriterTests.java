package nuages.data.migration.draft;

import static nuages.data.migration.Fields.bool;
import static nuages.data.migration.Fields.column;
import static nuages.data.migration.Fields.id;
import static nuages.data.migration.Fields.integer;
import static nuages.data.migration.Fields.manyToMany;
import static nuages.data.migration.Fields.reference;
import static nuages.data.migration.Fields.timestamp;
import static nuages.data.migration.Fields.varchar;
import static nuages.data.migration.Operation.addField;
import static nuages.data.migration.Operation.createModel;
import static nuages.data.migration.Operation.runSql;
import static nuages.data.migration.Operation.separate;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.history.MigrationGraph;
import nuages.data.migration.history.MigrationLoader;
import nuages.data.schema.ColumnType;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Deferral;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey.Action;
import nuages.data.schema.Index;
import nuages.data.schema.Index.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceWriterTests {
    private static final Draft INITIAL = Draft.of(
            new MigrationName("polls", "0001_initial"),
            List.of(new MigrationName("auth", "0001_initial")),
            List.of(
                    createModel(
                                    "Question",
                                    id(),
                                    varchar("text", 200),
                                    timestamp("publishedAt"),
                                    timestamp("closed").nullable(),
                                    reference("author", "auth.User").nullable())
                            .index(Index.of(
                                    "polls_questi_publish_1f2e3d_idx",
                                    List.of(Part.column("published_at").down()))),
                    createModel(
                            "Choice",
                            id(),
                            reference("question", "polls.Question"),
                            varchar("text", 200),
                            integer("votes").positive(),
                            manyToMany("tags", "polls.Tag"))));

    private static final String WRITTEN = """
        package polls.migrations;

        import static nuages.data.migration.Fields.*;
        import static nuages.data.migration.MigrationName.on;
        import static nuages.data.migration.Operation.*;

        import java.util.List;
        import nuages.data.migration.Migration;
        import nuages.data.migration.MigrationName;
        import nuages.data.migration.Operation;
        import nuages.data.schema.Index;
        import nuages.data.schema.Index.Part;

        /** Create model Question, create model Choice. */
        public final class M0001_initial implements Migration {
            @Override
            public List<MigrationName> dependencies() {
                return List.of(on("auth", "0001_initial"));
            }

            @Override
            public List<Operation> operations() {
                return List.of(
                        createModel("Question",
                                id(),
                                varchar("text", 200),
                                timestamp("publishedAt"),
                                timestamp("closed").nullable(),
                                reference("author", "auth.User").nullable())
                                .index(Index.of("polls_questi_publish_1f2e3d_idx", List.of(Part.column("published_at").down()))),
                        createModel("Choice",
                                id(),
                                reference("question", "polls.Question"),
                                varchar("text", 200),
                                integer("votes").positive(),
                                manyToMany("tags", "polls.Tag")));
            }
        }
        """;

    private static final Draft ODD = Draft.of(
            new MigrationName("odd", "0001_initial"),
            List.of(),
            List.of(
                    createModel(
                                    "Thing",
                                    varchar("code", 9).asKey().comment("a \"code\"\n"),
                                    bool("active").withDefault("true").collated("x"),
                                    integer("sum").stored("1 + 1"),
                                    reference("other", "odd.Thing")
                                            .unchecked()
                                            .unique()
                                            .onDelete(Action.SET_NULL),
                                    reference("seldom", "odd.Thing").withoutIndex(),
                                    column("list", new ColumnType.Array(new ColumnType.Decimal(4, 2), 3)),
                                    manyToMany("things", "odd.Thing")
                                            .table("odd_pairs")
                                            .columns("a_id", "b_id"))
                            .table("things")
                            .comment("all \\ of them")
                            .constraint(new Check("c", "sum > '\\'"))
                            .constraint(Unique.of(
                                            "u",
                                            List.of(Part.expression("lower(code)")
                                                    .down()))
                                    .where("active")
                                    .including(List.of("sum"))
                                    .withEqualNulls())
                            .constraint(Unique.of("d", "sum").deferred(Deferral.DEFERRED))
                            .index(Index.of("i", List.of(Part.column("code").by("text_pattern_ops")))
                                    .using("gin")
                                    .where("sum > 1")),
                    runSql("update things set sum = 1", "delete from things")
                            .backwards("select 1")
                            .onlyOn("SQLite"),
                    separate(
                            List.of(runSql("select 1")),
                            List.of(addField("Thing", integer("extra")).filledWith("'x'")))));

    @TempDir
    private Path folder;

    private static String written(Draft draft) {
        return SourceWriter.of(draft.name().app() + ".migrations").write(draft.name(), draft);
    }

    private Map<MigrationName, Migration> compiled(Map<MigrationName, ? extends Migration> drafts) throws IOException {
        var files = new ArrayList<String>(List.of("-proc:none", "-Xlint:all", "-Werror", "-d", folder.toString()));
        var packages = new TreeMap<String, String>();
        for (var draft : drafts.entrySet()) {
            String app = draft.getKey().app();
            packages.put(app, app + ".migrations");
            Path file = folder.resolve(app)
                    .resolve("migrations")
                    .resolve(draft.getKey().className() + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, SourceWriter.of(app + ".migrations").write(draft.getKey(), draft.getValue()));
            files.add(file.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, files.toArray(String[]::new)))
                .isZero();
        var loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        return MigrationLoader.of(loader).load(packages);
    }

    @Test
    void a_migration_reads_well() {
        assertThat(written(INITIAL)).isEqualTo(WRITTEN);
    }

    @Test
    void what_is_written_is_what_was_meant() throws IOException {
        assertThat(compiled(Map.of(ODD.name(), ODD)).values())
                .singleElement()
                .extracting(Migration::operations)
                .isEqualTo(ODD.operations());
    }

    @Test
    void whatever_is_drafted_compiles_to_itself() throws IOException {
        var known = new TreeMap<MigrationName, Migration>();
        var states = new States(new Random(5));
        for (int i = 0; i < 30; i++) {
            for (var draft :
                    Differ.of(MigrationGraph.of(known), states.questions()).drafts(states.state())) {
                known.put(draft.name(), draft);
            }
        }

        var loaded = compiled(known);
        assertThat(loaded.keySet()).isEqualTo(known.keySet());
        known.forEach((name, draft) -> assertThat(loaded)
                .extractingByKey(name)
                .satisfies(it -> assertThat(it.operations()).isEqualTo(draft.operations()))
                .satisfies(it -> assertThat(it.dependencies()).isEqualTo(draft.dependencies())));
    }
}
