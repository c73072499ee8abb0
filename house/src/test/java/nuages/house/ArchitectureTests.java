package nuages.house;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ArchitectureTests {
    /** What each package of {@code nuages.data} knows of the others. */
    private static final Map<String, String[]> DATA = Map.ofEntries(
            entry("error", knows()),
            entry("schema", knows()),
            entry("mapping", knows()),
            entry("concurrent", knows()),
            entry("socket", knows()),
            entry("sqlite", knows()),
            entry("validation", knows("error")),
            entry("dialect", knows("error")),
            entry("settings", knows("dialect", "error")),
            entry("row", knows("dialect", "error")),
            entry("connection", knows("dialect", "error", "socket", "concurrent", "sqlite", "settings", "row")),
            entry("ddl", knows("schema", "connection", "dialect", "row", "error")),
            entry("syntax", knows("row", "dialect", "error")),
            entry("query", knows("syntax", "row", "dialect", "error")),
            entry(
                    "model",
                    knows(
                            "mapping",
                            "query",
                            "syntax",
                            "schema",
                            "ddl",
                            "connection",
                            "row",
                            "validation",
                            "dialect",
                            "error")),
            entry("migration", knows("model", "mapping", "schema", "ddl", "connection", "row", "dialect", "error")));

    @Test
    void every_module_is_seen_by_the_guards() {
        assertThat(Repository.uncompiled())
                .as("compile these first: house/pom.xml should depend on them")
                .isEmpty();
    }

    @Test
    void packages_do_not_depend_on_each_other_in_circles() {
        Arrows.noCycles("nuages").check(Repository.main());
    }

    @Test
    void modules_know_only_those_below_them() {
        Arrows.modulesPointDown().forEach(rule -> rule.check(Repository.published()));
    }

    @Test
    void the_servers_for_tests_know_nothing_of_nuages() {
        Arrows.testingServersKnowNobody().check(Repository.main());
    }

    @Test
    void packages_of_data_know_only_those_below_them() {
        DATA.forEach((name, others) -> Arrows.dataKnows(name, others).check(Repository.published()));
    }

    @Test
    void every_package_of_data_has_its_place() {
        Set<String> found = Repository.published().stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("nuages.data."))
                .map(name -> name.split("\\.")[2])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).isNotEmpty();
        assertThat(DATA.keySet()).containsAll(found);
    }

    @Test
    void connections_never_leave_their_package() {
        Arrows.connectionsStayIn("nuages.data.connection..").check(Repository.published());
    }

    @Test
    void only_the_server_knows_its_network_library() {
        ArchRule rule = Arrows.onlyIn(
                "nuages.server..",
                "the library can be replaced as long as one package knows it",
                "io.vertx..",
                "io.netty..");

        rule.check(Repository.published());
    }

    @Test
    void middleware_does_not_know_other_middleware() {
        Arrows.middlewareIsAlone("nuages.web.http.Middleware").check(Repository.published());
    }

    @Test
    void batteries_know_only_those_below_them() {
        Arrows.batteriesPointDown().forEach(rule -> rule.check(Repository.published()));
    }

    @Test
    void data_knows_nothing_of_http() {
        Arrows.dataKnowsNoHttp().check(Repository.published());
    }

    @Test
    void the_words_of_http_know_of_data_only_works_and_errors() {
        Arrows.webKnowsOnlyWorkAndErrors().check(Repository.published());
    }

    private static String[] knows(String... others) {
        return others;
    }
}
