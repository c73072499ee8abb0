package nuages.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** One Java file as the compiler reads it. */
record Source(Path path, CompilationUnitTree unit, Trees trees) {
    private static final List<Source> ALL = parse(Repository.javaFiles());

    /** Every Java file of the repository. */
    static List<Source> all() {
        return ALL;
    }

    /** Reads files without compiling them. */
    static List<Source> parse(List<Path> paths) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, problems, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths));
            Trees trees = Trees.instance(task);
            List<Source> sources = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                sources.add(new Source(Path.of(unit.getSourceFile().toUri()), unit, trees));
            }
            return List.copyOf(sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return Repository.name(path);
    }

    boolean isMain() {
        return name().contains("src/main/java/");
    }

    /** Whether the file declares a package or a module rather than types. */
    boolean isInfo() {
        return path.endsWith("package-info.java") || path.endsWith("module-info.java");
    }

    /** The line where a tree begins. */
    long line(Tree tree) {
        return unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
    }

    /** How many lines a tree takes, from its first annotation to its last brace. */
    long lines(Tree tree) {
        SourcePositions positions = trees.getSourcePositions();
        return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree)) - line(tree) + 1;
    }

    /** Every method and constructor that is written out, however deep. */
    List<Declared<MethodTree>> methods() {
        List<Declared<MethodTree>> methods = new ArrayList<>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                methods.add(new Declared<>(method, getCurrentPath()));
                return super.visitMethod(method, null);
            }
        }.scan(unit, null);
        return methods;
    }

    /** Every type that is written out, however deep. */
    List<Declared<ClassTree>> types() {
        List<Declared<ClassTree>> types = new ArrayList<>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
                types.add(new Declared<>(type, getCurrentPath()));
                return super.visitClass(type, null);
            }
        }.scan(unit, null);
        return types;
    }

    boolean hasJavadoc(Declared<?> declared) {
        String comment = trees.getDocComment(declared.path());
        return comment != null && !comment.isBlank();
    }

    /** A declaration, and where it stands. */
    record Declared<T extends Tree>(T tree, TreePath path) {}
}
