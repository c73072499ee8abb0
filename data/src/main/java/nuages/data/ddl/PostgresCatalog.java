package nuages.data.ddl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nuages.data.connection.Database;
import nuages.data.schema.Column;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Deferral;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.ForeignKey.Action;
import nuages.data.schema.GeneratedAs;
import nuages.data.schema.Index;
import nuages.data.schema.Index.Part;
import nuages.data.schema.Table;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's own tables: what is visible without naming a schema. */
record PostgresCatalog(Database database) implements Catalog {
    private static final String VISIBLE = """
        pg_table_is_visible(c.oid) and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'\
        """;

    private static final String COLUMNS = """
        select c.relname as table_name, obj_description(c.oid, 'pg_class') as table_comment, a.attname as name,
            format_type(a.atttypid, a.atttypmod) as type, a.attndims as dimensions, a.attnotnull as required,
            a.attidentity::text as identity, a.attgenerated::text as generated,
            pg_get_expr(d.adbin, d.adrelid) as value, col_description(c.oid, a.attnum) as comment,
            o.collname as collation
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        join pg_type t on t.oid = a.atttypid
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        left join pg_collation o on o.oid = a.attcollation and a.attcollation <> t.typcollation
        where c.relkind in (%s) and %s order by c.relname, a.attnum
        """;

    private static final String INDEXES = """
        select c.relname as table_name, x.relname as name, i.indisunique as repeats_not, i.indisprimary as key,
            m.amname as method, coalesce(k.contype::text, '') as kind, coalesce(k.condeferrable, false) as deferrable,
            coalesce(k.condeferred, false) as deferred, pg_get_expr(i.indpred, i.indrelid) as condition,
            coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) as equal_nulls,
            s.place > i.indnkeyatts as included, a.attname as column_name,
            pg_get_indexdef(i.indexrelid, s.place, true) as text,
            coalesce(i.indoption[s.place - 1] & 1, 0) = 1 as descending,
            case when not p.opcdefault then p.opcname end as operators
        from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam
        cross join lateral generate_series(1, i.indnatts::int) as s(place)
        left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
        left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[s.place - 1]
        left join pg_opclass p on p.oid = i.indclass[s.place - 1]
        where c.relkind in ('r', 'p') and %s order by c.relname, x.relname, s.place
        """.formatted(VISIBLE);

    private static final String KEYS = """
        select c.relname as table_name, k.conname as name, a.attname as column_name, f.relname as to_table,
            b.attname as to_column, k.confdeltype::text as on_delete, k.condeferrable as deferrable
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_class f on f.oid = k.confrelid
        cross join lateral unnest(k.conkey, k.confkey) with ordinality as s(mine, other, place)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = s.mine
        join pg_attribute b on b.attrelid = k.confrelid and b.attnum = s.other
        where k.contype = 'f' and k.conparentid = 0 and %s order by c.relname, k.conname, s.place
        """.formatted(VISIBLE);

    private static final String CHECKS = """
        select c.relname as table_name, k.conname as name, pg_get_expr(k.conbin, k.conrelid) as condition,
            case when cardinality(k.conkey) = 1 then a.attname end as column_name,
            quote_ident(a.attname) as quoted
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        left join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        where k.contype = 'c' and %s order by c.relname, k.conname
        """.formatted(VISIBLE);

    private static final String VIEWS = """
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('v', 'm') and %s
        """.formatted(VISIBLE);

    private record ColumnRow(
            String tableName,
            @Nullable String tableComment,
            String name,
            String type,
            int dimensions,
            boolean required,
            String identity,
            String generated,
            @Nullable String value,
            @Nullable String comment,
            @Nullable String collation) {
        Column column() {
            boolean serial = identity.isEmpty() && value != null && value.startsWith("nextval(");
            String computed = generated.isEmpty() ? null : value;
            return new Column(
                    name,
                    PostgresTypes.type(type, dimensions),
                    !required,
                    !identity.isEmpty() || serial,
                    false,
                    serial || computed != null ? null : value,
                    computed == null ? null : new GeneratedAs(SqlText.unwrapped(computed), generated.equals("s")),
                    comment,
                    collation);
        }
    }

