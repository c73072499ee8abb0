package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import nuages.data.error.DatabaseException;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalTests {
    @ParameterizedTest
    @EnumSource
    void statements_and_waits_are_told_in_order_with_their_times(Kind kind) {
        try (var bench = new Bench(kind, _ -> {})) {
            bench.work(() -> {
                bench.sql("select 1").one(Long.class);
                var journal = Work.current().statements().journal();

                bench.sql("select 2").one(Long.class);
                assertThatThrownBy(
                                () -> bench.sql("select nothing_of_that_name").one(Long.class))
                        .isInstanceOf(DatabaseException.class);

                assertThat(journal.entries())
                        .extracting(Journal.Entry::sql)
                        .containsExactly(null, "select 2", null, "select nothing_of_that_name");
                assertThat(journal.entries())
                        .extracting(Journal.Entry::failed)
                        .containsExactly(false, false, false, true);
                assertThat(journal.entries()).allMatch(it -> it.took().isPositive());
                assertThat(journal.ran())
                        .isEqualTo(
                                sum(journal.entries().get(1), journal.entries().get(3)));
                assertThat(journal.waited())
                        .isEqualTo(
                                sum(journal.entries().get(0), journal.entries().get(2)));
                assertThat(Work.current().statements().journal()).isSameAs(journal);
            });
        }
    }

    @Test
    void it_does_not_grow_without_end() {
        var journal = new Journal();
        for (int i = 0; i < Journal.LIMIT + 10; i++) {
            journal.ran("default", "select 1", 1_000, false);
        }

        assertThat(journal.entries()).hasSize(Journal.LIMIT);
        assertThat(journal.left()).isEqualTo(10);
        assertThat(journal.ran()).isEqualTo(Duration.ofNanos(1_000L * (Journal.LIMIT + 10)));
    }

    private static Duration sum(Journal.Entry one, Journal.Entry other) {
        return one.took().plus(other.took());
    }
}
