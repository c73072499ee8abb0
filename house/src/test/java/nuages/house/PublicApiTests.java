package nuages.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import nuages.house.Source.Declared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublicApiTests {
    @Test
    void every_type_and_method_that_users_see_has_javadoc() {
        Set<Path> exported = exportedFolders();
        List<String> silent = Source.all().stream()
                .filter(source -> exported.contains(source.path().resolveSibling("")))
                .flatMap(PublicApiTests::withoutJavadoc)
                .toList();

        assertThat(exported).isNotEmpty();
        assertThat(silent).as("one line of Javadoc is often enough").isEmpty();
    }

    @Test
    void what_users_see_is_told_from_what_they_do_not_see(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("Shown.java"), """
            public class Shown {
                /** Said. */
                public void said() {}
                public void unsaid() {}
                void hidden() {}
                @Override public String toString() { return ""; }
                class Inner { public void hidden() {} }
                public interface Open { void unsaid(); }
                /** Said. */
                public record Point(int x) {
                    public int x() { return x; }
                }
            }
            """);

        assertThat(Source.parse(List.of(file)).stream().flatMap(PublicApiTests::withoutJavadoc))
                .extracting(place -> place.replaceAll(".*:", ""))
                .containsExactlyInAnyOrder("1", "4", "8", "8");
    }

    private static Set<Path> exportedFolders() {
        return Source.all().stream()
                .filter(source -> source.isMain() && source.path().endsWith("module-info.java"))
                .flatMap(source -> source.unit().getModule().getDirectives().stream()
                        .filter(ExportsTree.class::isInstance)
                        .map(directive -> ((ExportsTree) directive).getPackageName())
                        .map(name -> source.path()
                                .resolveSibling(name.toString().replace('.', '/') + "/x")
                                .resolveSibling("")))
                .collect(Collectors.toSet());
    }

    private static Stream<String> withoutJavadoc(Source source) {
        Stream<Declared<ClassTree>> types = source.types().stream().filter(type -> visible(type.path()));
        Stream<Declared<MethodTree>> methods =
                source.methods().stream().filter(method -> visible(method.path()) && !documentedElsewhere(method));
        return Stream.concat(types, methods)
                .filter(declared -> !source.hasJavadoc(declared))
                .map(declared -> source.name() + ":" + source.line(declared.tree()));
    }

    /** Whether somebody outside the package can see a declaration: it and all around it are public. */
    private static boolean visible(TreePath declaration) {
        for (TreePath path = declaration; path != null; path = path.getParentPath()) {
            boolean hidden = switch (path.getLeaf()) {
                case ClassTree type -> !open(type.getModifiers(), path);
                case MethodTree method -> !open(method.getModifiers(), path);
                default -> false;
            };
            boolean local = (!path.equals(declaration) && path.getLeaf() instanceof MethodTree)
                    || path.getLeaf() instanceof VariableTree;
            if (hidden || local) {
                return false;
            }
        }
        return true;
    }

    private static boolean open(ModifiersTree modifiers, TreePath path) {
        Set<Modifier> flags = modifiers.getFlags();
        Kind around = path.getParentPath().getLeaf().getKind();
        boolean inInterface = around == Kind.INTERFACE || around == Kind.ANNOTATION_TYPE;
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || (inInterface && !flags.contains(Modifier.PRIVATE));
    }

    /** Whether what a method does is said by what it overrides, or by the record that it belongs to. */
    private static boolean documentedElsewhere(Declared<MethodTree> method) {
        boolean overrides = method.tree().getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        if (overrides || !(method.path().getParentPath().getLeaf() instanceof ClassTree type)) {
            return overrides;
        }
        boolean accessor = method.tree().getParameters().isEmpty()
                && type.getMembers().stream()
                        .filter(VariableTree.class::isInstance)
                        .anyMatch(member -> ((VariableTree) member)
                                .getName()
                                .equals(method.tree().getName()));
        boolean constructor = method.tree().getName().contentEquals("<init>");
        return type.getKind() == Kind.RECORD && (accessor || constructor);
    }
}
