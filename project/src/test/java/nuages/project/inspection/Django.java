package nuages.project.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nuages.testing.servers.Kind;

/** Tables that Django made. */
public final class Django {
    private Django() {}

    /** What Django itself runs to make these tables: {@code django}, its own, or {@code shop}. */
    public static List<String> sql(String what, Kind kind) {
        String name = "/django/" + what + "." + kind.name().toLowerCase(Locale.ROOT) + ".sql";
        try (var in = Objects.requireNonNull(Django.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(it -> it.replaceFirst(";$", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
