package nuages.project.develop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nuages.data.connection.Databases;
import nuages.data.error.SettingsException;
import nuages.data.validation.Constraints;
import nuages.project.command.Console;
import nuages.project.command.Entrance;
import nuages.project.command.Listeners;
import nuages.project.command.Place;
import nuages.project.command.Places;
import nuages.project.command.Site;
import nuages.project.command.Stop;
import nuages.server.ManagementSettings;
import nuages.server.ServerSettings;
import nuages.web.http.Handler;
import nuages.web.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * Serves a project that changes: when its files do, requests wait, the old generation ends and its connections with it,
 * and a new one answers. The listeners are kept. If the sources do not compile or the site does not start, all requests
 * are told why. Threads share it.
 */
final class Reloading implements Run.Host {
    private static final Duration LEAST_PAUSE = Duration.ofMillis(50);
    private static final Duration SETTLE = Duration.ofMillis(20);
    private static final int IDLE_SHARE = 30;
    private static final Duration REQUESTS_END = Duration.ofSeconds(2);
    private static final Duration GENERATION_ENDS = Duration.ofSeconds(10);
    private static final int SHOWN_CHANGES = 3;
    private static final int FAILED = 1;

    private final Layout layout;
    private final Compiler compiler;
    private final Console console;
    private final Stop stop;
    private final String[] arguments;
    private final Watched watched;

    /** Guarded by this, as are the next five. */
    private @Nullable Listeners listeners;

    private @Nullable Run running;
    private boolean announced;
    private List<Path> changes = List.of();
    private long begun = System.nanoTime();
    private int exit;

    Reloading(Layout layout, Compiler compiler, Console console, Stop stop, String... arguments) {
        this.layout = layout;
        this.compiler = compiler;
        this.console = console;
        this.stop = stop;
        this.arguments = arguments;
        this.watched = new Watched(layout);
    }

    /** Serves until it is told to stop; answers with the exit code. */
    int serve() throws InterruptedException {
        stop.arm();
        try {
            renew(List.of());
            compiler.practise(watched.sources());
            while (!stop.toldWithin(pause())) {
                var changed = watched.changes(() -> stop.toldWithin(SETTLE));
                if (!changed.isEmpty()) {
                    renew(changed);
                }
            }
        } finally {
            finish();
        }
        synchronized (this) {
            return exit;
        }
    }

    /** Looking shall take a small share of the time only, however many files there are. */
    private Duration pause() {
        var share = watched.cost().multipliedBy(IDLE_SHARE);
        return share.compareTo(LEAST_PAUSE) > 0 ? share : LEAST_PAUSE;
    }

    private void renew(List<Path> changed) throws InterruptedException {
        Listeners open;
        synchronized (this) {
            begun = System.nanoTime();
            changes = changed;
            open = listeners;
        }
        if (changed.stream().anyMatch(file -> file.endsWith("pom.xml"))) {
            console.complain("pom.xml has changed: what it says of libraries holds when ./manage is started again");
        }
        if (open != null) {
            open.pause(REQUESTS_END);
        }
        switch (compiler.compile(watched.sources())) {
            case Outcome.Built built -> exchange(built);
            case Outcome.Refused refused -> {
                console.complain(refused.text());
                tell(new FailurePage(refused));
            }
        }
    }

    private void exchange(Outcome.Built built) throws InterruptedException {
        endOld();
        var next = new Run(layout, built, arguments, this);
        synchronized (this) {
            running = next;
        }
        next.start();
    }

    private void endOld() throws InterruptedException {
        Run old;
        synchronized (this) {
            old = running;
            running = null;
        }
        if (old != null && !old.end(GENERATION_ENDS)) {
            console.complain("the code from before the change does not end: its thread \"main\" still runs");
        }
        Json.forgetClasses();
        Constraints.standard().forgetClasses();
    }

    private synchronized void tell(FailurePage page) {
        console.say(page.title() + ". Waiting for a change.");
        if (listeners != null) {
            listeners.resume(page, (request, failure) -> page.handle(request), Databases.of());
        } else {
            listeners = first(page);
        }
    }

