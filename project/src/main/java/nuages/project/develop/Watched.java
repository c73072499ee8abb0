package nuages.project.develop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The files that a running project is made of. They are looked at again and again, as that works on every file system
 * and notices everything within milliseconds. One thread uses it.
 */
final class Watched {
    /** Waits for a moment, or says that there is no time for that. */
    interface Moment {
        boolean over() throws InterruptedException;
    }

    private static final int MOST_LOOKS = 50;

    private final List<Path> places;
    private final Path sources;
    private final Path resources;
    private Look last;
    private Duration took = Duration.ZERO;
    private Duration cost = Duration.ZERO;

    Watched(Layout layout) {
        this.sources = layout.sources();
        this.resources = layout.resources();
        this.places = List.of(
                sources,
                layout.resources(),
                layout.root().resolve(".env"),
                layout.root().resolve("pom.xml"));
        this.last = look();
    }

    /** How long it takes to look: the shorter of the last two times, as one may have been cold, or disturbed. */
    Duration cost() {
        return cost;
    }

    /** The Java sources as they were when last looked at. */
    Look sources() {
        return last.sourcesIn(sources);
    }

    /**
     * What has changed since the last time this was asked: nothing as long as something goes on changing, so that a
     * branch that is being checked out is one change and not a hundred, and a file that is empty for a moment is none.
     */
    List<Path> changes(Moment moment) throws InterruptedException {
        var now = look();
        if (now.equals(last)) {
            return List.of();
        }
        for (int looks = 0; looks < MOST_LOOKS && !moment.over(); looks++) {
            var again = look();
            if (again.equals(now) && !now.emptied(last)) {
                break;
            }
            now = again;
        }
        var changes = now.changesSince(last);
        last = now;
        return changes;
    }

    /** Templates and static files: while developing they are read whenever they are asked for. */
    private boolean isReadEachTime(Path file) {
        if (!file.startsWith(resources)) {
            return false;
        }
        for (var part : resources.relativize(file)) {
            if (part.toString().equals("templates") || part.toString().equals("static")) {
                return true;
            }
        }
        return false;
    }

    private Look look() {
        long begun = System.nanoTime();
        var look = Look.at(places).without(this::isReadEachTime);
        var now = Duration.ofNanos(System.nanoTime() - begun);
        cost = now.compareTo(took) < 0 ? now : took;
        took = now;
        return look;
    }
}
