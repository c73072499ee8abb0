package nuages.project.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionsReportTests {
    @Test
    void two_tables_show_the_databases_and_who_holds_what() {
        var report = ConnectionsReport.of("""
            {"databases": [{"alias": "default", "dialect": "PostgreSQL", "size": 10, "open": 3, "leased": 2, "idle": 1,
              "connecting": 0, "closing": 0, "orphaned": 0, "waiting": 37, "shed": 4, "timeouts": 0, "control": 1,
              "controlSize": 2, "leases": [
                {"work": "POST /polls/7/vote", "thread": "a", "ageMillis": 4810, "sql": "select id\\n  from polls",
                 "codeLine": "PollViews.java:41", "transaction": true, "busy": true},
                {"work": "command report", "thread": "b", "ageMillis": 70, "sql": null, "codeLine": null,
                 "transaction": false, "busy": false}]}]}
            """);

        assertThat(report).isEqualTo("""
            database  dialect     size  open  leased  idle  connecting  closing  orphaned  waiting  shed  timeouts  control
            default   PostgreSQL  10    3     2       1     0           0        0         37       4     0         1

            database  held  work                code               state         statement
            default   4.8s  POST /polls/7/vote  PollViews.java:41  atomic, busy  select id from polls
            default   0.1s  command report      -                  waits         -\
            """);
    }
}
