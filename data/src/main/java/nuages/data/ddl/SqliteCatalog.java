package nuages.data.ddl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import nuages.data.connection.Database;
import nuages.data.schema.Column;
import nuages.data.schema.Constraint.Deferral;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Index;
import nuages.data.schema.Index.Part;
import nuages.data.schema.Table;
import org.jspecify.annotations.Nullable;

/** The statements that made the tables, which are all that SQLite knows; virtual tables are left out. */
record SqliteCatalog(Database database) implements Catalog {
    private static final String ALL = """
        select type, name, tbl_name as table_name, sql from sqlite_master
        where sql is not null and name not like 'sqlite\\_%' escape '\\' order by type desc, name
        """;

    private static final String VIEWED = """
        select v.name as view_name, c.name as name, c.type as type
        from sqlite_master v join pragma_table_info(v.name) c where v.type = 'view' order by v.name, c.cid
        """;

    private record ViewRow(String viewName, String name, String type) {}

    private record Row(String type, String name, String tableName, String sql) {}

    @Override
    public List<Table> tables() {
        var rows = database.sql(ALL).list(Row.class);
        var tables = new LinkedHashMap<String, SqliteTable>();
        for (var row : rows) {
            if (row.type().equals("table") && !row.sql().regionMatches(true, 0, "create virtual", 0, 14)) {
                tables.put(row.tableName(), new SqliteTable(row.name(), row.sql()));
            }
        }
        var drafts = new LinkedHashMap<String, Draft>();
        tables.forEach((name, table) -> drafts.put(name, table.draft));
        for (var table : tables.values()) {
            for (var lead : table.leads) {
                var to = Drafts.of(drafts, lead.toTable()).primaryKey;
                table.draft.foreignKeys.add(lead.key(table.draft.name, to));
            }
            finishKey(table.draft);
        }
        for (var row : rows) {
            if (row.type().equals("index")) {
                index(Drafts.of(drafts, row.tableName()), row);
            }
        }
        return Drafts.finished(drafts);
    }

    @Override
    public List<String> views() {
        return database.sql("select name from sqlite_master where type = 'view'")
                .list(String.class);
    }

    @Override
    public List<Table> viewed() {
        var drafts = new LinkedHashMap<String, Draft>();
        for (var row : database.sql(VIEWED).list(ViewRow.class)) {
            drafts.computeIfAbsent(row.viewName(), Draft::new)
                    .addViewed(Column.of(row.name(), SqliteTypes.type(row.type())));
        }
        return Drafts.finished(drafts);
    }

    /** A key that is unique by itself need not be called so. */
    private static void finishKey(Draft draft) {
        if (draft.primaryKey.size() == 1) {
            draft.change(draft.primaryKey.getFirst(), Column::withoutUnique);
        }
    }

    private static void index(Draft draft, Row row) {
        var in = new SqliteTokens(row.sql());
        in.take("create");
        boolean unique = in.take("unique");
        in.until("(");
        in.take("(");
        var parts = new ArrayList<Part>();
        while (in.more() && !in.take(")")) {
            parts.add(part(draft, in.until(",", ")")));
            in.take(",");
        }
        String condition = in.take("where") ? SqlText.unwrapped(in.until(";")) : null;
        if (unique) {
            draft.constraints.add(unique(row.name(), parts, condition));
        } else {
            draft.indexes.add(Index.of(row.name(), parts).where(condition));
        }
    }

    private static Unique unique(String name, List<Part> parts, @Nullable String condition) {
        return new Unique(name, parts, condition, List.of(), Deferral.NONE, true);
    }

    private static Part part(Draft draft, String text) {
        var in = new SqliteTokens(text);
        String sql = in.until("asc", "desc");
        boolean descending = in.take("desc");
        String name = new SqliteTokens(sql).take();
        boolean column = draft.columns.containsKey(name) && only(sql);
        var part = column ? Part.column(name) : Part.expression(SqlText.unwrapped(sql));
        return descending ? part.down() : part;
    }

    /** Whether there is one name and nothing else. */
    private static boolean only(String sql) {
        var in = new SqliteTokens(sql);
        in.take();
        return !in.more();
    }
}
