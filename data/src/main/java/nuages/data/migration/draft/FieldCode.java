package nuages.data.migration.draft;

import static nuages.data.migration.draft.Code.quoted;

import java.util.Set;
import nuages.data.migration.FieldState;
import nuages.data.migration.FieldState.Link;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.migration.Fields;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ForeignKey.Action;

/** Fields as Java code, with the classes it needs. For use by one thread. */
final class FieldCode {
    private final Set<String> imports;

    FieldCode(Set<String> imports) {
        this.imports = imports;
    }

    Code of(FieldState field) {
        return switch (field) {
            case WithColumn it -> it.equals(Fields.id()) ? Code.of("id()") : column(it);
            case Link it -> link(it);
        };
    }

    private static Code link(Link link) {
        var code = Code.call("manyToMany", quoted(link.name()), quoted(link.target()));
        if (link.through() != null) {
            code.then("through", quoted(link.through()));
        }
        if (link.table() != null) {
            code.then("table", quoted(link.table()));
        }
        return link.fromColumn() == null || link.toColumn() == null
                ? code
                : code.then("columns", quoted(link.fromColumn()), quoted(link.toColumn()));
    }

    private Code column(WithColumn field) {
        var code = begin(field);
        var column = field.column();
        if (!column.name().equals(field.columnFor(field.name()))) {
            code.then("inColumn", quoted(column.name()));
        }
        if (positive(column.type()) && field.reference() == null) {
            code.then("positive");
        }
        said(code, column);
        if (field.key()) {
            code.then("asKey");
        }
        if (field.indexed()) {
            code.then("withIndex");
        }
        return referring(field, code);
    }

    private Code begin(WithColumn field) {
        String name = quoted(field.name());
        if (field.reference() != null) {
            return Code.call("reference", name, quoted(field.reference().model()));
        }
        return switch (field.column().type()) {
            case ColumnType.SmallInteger _ -> Code.call("smallint", name);
            case ColumnType.Whole _ -> Code.call("integer", name);
            case ColumnType.BigInteger _ -> Code.call("bigint", name);
            case ColumnType.Decimal(int digits, int places) -> Code.call("decimal", name, "" + digits, "" + places);
            case ColumnType.Real _ -> Code.call("real", name);
            case ColumnType.Bool _ -> Code.call("bool", name);
            case ColumnType.Characters(int max) -> Code.call("varchar", name, "" + max);
            case ColumnType.Text _ -> Code.call("text", name);
            case ColumnType.Date _ -> Code.call("date", name);
            case ColumnType.Time _ -> Code.call("time", name);
            case ColumnType.Timestamp _ -> Code.call("timestamp", name);
            case ColumnType.Duration _ -> Code.call("duration", name);
            case ColumnType.Uuid _ -> Code.call("uuid", name);
            case ColumnType.Binary _ -> Code.call("binary", name);
            case ColumnType.Json _ -> Code.call("json", name);
            case ColumnType.IpAddress _ -> Code.call("ipAddress", name);
            case ColumnType.Array _, ColumnType.Other _ ->
                Code.call(
                        "column",
                        name,
                        new SchemaCode(imports).type(field.column().type()));
        };
    }

    private static boolean positive(ColumnType type) {
        return switch (type) {
            case ColumnType.SmallInteger(boolean is) -> is;
            case ColumnType.Whole(boolean is) -> is;
            case ColumnType.BigInteger(boolean is) -> is;
            default -> false;
        };
    }

    private static void said(Code code, Column column) {
        if (column.nullable()) {
            code.then("nullable");
        }
        if (column.identity()) {
            code.then("numbered");
        }
        if (column.unique()) {
            code.then("unique");
        }
        if (column.defaultSql() != null) {
            code.then("withDefault", quoted(column.defaultSql()));
        }
        if (column.generated() != null) {
            code.then(
                    column.generated().stored() ? "stored" : "computed",
                    quoted(column.generated().sql()));
        }
        if (column.collation() != null) {
            code.then("collated", quoted(column.collation()));
        }
        if (column.comment() != null) {
            code.then("comment", quoted(column.comment()));
        }
    }

    private Code referring(WithColumn field, Code code) {
        var reference = field.reference();
        if (reference != null && reference.onDelete() != Action.NO_ACTION) {
            imports.add("nuages.data.schema.ForeignKey.Action");
            code.then("onDelete", "Action." + reference.onDelete());
        }
        if (reference != null && !reference.indexed()) {
            code.then("withoutIndex");
        }
        return reference == null || reference.checked() ? code : code.then("unchecked");
    }
}
