package nuages.data.ddl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nuages.data.connection.Database;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType.Json;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.ForeignKey.Action;
import nuages.data.schema.GeneratedAs;
import nuages.data.schema.Index;
import nuages.data.schema.Index.Part;
import nuages.data.schema.Table;
import org.jspecify.annotations.Nullable;

/** MariaDB's information schema, of the current database. */
record MariaDbCatalog(Database database) implements Catalog {
    private static final String COLUMNS = """
        select t.table_name as table_name, t.table_comment as table_comment, c.column_name as name,
            c.column_type as type, c.is_nullable as nullable, c.column_default as value, c.extra as extra,
            c.generation_expression as expression, c.column_comment as comment,
            case when c.collation_name <> t.table_collation then c.collation_name end as collation
        from information_schema.tables t
        join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
        where t.table_schema = database() and t.table_type = '%s' order by t.table_name, c.ordinal_position
        """;

    private static final String INDEXES = """
        select table_name as table_name, index_name as name, non_unique as repeats, column_name as column_name,
            collation as direction, index_type as method
        from information_schema.statistics where table_schema = database()
        order by table_name, index_name, seq_in_index
        """;

    private static final String KEYS = """
        select k.table_name as table_name, k.constraint_name as name, k.column_name as column_name,
            k.referenced_table_name as to_table, k.referenced_column_name as to_column, r.delete_rule as on_delete
        from information_schema.key_column_usage k join information_schema.referential_constraints r
            on r.constraint_schema = k.constraint_schema and r.constraint_name = k.constraint_name
            and r.table_name = k.table_name
        where k.table_schema = database() order by k.table_name, k.constraint_name, k.ordinal_position
        """;

    private static final String CHECKS = """
        select table_name as table_name, constraint_name as name, level = 'Column' as of_column,
            check_clause as condition_sql
        from information_schema.check_constraints where constraint_schema = database()
        order by table_name, constraint_name
        """;

    private static final String VIEWS =
            "select table_name from information_schema.tables where table_schema = database() and table_type = 'VIEW'";

    private record ColumnRow(
            String tableName,
            @Nullable String tableComment,
            String name,
            String type,
            String nullable,
            @Nullable String value,
            String extra,
            @Nullable String expression,
            @Nullable String comment,
            @Nullable String collation) {
        Column column(boolean json) {
            String sql = Draft.orNull(expression);
            var columnType = MariaDbTypes.type(type, json);
            boolean own = columnType instanceof Json;
            return new Column(
                    name,
                    columnType,
                    nullable.equals("YES"),
                    extra.contains("auto_increment"),
                    false,
                    sql != null || "NULL".equals(value) ? null : value,
                    sql == null ? null : new GeneratedAs(SqlText.unwrapped(sql), extra.contains("STORED")),
                    Draft.orNull(comment),
                    own ? null : collation);
        }
    }

    private record IndexRow(
            String tableName,
            String name,
            boolean repeats,
            String columnName,
            @Nullable String direction,
            String method) {
        Part part() {
            var part = Part.column(columnName);
            return "D".equals(direction) ? part.down() : part;
        }
    }

    private record KeyRow(
            String tableName, String name, String columnName, String toTable, String toColumn, String onDelete) {}

    private record CheckRow(String tableName, String name, boolean ofColumn, String conditionSql) {
        String column() {
            return tableName + '\0' + name;
        }

        /** MariaDB prints all names in quotes. */
        boolean is(String before, String after) {
            String quoted = "`" + name.replace("`", "``") + "`";
            return ofColumn && SqlText.unwrapped(conditionSql).equalsIgnoreCase(before + quoted + after);
        }

        boolean ofType() {
            return is("json_valid(", ")") || is("", " >= 0");
        }
    }

    @Override
    public List<Table> tables() {
        var checks = database.sql(CHECKS).list(CheckRow.class);
        var json = checks.stream()
                .filter(it -> it.is("json_valid(", ")"))
                .map(CheckRow::column)
                .toList();
        var drafts = new LinkedHashMap<String, Draft>();
        for (var row : database.sql(COLUMNS.formatted("BASE TABLE")).list(ColumnRow.class)) {
            var draft = drafts.computeIfAbsent(row.tableName(), Draft::new);
            draft.comment = Draft.orNull(row.tableComment());
            draft.add(row.column(json.contains(row.tableName() + '\0' + row.name())));
        }
        Drafts.groups(database.sql(KEYS).list(KeyRow.class), it -> it.tableName() + '\0' + it.name())
                .forEach(rows -> key(drafts, rows));
        Drafts.groups(database.sql(INDEXES).list(IndexRow.class), it -> it.tableName() + '\0' + it.name())
                .forEach(rows -> index(drafts, rows));
        checks.forEach(row -> check(drafts, row));
        return Drafts.finished(drafts);
    }

    @Override
    public List<String> views() {
        return database.sql(VIEWS).list(String.class);
    }

    @Override
    public List<Table> viewed() {
        var drafts = new LinkedHashMap<String, Draft>();
        for (var row : database.sql(COLUMNS.formatted("VIEW")).list(ColumnRow.class)) {
            drafts.computeIfAbsent(row.tableName(), Draft::new).addViewed(row.column(false));
        }
        return Drafts.finished(drafts);
    }

    private static void key(Map<String, Draft> drafts, List<KeyRow> rows) {
        var row = rows.getFirst();
        var action = switch (row.onDelete()) {
            case "CASCADE" -> Action.CASCADE;
            case "SET NULL" -> Action.SET_NULL;
            case "SET DEFAULT" -> Action.SET_DEFAULT;
            default -> Action.NO_ACTION;
        };
        Drafts.of(drafts, row.tableName())
                .foreignKeys
                .add(new ForeignKey(
                        row.name(),
                        rows.stream().map(KeyRow::columnName).toList(),
                        row.toTable(),
                        rows.stream().map(KeyRow::toColumn).toList(),
                        action,
                        false,
                        true));
    }

    private static void index(Map<String, Draft> drafts, List<IndexRow> rows) {
        var row = rows.getFirst();
        var draft = Drafts.of(drafts, row.tableName());
        var parts = rows.stream().map(IndexRow::part).toList();
        if (row.name().equals("PRIMARY")) {
            parts.forEach(it -> draft.primaryKey.add(it.text()));
        } else if (row.repeats()) {
            if (draft.foreignKeys.stream().noneMatch(it -> it.name().equals(row.name()))) {
                draft.indexes.add(new Index(row.name(), parts, row.method().toLowerCase(Locale.ROOT), null, List.of()));
            }
        } else if (parts.equals(List.of(Part.column(row.name())))) {
            draft.change(row.name(), Column::asUnique);
        } else {
            draft.constraints.add(Unique.of(row.name(), parts));
        }
    }

    private static void check(Map<String, Draft> drafts, CheckRow row) {
        var draft = Drafts.of(drafts, row.tableName());
        var column = draft.columns.get(row.name());
        boolean ofType =
                column != null && row.ofType() && (column.type() instanceof Json || Types.positive(column.type()));
        if (!ofType) {
            draft.constraints.add(new Check(row.name(), SqlText.unwrapped(row.conditionSql())));
        }
    }
}
