package nuages.house;

import org.junit.jupiter.api.Test;

final class HabitTests {
    @Test
    void data_hands_out_nothing_that_must_be_closed() {
        Habits.nothingToClose("nuages.data..", "nuages.data.socket..").check(Repository.published());
    }

    @Test
    void no_value_belongs_to_a_thread() {
        Habits.noThreadLocals().check(Repository.main());
    }

    @Test
    void scoped_values_are_bound_where_works_and_requests_are_and_where_a_main_is_called() {
        Habits.scopedValuesOnlyIn(
                        "nuages.data.connection..",
                        "nuages.data.socket..",
                        "nuages.web.http..",
                        "nuages.project.trial..")
                .check(Repository.main());
    }

    @Test
    void static_fields_never_change() {
        Habits.staticFieldsAreFinal().check(Repository.published());
    }

    @Test
    void errors_extend_nuages_exception() {
        Habits.errorsAreOurs().check(Repository.published());
    }

    @Test
    void nobody_throws_an_error_that_says_nothing() {
        Habits.errorsSaySomething().check(Repository.published());
    }

    @Test
    void only_the_console_of_commands_prints() {
        Habits.noPrintingOutside("nuages.project.command..").check(Repository.published());
    }

    @Test
    void nobody_sleeps() {
        Habits.noSleeping().check(Repository.published());
    }

    @Test
    void time_comes_from_clocks() {
        Habits.timeComesFromClocks().check(Repository.published());
    }
}
