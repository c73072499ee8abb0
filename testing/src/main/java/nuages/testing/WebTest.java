package nuages.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of a site: each has a {@link Client} to ask it with, a work, and a database that nothing stays on; who asks for one
 * has a {@link TestClock} or a {@link LiveServer} too.
 *
 * <pre>{@code
 * @WebTest(Site.class)
 * class PollTests {
 *     @Test
 *     void a_vote_is_counted(Client client) {
 *         var tea = Choice.objects.create(it -> it.text = "Tea");
 *
 *         var reply = client.post(PollUrls.vote.url(tea.question.id()), Map.of("choice", tea.id));
 *
 *         assertThat(reply).redirectsTo(PollUrls.detail.url(tea.question.id()));
 *     }
 * }
 * }</pre>
 *
 * <p>The site is composed by its own {@code main}, of the project's settings; nothing listens. Its databases are new ones
 * of the same kind beside those that the settings name (SQLite's are in memory), with all migrations applied. What a class
 * does in {@code @BeforeAll} is undone after its last test, what a test does after that test. Classes may run in parallel:
 * each that runs has databases of its own. What the site answers with 500 to is thrown in the test, and code that asks for
 * rows one by one fails.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TestSite.class)
public @interface WebTest {
    /** The class whose {@code main} runs the project. */
    Class<?> value();

    /** Variables that come before those of the environment, each as {@code "NUAGES_DEBUG=true"}. */
    String[] settings() default {};

    /**
     * Whether tests commit for real, which a few must: those that watch isolation, locks, several threads at once, or what
     * another process sees. They have as many connections as the site has, SQLite's a file; what a test did is undone by
     * emptying the tables of all models and writing the rows that were there before, which takes far longer than to roll
     * back. What else it changed, such as a table of no model, stays.
     */
    boolean committing() default false;
}
