package nuages.data.ddl;

import java.util.List;
import nuages.data.schema.Table;

/**
 * Statements about constraints of a table whose names the server chose, and may have numbered: they look for the name
 * when they run.
 */
record PostgresNamed(PostgresGrammar grammar, Table table) {
    private String self() {
        return PostgresGrammar.literal(grammar.quote(table.name()));
    }

    /** What a column that is unique by itself has. */
    String unique(String column) {
        return "contype = 'u' AND conkey = " + key(column);
    }

    /** What a positive number's type has. */
    String positive(String column) {
        String quoted = "quote_ident(" + PostgresGrammar.literal(column) + ")";
        return "contype = 'c' AND conkey = " + key(column) + " AND pg_get_expr(conbin, conrelid) = '(' || " + quoted
                + " || ' >= 0)'";
    }

    String primaryKey() {
        return "contype = 'p'";
    }

    private static String key(String column) {
        return "(SELECT array_agg(attnum) FROM pg_attribute WHERE attrelid = conrelid AND attname = "
                + PostgresGrammar.literal(column) + ")";
    }

    String drop(String which) {
        return text(
                "",
                which,
                "EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid, it);"
                        .replace("conrelid", self() + "::regclass"));
    }

    /** Gives it the name that the server would choose now. */
    String rename(String which, String column, String label) {
        String chosen = PostgresGrammar.literal(PostgresTypes.choice(table.name(), column, label));
        return text("other text := " + chosen + "; number int := 0;", which, """
            WHILE it <> other AND (to_regclass(quote_ident(other)) IS NOT NULL
              OR EXISTS (SELECT FROM pg_constraint WHERE conrelid = %1$s::regclass AND conname = other)) LOOP
              number := number + 1; other := %2$s || number;
            END LOOP;
            IF it <> other THEN
              EXECUTE format('ALTER TABLE %%s RENAME CONSTRAINT %%I TO %%I', %1$s::regclass, it, other);
            END IF;\
            """.formatted(self(), chosen)
                .indent(2)
                .strip());
    }

    private String text(String declared, String which, String then) {
        List<String> others = table.constraints().stream()
                .map(it -> PostgresGrammar.literal(it.name()))
                .toList();
        String except = others.isEmpty() ? "" : " AND conname NOT IN (" + String.join(", ", others) + ")";
        return """
            DO $nuages$
            DECLARE it text; %s
            BEGIN
              SELECT conname INTO STRICT it FROM pg_constraint
                WHERE conrelid = %s::regclass AND %s%s
                ORDER BY conname LIMIT 1;
              %s
            END $nuages$\
            """.formatted(declared, self(), which, except, then);
    }

    /** Lets an identity go on behind the numbers that are there. */
    String goOn(String column) {
        return "SELECT setval(pg_get_serial_sequence(" + self() + ", " + PostgresGrammar.literal(column)
                + "), coalesce(max(" + grammar.quote(column) + "), 0) + 1, false) FROM " + grammar.quote(table.name());
    }
}
