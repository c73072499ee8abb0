package nuages.project.develop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import javax.management.ObjectName;
import nuages.testing.servers.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadingTests {
    private static final int RELOADS = Integer.getInteger("nuages.reloads", 5);
    private static final String OTHERS = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'monitor'";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Sketch sketch;

    @BeforeEach
    void draw() throws Exception {
        sketch = new Sketch(folder);
    }

    @AfterEach
    void stop() throws Exception {
        sketch.close();
    }

    @Test
    void an_edited_view_answers_at_the_same_port() throws Exception {
        sketch.start();
        assertThat(sketch.get()).isEqualTo("first");
        var url = sketch.url();

        sketch.views("Response.text(\"second\")");

        sketch.await("second"::equals);
        sketch.until(sketch.out, text -> text.contains("Reloaded in "));
        assertThat(sketch.url()).isEqualTo(url);
        assertThat(sketch.out.toString())
                .containsPattern("Reloaded in \\d+ ms: src/main/java/site/Views.java\n")
                .containsOnlyOnce("Quit with CONTROL-C.");
        assertThat(sketch.err.toString()).isEmpty();
        assertThat(sketch.stop()).isZero();
    }

    @Test
    void a_mistake_is_shown_until_it_is_mended() throws Exception {
        sketch.start();
        sketch.get();

        sketch.views("Response.text(\"<\" + mistake)");
        var told = sketch.await(answer -> answer.startsWith("The sources do not compile"));
        var shown = sketch.ask("", "text/html");

        assertThat(told).contains("src/main/java/site/Views.java:11: cannot find symbol");
        assertThat(shown.statusCode()).isEqualTo(500);
        assertThat(shown.body())
                .contains("src/main/java/site/Views.java:11", "return Response.text(&quot;&lt;&quot; + mistake);")
                .doesNotContain("\"<\"");
        assertThat(sketch.err.toString()).contains("src/main/java/site/Views.java:11: cannot find symbol");

        sketch.views("Response.text(\"mended\")");
        sketch.await("mended"::equals);
    }

    @Test
    void a_site_that_does_not_start_says_why_until_it_does() throws Exception {
        sketch.start();
        sketch.get();

        sketch.site(".secretKey(Settings.env(\"MISSING\"))");
        sketch.await(answer -> answer.contains("MISSING is missing: Site.java:8 asks for it"));
        sketch.site(".atStart(() -> { throw new IllegalStateException(\"no start\"); })");
        sketch.await(answer -> answer.contains("IllegalStateException: no start"));

        sketch.site("");
        sketch.await("first"::equals);
    }

    @Test
    void a_mistake_at_the_beginning_is_waited_for() throws Exception {
        sketch.views("mistake");
        sketch.start();
        sketch.until(sketch.out, text -> text.contains("Waiting for a change"));
        assertThat(sketch.ask(sketch.shownAt(), "text/html").body())
                .contains("The sources do not compile", "src/main/java/site/Views.java:11");

        sketch.views("Response.text(\"mended\")");

        sketch.await("mended"::equals);
        assertThat(sketch.url()).isEqualTo(sketch.shownAt());
    }

    @Test
    void settings_and_resources_begin_a_generation_too() throws Exception {
        sketch.site(".routes(it -> { var born = System.nanoTime();"
                + " it.get(\"/born\", request -> nuages.web.http.Response.text(\"\" + born)); })");
        sketch.start();
        var first = sketch.get("born");

        sketch.write(".env", "SITE_WORD=changed\n");
        sketch.until(sketch.out, text -> text.contains(": .env\n"));
        var second = sketch.get("born");
        sketch.write("src/main/resources/words.txt", "new");
        sketch.until(sketch.out, text -> text.contains(": src/main/resources/words.txt\n"));

        assertThat(second).isNotEqualTo(first);
        assertThat(sketch.get("born")).isNotEqualTo(second);
    }

    @Test
    void a_resource_is_as_it_was_last_written() throws Exception {
        sketch.write("src/main/resources/site/words.properties", "word=tea\n");
        sketch.views("Response.text(java.util.ResourceBundle.getBundle(\"site.words\").getString(\"word\"))");
        sketch.start();
        assertThat(sketch.get()).isEqualTo("tea");

        sketch.write("src/main/resources/site/words.properties", "word=coffee\n");

        sketch.await("coffee"::equals);
    }

    @Test
    void other_settings_of_the_server_open_it_anew() throws Exception {
        sketch.start();
        sketch.get();

        sketch.site(".server(it -> it.drainTime = java.time.Duration.ofSeconds(3))");

        sketch.until(sketch.out, text -> text.split("Quit with CONTROL-C").length == 3);
        assertThat(sketch.out.toString()).contains("those that run have 10 s.");
    }

    @Test
    void connections_of_the_old_generation_are_gone_before_the_new_one_answers() throws Exception {
        sketch.site(".database(\"" + PostgresServer.shared().newDatabase() + "\")");
        sketch.views("Response.text(\"first, others: \" + Work.current().database().sql(\"" + OTHERS
                + "\").one(Long.class))");
        sketch.start();
        assertThat(sketch.get()).isEqualTo("first, others: 0");

        for (int turn = 1; turn <= 3; turn++) {
            var word = "turn " + turn;
            sketch.views("Response.text(\"" + word + ", others: \" + Work.current().database().sql(\"" + OTHERS
                    + "\").one(Long.class))");
            assertThat(sketch.await(answer -> answer.startsWith(word))).isEqualTo(word + ", others: 0");
        }
    }

    @Test
    void generations_leave_nothing_behind() throws Exception {
        sketch.start();
        sketch.get();
        var threads = 0;
        for (int turn = 0; turn < RELOADS; turn++) {
            var word = "turn " + turn;
            sketch.views("Response.json(java.util.List.of(new Row(1, \"" + word + "\")))");
            sketch.await(answer -> answer.contains(word));
            if (turn == 0) {
                threads = ManagementFactory.getThreadMXBean().getThreadCount();
            }
        }

        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThanOrEqualTo(threads + 3);
        assertThat(generations()).isLessThanOrEqualTo(3);
    }

    /** How many there are once those are collected that nobody knows. */
    private static long generations() throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        long count;
        do {
            System.gc();
            var said = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmClassloaderStats",
                            new Object[] {},
                            new String[] {});
            count = said.lines()
                    .filter(line -> line.contains(Generation.class.getName()))
                    .count();
        } while (count > 3 && System.nanoTime() < end);
        return count;
    }
}