    private record IndexRow(
            String tableName,
            String name,
            boolean repeatsNot,
            boolean key,
            String method,
            String kind,
            boolean deferrable,
            boolean deferred,
            @Nullable String condition,
            boolean equalNulls,
            boolean included,
            @Nullable String columnName,
            String text,
            boolean descending,
            @Nullable String operators) {
        Part part() {
            return new Part(
                    columnName == null ? SqlText.unwrapped(text) : columnName,
                    columnName == null,
                    descending,
                    operators);
        }

        String place() {
            return columnName == null ? text : columnName;
        }

        @Nullable
        String where() {
            return condition == null ? null : SqlText.unwrapped(condition);
        }
    }

    private record KeyRow(
            String tableName,
            String name,
            String columnName,
            String toTable,
            String toColumn,
            String onDelete,
            boolean deferrable) {}

    private record CheckRow(
            String tableName,
            String name,
            String condition,
            @Nullable String columnName,
            @Nullable String quoted) {}

    @Override
    public List<Table> tables() {
        var drafts = new LinkedHashMap<String, Draft>();
        for (var row : database.sql(COLUMNS.formatted("'r', 'p'", VISIBLE)).list(ColumnRow.class)) {
            var draft = drafts.computeIfAbsent(row.tableName(), Draft::new);
            draft.comment = row.tableComment();
            draft.add(row.column());
        }
        Drafts.groups(database.sql(INDEXES).list(IndexRow.class), it -> it.tableName() + '\0' + it.name())
                .forEach(rows -> index(drafts, rows));
        Drafts.groups(database.sql(KEYS).list(KeyRow.class), it -> it.tableName() + '\0' + it.name())
                .forEach(rows -> key(drafts, rows));
        database.sql(CHECKS).list(CheckRow.class).forEach(row -> check(drafts, row));
        return Drafts.finished(drafts);
    }

    @Override
    public List<String> views() {
        return database.sql(VIEWS).list(String.class);
    }

    @Override
    public List<Table> viewed() {
        var drafts = new LinkedHashMap<String, Draft>();
        for (var row : database.sql(COLUMNS.formatted("'v', 'm'", VISIBLE)).list(ColumnRow.class)) {
            drafts.computeIfAbsent(row.tableName(), Draft::new).addViewed(row.column());
        }
        return Drafts.finished(drafts);
    }

    private static void index(Map<String, Draft> drafts, List<IndexRow> rows) {
        var row = rows.getFirst();
        var draft = Drafts.of(drafts, row.tableName());
        var parts = new ArrayList<Part>();
        var include = new ArrayList<String>();
        for (var each : rows) {
            if (each.included()) {
                include.add(each.place());
            } else {
                parts.add(each.part());
            }
        }
        if (row.key()) {
            parts.forEach(it -> draft.primaryKey.add(it.text()));
        } else if (row.repeatsNot()) {
            unique(draft, row, parts, include);
        } else if (!row.kind().equals("x")) {
            draft.indexes.add(new Index(row.name(), parts, row.method(), row.where(), include));
        }
    }

    private static void unique(Draft draft, IndexRow row, List<Part> parts, List<String> include) {
        var deferral = row.deferred() ? Deferral.DEFERRED : row.deferrable() ? Deferral.IMMEDIATE : Deferral.NONE;
        var unique = new Unique(row.name(), parts, row.where(), include, deferral, !row.equalNulls());
        String first = parts.getFirst().text();
        boolean plain = unique.equals(Unique.of(row.name(), first));
        if (plain && row.kind().equals("u") && PostgresTypes.chosen(row.name(), draft.name, first, "key")) {
            draft.change(first, Column::asUnique);
        } else {
            draft.constraints.add(unique);
        }
    }

    private static void key(Map<String, Draft> drafts, List<KeyRow> rows) {
        var row = rows.getFirst();
        var action = switch (row.onDelete()) {
            case "c" -> Action.CASCADE;
            case "n" -> Action.SET_NULL;
            case "d" -> Action.SET_DEFAULT;
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
                        row.deferrable(),
                        false));
    }

    /** The check of a positive number's type is the one that the server has named. */
    private static void check(Map<String, Draft> drafts, CheckRow row) {
        var draft = Drafts.of(drafts, row.tableName());
        String sql = SqlText.unwrapped(row.condition());
        String column = row.columnName();
        if (column != null
                && sql.equals(row.quoted() + " >= 0")
                && PostgresTypes.chosen(row.name(), draft.name, column, "check")) {
            draft.change(column, it -> it.typed(Types.asPositive(it.type())));
        } else {
            draft.constraints.add(new Check(row.name(), sql));
        }
    }
}
