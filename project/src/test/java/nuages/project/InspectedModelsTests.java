package nuages.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nuages.data.ddl.Introspection;
import nuages.data.schema.Table;
import nuages.project.inspection.Django;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database of Django's is taken over: models for its tables, their first migration, and on from there. */
class InspectedModelsTests {
    private static final Pattern MODEL = Pattern.compile("wrote .*/(\\w+)\\.java");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void models_of_djangos_tables_have_nothing_to_migrate_and_make_the_same_tables(Kind kind) throws Exception {
        try (var workshop = new Workshop(folder);
                var theirs = new Bench(kind, folder);
                var ours = new Bench(kind, folder)) {
            theirs.sql(Django.sql("django", kind));
            var tables = tables(theirs);
            assertThat(theirs.run("inspectdb", "--managed", "--package=mysite.auth", "--output=" + workshop.sources))
                    .as(theirs.err)
                    .isZero();
            workshop.write("mysite/auth/Auth.java", app(theirs.out));
            theirs.apps(workshop.app("mysite.auth.Auth"));
            assertThat(theirs.run("makemigrations")).as(theirs.err).isZero();
            var app = workshop.app("mysite.auth.Auth");
            theirs.apps(app);

            assertThat(theirs.run("makemigrations", "--check")).as(theirs.out).isZero();
            assertThat(theirs.run("migrate", "--fake-initial")).as(theirs.err).isZero();
            assertThat(theirs.run("migrate", "--check")).isZero();
            assertThat(tables(theirs)).isEqualTo(tables);

            ours.apps(app);
            assertThat(ours.run("migrate")).as(ours.err).isZero();
            assertThat(tables(ours)).isEqualTo(tables);

            assertThat(theirs.run("migrate", "auth", "zero")).as(theirs.err).isZero();
            assertThat(tables(theirs)).isEmpty();
        }
    }

    private static String app(String written) {
        var models = MODEL.matcher(written)
                .results()
                .map(it -> it.group(1) + ".class")
                .collect(Collectors.joining(", "));
        return """
            package mysite.auth;

            import java.util.List;
            import nuages.data.model.KeyedModel;
            import nuages.project.App;

            public final class Auth implements App {
                @Override
                public String name() {
                    return "auth";
                }

                @Override
                public List<Class<? extends KeyedModel<?>>> models() {
                    return List.of(%s);
                }
            }
            """.formatted(models);
    }

    private static List<Table> tables(Bench bench) {
        return bench.work(() -> Introspection.of(bench.database()).tables()).stream()
                .filter(it -> !it.name().endsWith("_migrations"))
                .toList();
    }
}
