package nuages.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestNameTests {
    @Test
    void a_name_tells_who_made_it_and_is_short_enough_for_each_server() {
        var name = TestName.of("a_site_with_quite_a_long_name_that_has_no_room");

        assertThat(name.toString()).startsWith("test_a_site_with_quite_a__").hasSizeLessThan(64);
        assertThat(TestName.read(name.toString(), "a_site_with_quite_a_long_name_that_has_no_room"))
                .contains(name);
        assertThat(TestName.read(name.toString(), "another")).isEmpty();
        assertThat(TestName.read("test_site", "site")).isEmpty();
        assertThat(TestName.of("site").toString())
                .isNotEqualTo(TestName.of("site").toString());
    }

    @Test
    void only_a_process_of_this_machine_that_has_ended_left_something_behind() throws Exception {
        var mine = TestName.of("site");
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertThat(mine.isLeftBehind()).isFalse();
        assertThat(with(mine, mine.machine(), ended.pid(), mine.started()).isLeftBehind())
                .isTrue();
        assertThat(with(mine, "00000000", ended.pid(), mine.started()).isLeftBehind())
                .isFalse();
        assertThat(with(mine, mine.machine(), mine.process(), mine.started() - 60)
                        .isLeftBehind())
                .as("a later process of the same number")
                .isTrue();
        assertThat(with(mine, mine.machine(), mine.process(), 0).isLeftBehind()).isFalse();
    }

    private static TestName with(TestName name, String machine, long process, long started) {
        return new TestName(name.beside(), machine, process, started, name.number());
    }
}
