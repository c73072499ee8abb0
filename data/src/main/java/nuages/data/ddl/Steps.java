package nuages.data.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Steps while they are being found; one thread's. */
final class Steps {
    private final List<Step> all = new ArrayList<>();

    /**
     * A part of {@code ALTER TABLE}.
     *
     * @param verb what it does
     * @param unless what makes it do no harm when it is done already
     * @param rest what it does it to
     */
    record Clause(String verb, String unless, String rest) {
        private String text(boolean repeated) {
            return verb + " " + (repeated && !unless.isEmpty() ? unless + " " : "") + rest;
        }
    }

    void add(String description, String sql) {
        add(description, sql, sql);
    }

    void add(String description, String sql, String repeated) {
        all.add(new Step(description, sql, repeated));
    }

    /** One statement that changes a table; none if there is nothing to change. */
    void alter(String description, String table, List<Clause> clauses) {
        if (!clauses.isEmpty()) {
            add(description, alter(table, clauses, false), alter(table, clauses, true));
        }
    }

    void alter(String description, String table, Clause clause) {
        alter(description, table, List.of(clause));
    }

    private static String alter(String table, List<Clause> clauses, boolean repeated) {
        return "ALTER TABLE " + table + " "
                + clauses.stream().map(it -> it.text(repeated)).collect(Collectors.joining(", "));
    }

    void addAll(Steps others) {
        all.addAll(others.all);
    }

    List<Step> all() {
        return List.copyOf(all);
    }
}
