package nuages.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import nuages.house.Source.Declared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SizeTests {
    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 40;
    private static final int PACKAGE_TYPES = 20;

    @Test
    void no_file_is_longer_than_400_lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Source source : Source.all()) {
            int lines = Files.readAllLines(source.path()).size();
            if (lines > FILE_LINES) {
                tooLong.add(source.name() + " has " + lines + " lines");
            }
        }

        assertThat(tooLong)
                .as("split these files: each part should have a name of its own")
                .isEmpty();
    }

    @Test
    void no_method_is_longer_than_40_lines() {
        List<String> tooLong =
                Source.all().stream().flatMap(SizeTests::longMethods).toList();

        assertThat(tooLong)
                .as("split these methods: each part should have a name of its own")
                .isEmpty();
    }

    @Test
    void no_package_shows_more_than_20_types() {
        Map<String, List<String>> shown = new TreeMap<>();
        for (Source source : Source.all()) {
            if (source.isMain() && !source.isInfo()) {
                source.unit().getTypeDecls().stream()
                        .filter(ClassTree.class::isInstance)
                        .map(ClassTree.class::cast)
                        .filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC))
                        .forEach(type -> shown.computeIfAbsent(
                                        Repository.name(source.path().resolveSibling("")), _ -> new ArrayList<>())
                                .add(type.getSimpleName().toString()));
            }
        }
        shown.values().removeIf(types -> types.size() <= PACKAGE_TYPES);

        assertThat(shown)
                .as("a package is what one sentence covers: split these")
                .isEmpty();
    }

    @Test
    void lines_are_counted_from_the_first_annotation_to_the_last_brace(@TempDir Path folder) throws IOException {
        String method = "    @Deprecated%n    int one() {%n" + "        one();%n".repeat(METHOD_LINES - 3) + "    }%n";
        String longer = method.replace("one() {", "two() {%n");
        Path file = folder.resolve("Long.java");

        Files.writeString(file, ("class Long {%n" + method + longer + "}%n").formatted());

        assertThat(Source.parse(List.of(file)).stream().flatMap(SizeTests::longMethods))
                .singleElement()
                .asString()
                .endsWith("two has 41 lines");
    }

    private static Stream<String> longMethods(Source source) {
        return source.methods().stream()
                .map(Declared::tree)
                .filter(method -> source.lines(method) > METHOD_LINES)
                .map(method -> "%s:%d %s has %d lines"
                        .formatted(source.name(), source.line(method), method.getName(), source.lines(method)));
    }
}
