package nuages.data.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import nuages.processor.ModelProcessor;
import org.junit.jupiter.api.Test;

/** What builds rely on that compile only what has changed: what is written for a class depends on that class. */
class IncrementalTests {
    private static final String MODEL = """
        package shop;

        import nuages.data.mapping.ForeignKey;
        import nuages.data.mapping.OnDelete;
        import nuages.data.model.Model;
        import nuages.data.model.Ref;

        public class %s extends Base {
            %s
        }
        """;

    @Test
    void the_processor_says_that_it_is_isolating() throws IOException {
        var file = "/META-INF/gradle/incremental.annotation.processors";
        try (var bytes = Objects.requireNonNull(ModelProcessor.class.getResourceAsStream(file))) {
            assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("nuages.processor.ModelProcessor,isolating\n");
        }
    }

    @Test
    void each_generated_file_names_the_one_source_it_was_made_of() throws IOException {
        var sources = List.of(
                source(
                        "Base",
                        "package shop; public abstract class Base extends nuages.data.model.Model { public int n; }"),
                source("Product", MODEL.formatted("Product", "")),
                source(
                        "Review",
                        MODEL.formatted(
                                "Review", "@ForeignKey(onDelete = OnDelete.CASCADE) public Ref<Product> product;")),
                source("Around", """
                    package shop;

                    public final class Around {
                        public static class Inner extends nuages.data.model.Model {
                            public int n;
                        }
                    }
                    """));
        var found = new TreeMap<String, List<String>>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = new Noticing(compiler.getStandardFileManager(null, Locale.ROOT, null), found)) {
            var task = compiler.getTask(null, files, null, List.of("-proc:only"), null, sources);
            task.setProcessors(List.of(new ModelProcessor()));

            assertThat(task.call()).isTrue();
        }

        assertThat(found)
                .isEqualTo(Map.of(
                        "shop.Around_Inner_", List.of("/shop/Around.java"),
                        "shop.Product_", List.of("/shop/Product.java"),
                        "shop.Review_", List.of("/shop/Review.java")));
    }

    private static JavaFileObject source(String name, String text) {
        return new Written("shop/" + name, text);
    }

    /** A file that is kept nowhere. */
    private static final class Written extends SimpleJavaFileObject {
        private final String text;

        Written(String path, String text) {
            super(URI.create("memory:///" + path + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return text;
        }

        @Override
        public OutputStream openOutputStream() {
            return OutputStream.nullOutputStream();
        }
    }

    /** Notices what generated sources are said to be made of. */
    private static final class Noticing extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, List<String>> found;

        Noticing(JavaFileManager files, Map<String, List<String>> found) {
            super(files);
            this.found = found;
        }

        @Override
        public boolean hasLocation(Location location) {
            return location == StandardLocation.CLASS_OUTPUT || super.hasLocation(location);
        }

        @Override
        public JavaFileObject getJavaFileForOutputForOriginatingFiles(
                Location location, String name, JavaFileObject.Kind kind, FileObject... from) {
            found.put(name, Stream.of(from).map(it -> it.toUri().getPath()).toList());
            return new Written(name.replace('.', '/'), "package shop;");
        }
    }
}
