package nuages.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PackageTests {
    private static final Pattern EMPTY_WORDS = Pattern.compile(".*/(utils?|common|helpers?|managers?|internal)");
    private static final Pattern EMPTY_NAMES = Pattern.compile("I[A-Z][a-z].*|Default[A-Z].*|Abstract[A-Z].*|.*Impl");

    private final List<Source> infos = Source.all().stream()
            .filter(source -> source.path().endsWith("package-info.java"))
            .toList();

    @Test
    void every_package_says_what_it_is_and_is_null_marked() {
        List<String> silent = infos.stream()
                .filter(source -> source.unit().getPackageAnnotations().stream()
                                .noneMatch(annotation -> annotation
                                        .getAnnotationType()
                                        .toString()
                                        .equals("NullMarked"))
                        || !startsWithJavadoc(source))
                .map(Source::name)
                .toList();

        assertThat(silent)
                .as("these need a sentence of Javadoc and @NullMarked")
                .isEmpty();
    }

    @Test
    void every_package_has_a_package_info() {
        Set<Path> described = infos.stream().map(PackageTests::packageOf).collect(Collectors.toSet());
        Set<String> undescribed = new TreeSet<>();
        for (Source source : Source.all()) {
            if (!source.path().endsWith("module-info.java") && !described.contains(packageOf(source))) {
                undescribed.add(Repository.name(source.path().resolveSibling("")));
            }
        }

        assertThat(undescribed).as("add a package-info.java to these").isEmpty();
    }

    @Test
    void packages_and_types_have_names_that_say_something() {
        Set<String> empty = new TreeSet<>();
        for (Source source : Source.all()) {
            String folder = Repository.name(source.path().resolveSibling(""));
            if (EMPTY_WORDS.matcher(folder).matches()) {
                empty.add(folder);
            }
            source.types().stream()
                    .map(type -> type.tree().getSimpleName().toString())
                    .filter(name -> EMPTY_NAMES.matcher(name).matches())
                    .forEach(name -> empty.add(source.name() + ": " + name));
        }

        assertThat(empty)
                .as("name what is different about these, or put them where they are used")
                .isEmpty();
    }

    private static boolean startsWithJavadoc(Source source) {
        try {
            return source.unit().getSourceFile().getCharContent(true).toString().startsWith("/**");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A package's place in its module; a module's tests share the package-info of its main code. */
    private static Path packageOf(Source source) {
        return Path.of(source.path()
                .resolveSibling("")
                .toString()
                .replace("src/test/java", "src/main/java")
                .replaceAll("/$", ""));
    }
}
