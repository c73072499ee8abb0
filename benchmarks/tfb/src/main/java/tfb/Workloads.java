package tfb;

import static nuages.web.template.Templates.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import nuages.data.connection.Statements.Strict;
import nuages.data.connection.Work;
import nuages.web.http.Request;
import nuages.web.http.Response;

/** The pages. */
final class Workloads {
    private static final int MOST = 500;

    private Workloads() {}

    /** What {@code /json} says. */
    record Greeting(String message) {}

    /** A row as it is sent. */
    record Row(int id, int randomNumber) {
        static Row of(World world) {
            return new Row(world.id, world.randomNumber);
        }
    }

    static Response json(Request request) {
        return Response.json(new Greeting("Hello, World!"));
    }

    static Response plaintext(Request request) {
        return Response.text("Hello, World!");
    }

    static Response db(Request request) {
        return Response.json(Row.of(anyWorld()));
    }

    static Response queries(Request request) {
        oneByOne();
        return Response.json(Stream.generate(Workloads::anyWorld)
                .limit(wanted(request))
                .map(Row::of)
                .toList());
    }

    static Response fortunes(Request request) {
        var fortunes = new ArrayList<>(Fortune.objects.list());
        var added = new Fortune();
        added.message = "Additional fortune added at request time.";
        fortunes.add(added);
        fortunes.sort(Comparator.comparing(it -> it.message));
        return html("fortunes", "fortunes", fortunes);
    }

    static Response updates(Request request) {
        oneByOne();
        var worlds = ThreadLocalRandom.current()
                .ints(1, World.ROWS + 1)
                .distinct()
                .limit(wanted(request))
                .sorted() // so that two requests never wait for each other's rows
                .mapToObj(World.objects::get)
                .toList();
        worlds.forEach(it -> it.randomNumber = random());
        World.objects.bulkUpdate(worlds, World_.randomNumber);
        return Response.json(worlds.stream().map(Row::of).toList());
    }

    /** The workload is a query for each row, which tests of a site would refuse. */
    private static void oneByOne() {
        Work.current().strict(Strict.OFF);
    }

    private static World anyWorld() {
        return World.objects.get(random());
    }

    private static int random() {
        return ThreadLocalRandom.current().nextInt(World.ROWS) + 1;
    }

    /** How many rows a request wants: one if it says nothing sensible. */
    private static int wanted(Request request) {
        return request.query("queries").map(Workloads::number).orElse(1);
    }

    private static int number(String text) {
        try {
            return Math.clamp(Long.parseLong(text), 1, MOST);
        } catch (NumberFormatException notOne) {
            return 1;
        }
    }
}
