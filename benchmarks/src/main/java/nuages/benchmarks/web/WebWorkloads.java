package nuages.benchmarks.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Asks both sites for the same pages by turns, over 64 connections that stay open. The load comes from wrk, which must be
 * installed.
 */
public final class WebWorkloads {
    private static final int POOL = 10;
    private static final int CONNECTIONS = 64;
    private static final int SECONDS = 4;
    /** How often a page is asked for before anything counts: what it runs is compiled then, on two cores too. */
    private static final int WARMING = 5;

    private static final int ROUNDS = 3;
    private static final List<Page> PAGES = List.of(
            new Page("/plaintext"),
            new Page("/thread/plaintext"),
            new Page("/json"),
            new Page("/thread/json"),
            new Page("/db"),
            new Page("/queries?queries=20"),
            new Page("/fortunes"),
            new Page("/updates?queries=20"));

    private WebWorkloads() {}

    /** A page of both sites. */
    private record Page(String path) {}

    /**
     * What a page took on both sites.
     *
     * @param page the page
     * @param nuages requests a second, the median of all rounds
     * @param byHand the same of the site by hand
     * @param bytes what one request allocates
     * @param bytesByHand the same of the site by hand
     */
    public record Result(String page, double nuages, double byHand, long bytes, long bytesByHand) {}

    /** One answer to all requests of a run. */
    private record Run(double perSecond, long bytes) {}

    /** Measures all pages on a database that is empty, and tells of each when it is done. */
    public static void run(String url, Consumer<Result> each) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("nuages-web");
        try (var nuages = nuages(folder, url);
                var byHand = byHand(folder, url)) {
            for (var page : PAGES) {
                for (int round = 0; round < WARMING; round++) {
                    load(nuages, page.path());
                    load(byHand, page.path());
                }
                var ours = new ArrayList<Run>();
                var theirs = new ArrayList<Run>();
                for (int round = 0; round < ROUNDS; round++) {
                    ours.add(load(nuages, page.path()));
                    theirs.add(load(byHand, page.path()));
                }
                each.accept(new Result(
                        page.path(),
                        median(ours).perSecond(),
                        median(theirs).perSecond(),
                        median(ours).bytes(),
                        median(theirs).bytes()));
            }
        }
    }

    private static Server nuages(Path folder, String url) throws IOException {
        var settings = Map.of(
                "DATABASE_URL",
                url,
                "NUAGES_POOL_SIZE",
                String.valueOf(POOL),
                "NUAGES_DEBUG",
                "false",
                "SECRET_KEY",
                "for-measuring-and-for-nothing-else-at-all");
        return Server.start(folder, settings, "tfb.Site", "runserver", "--port", "{port}", "--management-port", "0");
    }

    private static Server byHand(Path folder, String url) throws IOException {
        return Server.start(folder, Map.of(), HandMade.class.getName(), url, String.valueOf(POOL), "{port}");
    }

    private static Run median(List<Run> runs) {
        var sorted = new ArrayList<>(runs);
        sorted.sort((a, b) -> Double.compare(a.perSecond(), b.perSecond()));
        return sorted.get(sorted.size() / 2);
    }

    private static Run load(Server server, String page) throws IOException, InterruptedException {
        long before = server.allocated();
        var wrk = new ProcessBuilder(
                        "wrk", "-t1", "-c" + CONNECTIONS, "-d" + SECONDS + "s", "--latency", server.url(page))
                .redirectErrorStream(true)
                .start();
        var said = new String(wrk.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0 || said.contains("Non-2xx")) {
            throw new IllegalStateException("wrk says:\n" + said);
        }
        long requests = Math.round(number(said, " requests in"));
        return new Run(number(said, "Requests/sec:"), (server.allocated() - before) / Math.max(1, requests));
    }

    /** The number that stands in front of some words, or behind them at the end of a line. */
    private static double number(String said, String words) {
        for (var line : said.lines().map(String::strip).toList()) {
            if (line.startsWith(words)) {
                return Double.parseDouble(line.substring(words.length()).strip());
            }
            int at = line.indexOf(words);
            if (at > 0) {
                return Double.parseDouble(line.substring(0, at).strip());
            }
        }
        throw new IllegalStateException("no \"" + words + "\" in:\n" + said);
    }
}
