package nuages.project.develop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of sources that were compiled before, a part is compiled: and the classes are those that all of them would give. */
class RenewalTests {
    private static final List<String> OTHERS = List.of("Top", "Middle", "Leaf", "Third", "Fourth", "Fifth", "Sixth");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Sketch sketch;

    @SuppressWarnings("NullAway.Init")
    private Path before;

    /** Leaf calls through Middle what Top has; the rest knows none of them. */
    @BeforeEach
    void draw() throws Exception {
        sketch = new Sketch(folder);
        type(
                "Top",
                "static final int SIZE = 1; static Object made() { return new Object() {}; } int size() { return 1; }");
        write("Middle", "class Middle extends Top {}");
        type("Leaf", "long size = new Middle().size(); static int copy() { return Top.SIZE; }");
        for (var name : OTHERS.subList(3, OTHERS.size())) {
            type(name, "record Part(int number) {}");
        }
        before = built();
    }

    private void type(String name, String body) throws IOException {
        write(name, "class " + name + " { " + body + " }");
    }

    private void write(String name, String text) throws IOException {
        sketch.write("src/main/java/site/" + name + ".java", "package site;\n\n" + text + "\n");
    }

    @Test
    void a_change_within_a_method_compiles_one_source() throws Exception {
        type("Top", "static final int SIZE = 1; static Object made() { return \"\"; } int size() { return 22; }");

        assertThat(renewed()).containsExactly("Top");
    }

    @Test
    void what_is_private_reaches_nobody_else() throws Exception {
        type(
                "Top",
                "static final int SIZE = 1; private static final int OWN = 5; static Object made() { return more(); }"
                        + " private static Object more() { return OWN; } int size() { return 1; }");

        assertThat(renewed()).containsExactly("Top");
    }

    @Test
    void another_type_of_a_method_reaches_those_that_call_it_through_others() throws Exception {
        type("Top", "static final int SIZE = 1; static Object made() { return 1; } short size() { return 1; }");

        assertThat(renewed()).containsExactly("Leaf", "Middle", "Top");
    }

    @Test
    void a_constant_reaches_those_that_have_a_copy_of_it() throws Exception {
        type("Top", "static final int SIZE = 2; static Object made() { return 1; } int size() { return 1; }");

        assertThat(renewed()).contains("Leaf", "Sixth");
    }

    @Test
    void a_method_that_has_gone_is_missed_by_those_that_call_it() throws Exception {
        type("Top", "static final int SIZE = 1;");

        assertThat(((Outcome.Refused) compile()).text()).contains("Leaf.java:3: cannot find symbol");
    }

    @Test
    void a_nested_class_that_has_gone_is_missed() throws Exception {
        type("Fourth", "Third.Part part = new Third.Part(1);");
        before = built();
        type("Third", "");

        assertThat(((Outcome.Refused) compile()).text()).contains("Fourth.java:3:", "Third");
    }

    @Test
    void a_second_class_of_a_file_that_comes_or_goes_is_noticed() throws Exception {
        write("Third", "class Third {}\n\nclass Besides {}");
        assertThat(renewed()).contains("Third", "Sixth");
        before = built();
        type("Third", "");

        assertThat(renewed()).contains("Third", "Sixth");
        assertThat(built().resolve("site/Besides.class")).doesNotExist();
    }

    @Test
    void a_source_that_comes_or_goes_is_noticed() throws Exception {
        type("Seventh", "");
        assertThat(renewed()).contains("Sixth");
        Files.delete(folder.resolve("src/main/java/site/Seventh.java"));
        before = built();

        assertThat(before.resolve("site/Seventh.class")).doesNotExist();
    }

    @Test
    void a_field_of_a_model_reaches_what_is_generated_of_it_and_those_that_refer_to_it() throws Exception {
        var reference = "@ForeignKey(onDelete = OnDelete.CASCADE) public Ref<Third> third;";
        write("Third", model("Third", "public int votes;"));
        write("Fourth", model("Fourth", reference));
        type("Fifth", "Object field = Fourth_.third().votes;");
        before = built();
        write("Third", model("Third", "public int votes; public int more;"));

        assertThat(renewed()).containsExactly("Fifth", "Fourth", "Third");
    }

    private static String model(String name, String fields) {
        return """
            import nuages.data.mapping.ForeignKey;
            import nuages.data.mapping.OnDelete;
            import nuages.data.model.Model;
            import nuages.data.model.Ref;

            public class %s extends Model {
                %s
            }
            """.formatted(name, fields);
    }

    /** The sources that were compiled; the classes are the same as if that were all of them. */
    private Set<String> renewed() throws IOException {
        var after = built();
        var compiled = new TreeSet<String>();
        for (var name : OTHERS) {
            var file = "site/" + name + ".class";
            if (!Files.isSameFile(before.resolve(file), after.resolve(file))) {
                compiled.add(name);
            }
        }
        var part = classes(after);
        try (var kept = Files.newDirectoryStream(sketch.layout.made(), "classes-*")) {
            for (var each : kept) {
                new Shelf(sketch.layout.made()).discard(each);
            }
        }
        before = built();
        assertThat(part).isEqualTo(classes(before));
        return compiled;
    }

    private static Map<String, String> classes(Path folder) throws IOException {
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
                found.put(folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return found;
    }

    private Path built() {
        var outcome = compile();
        assertThat(outcome).isInstanceOf(Outcome.Built.class);
        return ((Outcome.Built) outcome).folder();
    }

    /** As a process does that was started for it. */
    private Outcome compile() {
        var layout = sketch.layout;
        return new Compiler(layout, layout.compilePath())
                .compile(Look.at(List.of(layout.sources())).sourcesIn(layout.sources()));
    }
}
