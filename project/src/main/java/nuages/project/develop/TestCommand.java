package nuages.project.develop;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What help says of {@code ./manage test}, which is run before there is a project. */
@Command(name = "test", description = "Compiles and runs the tests, without Maven.", mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "CLASS",
            description = "Classes of tests, by the beginning of their names; without one, all. Options are those of"
                    + " JUnit's console, such as --include-tag=slow.")
    private List<String> classes = List.of();

    @Override
    public Integer call() {
        throw new IllegalStateException("tests " + classes + " are run by ./manage, not within the project");
    }
}
