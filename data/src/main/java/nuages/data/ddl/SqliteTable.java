package nuages.data.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ColumnType.BigInteger;
import nuages.data.schema.ColumnType.Json;
import nuages.data.schema.ColumnType.Text;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.ForeignKey.Action;
import nuages.data.schema.GeneratedAs;
import nuages.data.schema.Index.Part;
import nuages.data.schema.Names;
import org.jspecify.annotations.Nullable;

/** Reads {@code CREATE TABLE} as SQLite keeps it; one thread's. See https://www.sqlite.org/lang_createtable.html. */
final class SqliteTable {
    private static final String[] CONSTRAINTS = {
        "constraint",
        "primary",
        "not",
        "null",
        "unique",
        "check",
        "default",
        "collate",
        "references",
        "generated",
        "as",
        ",",
        ")"
    };

    final Draft draft;
    /** Foreign keys that do not say to which columns. */
    final List<Lead> leads = new ArrayList<>();

    private final SqliteTokens in;

    /** A foreign key as it is written. */
    record Lead(
            @Nullable String name,
            List<String> columns,
            String toTable,
            List<String> toColumns,
            Action onDelete,
            boolean deferrable) {
        /** As a key, which leads to the primary key if it does not say to what. */
        ForeignKey key(String table, List<String> primaryKey) {
            var to = toColumns.isEmpty() ? primaryKey : toColumns;
            var key = new ForeignKey("unnamed", columns, toTable, to, onDelete, deferrable, false);
            return key.called(name == null ? SqliteGrammar.impliedName(table, key) : name);
        }
    }

    SqliteTable(String name, String sql) {
        draft = new Draft(name);
        in = new SqliteTokens(sql);
        in.until("(");
        in.take("(");
        while (in.more() && !in.take(")")) {
            String constraint = in.take("constraint") ? in.take() : null;
            if (constraint != null || in.seesAny("primary", "unique", "check", "foreign")) {
                tableConstraint(constraint);
            } else {
                column();
            }
            in.until(",", ")");
            in.take(",");
        }
    }

    private void tableConstraint(@Nullable String name) {
        if (in.take("primary", "key")) {
            draft.primaryKey.addAll(in.names());
        } else if (in.take("unique")) {
            unique(name, in.names());
        } else if (in.take("check")) {
            check(name, "", in.inside());
        } else if (in.take("foreign", "key")) {
            var columns = in.names();
            in.take("references");
            leads.add(lead(name, columns));
        }
    }

    private void column() {
        String name = in.take();
        String type = in.until(CONSTRAINTS);
        draft.add(Column.of(name, SqliteTypes.type(type)).asNullable());
        boolean unsigned = type.toLowerCase(Locale.ROOT).endsWith(" unsigned");
        while (in.more() && !in.seesAny(",", ")")) {
            String constraint = in.take("constraint") ? in.take() : null;
            columnConstraint(name, constraint, unsigned);
        }
    }

    private void columnConstraint(String column, @Nullable String name, boolean unsigned) {
        if (in.take("primary", "key")) {
            draft.primaryKey.add(column);
        } else if (in.take("autoincrement")) {
            draft.change(column, it -> required(it).typed(new BigInteger(false)).asIdentity());
        } else if (in.take("not", "null")) {
            draft.change(column, SqliteTable::required);
        } else if (in.take("unique")) {
            if (name == null) {
                draft.change(column, Column::asUnique);
            } else {
                unique(name, List.of(column));
            }
        } else if (in.take("check")) {
            columnCheck(column, name, in.inside(), unsigned);
        } else if (in.take("default")) {
            String value = SqlText.unwrapped(in.value());
            draft.change(column, it -> it.withDefault(value.equalsIgnoreCase("null") ? null : value));
        } else if (in.take("collate")) {
            String collation = in.take();
            draft.change(column, it -> it.withCollation(collation));
        } else if (in.take("references")) {
            leads.add(lead(name, List.of(column)));
        } else if (in.take("generated", "always", "as") || in.take("as")) {
            String sql = SqlText.unwrapped(in.inside());
            boolean stored = in.take("stored");
            draft.change(column, it -> it.withGenerated(new GeneratedAs(sql, stored)));
        } else {
            in.skip();
        }
    }

    private static Column required(Column it) {
        return new Column(
                it.name(),
                it.type(),
                false,
                it.identity(),
                it.unique(),
                it.defaultSql(),
                it.generated(),
                it.comment(),
                it.collation());
    }

    /** A check without a name may be what its type needs. */
    private void columnCheck(String column, @Nullable String name, String sql, boolean unsigned) {
        String quoted = "\"" + column.replace("\"", "\"\"") + "\"";
        ColumnType type = draft.column(column).type();
        String is = SqlText.unwrapped(sql);
        if (name == null && unsigned && is.equals(quoted + " >= 0")) {
            draft.change(column, it -> it.typed(Types.asPositive(type)));
        } else if (name == null
                && type instanceof Text
                && is.equalsIgnoreCase("JSON_VALID(" + quoted + ") OR " + quoted + " IS NULL")) {
            draft.change(column, it -> it.typed(new Json()));
        } else {
            check(name, column, sql);
        }
    }

    private void check(@Nullable String name, String column, String sql) {
        String chosen = name == null ? free(Names.SQLITE.check(draft.name, column)) : name;
        draft.constraints.add(new Check(chosen, SqlText.unwrapped(sql)));
    }

    private void unique(@Nullable String name, List<String> columns) {
        String chosen = name == null ? free(Names.SQLITE.unique(draft.name, columns)) : name;
        draft.constraints.add(
                Unique.of(chosen, columns.stream().map(Part::column).toList()));
    }

    /** The name, with a number after it if it is taken. */
    private String free(String name) {
        String free = name;
        for (int i = 1; taken(free); i++) {
            free = name + i;
        }
        return free;
    }

    private boolean taken(String name) {
        return draft.constraints.stream().anyMatch(it -> it.name().equals(name));
    }

    private Lead lead(@Nullable String name, List<String> columns) {
        String table = in.take();
        var to = in.names();
        var action = Action.NO_ACTION;
        boolean deferrable = false;
        while (in.more() && in.seesAny("on", "match", "deferrable", "not", "initially")) {
            if (in.sees("not") && !in.take("not", "deferrable")) {
                break;
            }
            if (in.take("on", "delete")) {
                action = action();
            } else if (in.take("initially")) {
                deferrable = in.lower().equals("deferred");
            } else {
                in.take();
            }
        }
        return new Lead(name, columns, table, to, action, deferrable);
    }

    private Action action() {
        return switch (in.lower()) {
            case "cascade" -> Action.CASCADE;
            case "set" -> in.lower().equals("null") ? Action.SET_NULL : Action.SET_DEFAULT;
            case "no" -> {
                in.take("action");
                yield Action.NO_ACTION;
            }
            default -> Action.NO_ACTION;
        };
    }
}
