package nuages.project.command;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
@Command(name = "connections")
final class Connections implements Callable<Integer> {
    Connections(Supplier<Site> source, Console console) {}
    public Integer call() { return 0; }
}
