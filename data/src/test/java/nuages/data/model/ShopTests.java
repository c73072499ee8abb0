package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nuages.data.connection.Work;
import nuages.data.model.shop.Stock;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One question after another about a shop, each with the same answer from every database. */
class ShopTests {
    /** A question and what it should be answered with. */
    record Question(String text, Ask ask) {}

    /** Asks, and checks the answer. */
    @FunctionalInterface
    interface Ask {
        void of(Stock stock);
    }

    @TestFactory
    Stream<DynamicContainer> every_database_gives_the_same_answers() {
        var questions = new ArrayList<Question>();
        questions.addAll(ShopFilters.questions());
        questions.addAll(ShopRelations.questions());
        return Stream.of(Kind.values())
                .map(kind -> DynamicContainer.dynamicContainer(kind.name(), on(kind, questions)));
    }

    private static List<DynamicTest> on(Kind kind, List<Question> questions) {
        var tests = new ArrayList<DynamicTest>();
        var opened = new Opened(kind);
        for (var question : questions) {
            tests.add(DynamicTest.dynamicTest(question.text, () -> opened.ask(question)));
        }
        tests.add(DynamicTest.dynamicTest("nothing is left lent", opened::close));
        return tests;
    }

    /** A shop that is opened with the first question. */
    private static final class Opened {
        private final Kind kind;
        private @org.jspecify.annotations.Nullable Site site;
        private @org.jspecify.annotations.Nullable Stock stock;

        private Opened(Kind kind) {
            this.kind = kind;
        }

        private void ask(Question question) {
            if (site == null) {
                site = new Site(kind, ModelSettings.standard(), Stock.MODELS);
            }
            Work.of(question.text, site.databases).run(() -> {
                if (stock == null) {
                    stock = Work.atomic(Stock::new);
                }
                question.ask.of(stock);
            });
        }

        private void close() {
            if (site != null) {
                assertThat(site.database.snapshot().leased()).isZero();
                site.close();
            }
        }
    }
}
