package nuages.project.develop;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What becomes of sources when they are compiled. */
sealed interface Outcome {
    /**
     * Classes.
     *
     * @param folder where they are
     */
    record Built(Path folder) implements Outcome {}

    /**
     * Nothing, as they are not Java.
     *
     * @param mistakes why, at least one
     */
    record Refused(List<Mistake> mistakes) implements Outcome {
        /** As a compiler says it. */
        String text() {
            return mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n"))
                    + (mistakes.size() == 1 ? "\n1 error" : "\n" + mistakes.size() + " errors");
        }
    }
}