    /** While no site has started nobody knows its settings: this listens where sites usually do, or where it was told. */
    private @Nullable Listeners first(FailurePage page) {
        var places = Places.among(Arrays.copyOfRange(arguments, 1, arguments.length));
        try {
            var opened = outside(() -> Listeners.start(
                    page,
                    (request, failure) -> page.handle(request),
                    Databases.of(),
                    places.of(ServerSettings.standard()),
                    places.of(ManagementSettings.standard()),
                    console));
            console.say("Shown at    " + opened.place().url("http"));
            return opened;
        } catch (SettingsException taken) {
            return null; // it is in the terminal, and the site will say what it says
        }
    }

    @Override
    public Console console() {
        return console;
    }

    @Override
    public Entrance entrance(Run run) {
        return (site, server, management) -> open(run, site, server, management);
    }

    /** A generation is ready. */
    private synchronized Entrance.Opened open(
            Run run, Site site, ServerSettings server, ManagementSettings management) {
        if (running != run) {
            return new Shut(); // files changed once more while it started
        }
        var its = site.with(within(Thread.currentThread().getContextClassLoader(), site.handler()));
        var open = listeners;
        if (open != null && open.listenAt(server, management)) {
            open.resume(its);
            if (!announced) {
                announced = true;
                return new Door(open, false);
            }
            var took = Duration.ofNanos(System.nanoTime() - begun);
            console.say("Reloaded in " + took.toMillis() + " ms: " + changed());
            return new Door(open, true);
        }
        if (open != null) {
            listeners = null;
            open.close();
        }
        var opened = outside(() -> Listeners.start(its, server, management, console));
        listeners = opened;
        announced = true;
        return new Door(opened, false);
    }

    /** The threads of listeners outlive a generation, and must not know it. */
    private static Listeners outside(Supplier<Listeners> start) {
        var thread = Thread.currentThread();
        var generation = thread.getContextClassLoader();
        thread.setContextClassLoader(Reloading.class.getClassLoader());
        try {
            return start.get();
        } finally {
            thread.setContextClassLoader(generation);
        }
    }

    /** A request's thread, which has a life of its own, shall find the classes of the generation that answers it. */
    private static Handler within(ClassLoader generation, Handler handler) {
        return request -> {
            Thread.currentThread().setContextClassLoader(generation);
            return handler.handle(request);
        };
    }

    private String changed() {
        var more = changes.size() > SHOWN_CHANGES ? " and " + (changes.size() - SHOWN_CHANGES) + " more" : "";
        return changes.stream().limit(SHOWN_CHANGES).map(layout::name).collect(Collectors.joining(", ")) + more;
    }

    @Override
    public synchronized void ended(Run run, int code, String complaints) {
        if (running != run) {
            return;
        }
        running = null;
        if (!announced && code != FAILED) {
            exit = code; // help was asked for, or the arguments are wrong: no change of a file helps
            stop.tell();
        } else {
            tell(new FailurePage("The site did not start", complaints));
        }
    }

    private void finish() throws InterruptedException {
        Listeners open;
        synchronized (this) {
            open = listeners;
            listeners = null;
        }
        if (open != null) {
            open.close();
        }
        endOld();
    }

    /** What a generation sees of the listeners: it closes no more than its own side of them. */
    private record Door(Listeners listeners, boolean renewed) implements Entrance.Opened {
        @Override
        public Place place() {
            return listeners.place();
        }

        @Override
        public Place management() {
            return listeners.management();
        }

        @Override
        public void close() {
            listeners.pause(REQUESTS_END);
        }
    }

    /** What a generation sees that comes too late. */
    private record Shut() implements Entrance.Opened {
        @Override
        public Place place() {
            return new Place("", 0);
        }

        @Override
        public Place management() {
            return new Place("", 0);
        }

        @Override
        public boolean renewed() {
            return true;
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }
}
