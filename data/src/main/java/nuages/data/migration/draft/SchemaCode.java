package nuages.data.migration.draft;

import static nuages.data.migration.draft.Code.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nuages.data.schema.ColumnType;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Deferral;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Index;
import nuages.data.schema.Index.Part;

/** Indexes, constraints and types as Java code, with the classes it needs. For use by one thread. */
final class SchemaCode {
    private static final String SCHEMA = "nuages.data.schema.";

    private final Set<String> imports;

    SchemaCode(Set<String> imports) {
        this.imports = imports;
    }

    Code index(Index index) {
        imports.add(SCHEMA + "Index");
        var code = parts("Index.of", index.name(), index.parts());
        if (!index.method().equals(Index.BTREE)) {
            code.then("using", quoted(index.method()));
        }
        if (index.condition() != null) {
            code.then("where", quoted(index.condition()));
        }
        return index.include().isEmpty() ? code : code.then("including", Code.list(index.include()));
    }

    Code constraint(Constraint constraint) {
        return switch (constraint) {
            case Check(String name, String sql) -> {
                imports.add(SCHEMA + "Constraint.Check");
                yield Code.call("new Check", quoted(name), quoted(sql));
            }
            case Unique unique -> unique(unique);
        };
    }

    private Code unique(Unique unique) {
        imports.add(SCHEMA + "Constraint.Unique");
        var code = parts("Unique.of", unique.name(), unique.parts());
        if (unique.condition() != null) {
            code.then("where", quoted(unique.condition()));
        }
        if (!unique.include().isEmpty()) {
            code.then("including", Code.list(unique.include()));
        }
        if (unique.deferral() != Deferral.NONE) {
            imports.add(SCHEMA + "Constraint.Deferral");
            code.then("deferred", "Deferral." + unique.deferral());
        }
        return unique.nullsDistinct() ? code : code.then("withEqualNulls");
    }

    private Code parts(String method, String name, List<Part> parts) {
        if (parts.stream().allMatch(Part::plain)) {
            var arguments = new ArrayList<String>();
            arguments.add(quoted(name));
            parts.forEach(it -> arguments.add(quoted(it.text())));
            return Code.call(method, arguments.toArray(String[]::new));
        }
        imports.add(SCHEMA + "Index.Part");
        String list = parts.stream().map(SchemaCode::part).collect(Collectors.joining(", ", "List.of(", ")"));
        return Code.call(method, quoted(name), list);
    }

    private static String part(Part part) {
        return "Part." + (part.expression() ? "expression" : "column") + "(" + quoted(part.text()) + ")"
                + (part.descending() ? ".down()" : "")
                + (part.operators() == null ? "" : ".by(" + quoted(part.operators()) + ")");
    }

    /** A type that has no word of its own in migrations. */
    String type(ColumnType type) {
        imports.add(SCHEMA + "ColumnType");
        return switch (type) {
            case ColumnType.Array(ColumnType element, int size) ->
                "new ColumnType.Array(" + type(element) + ", " + size + ")";
            case ColumnType.Other(String sql) -> "new ColumnType.Other(" + quoted(sql) + ")";
            case ColumnType.Decimal(int digits, int places) -> "new ColumnType.Decimal(" + digits + ", " + places + ")";
            case ColumnType.Characters(int max) -> "new ColumnType.Characters(" + max + ")";
            case ColumnType.SmallInteger(boolean positive) -> "new ColumnType.SmallInteger(" + positive + ")";
            case ColumnType.Whole(boolean positive) -> "new ColumnType.Whole(" + positive + ")";
            case ColumnType.BigInteger(boolean positive) -> "new ColumnType.BigInteger(" + positive + ")";
            case ColumnType.Real _,
                    ColumnType.Bool _,
                    ColumnType.Text _,
                    ColumnType.Date _,
                    ColumnType.Time _,
                    ColumnType.Timestamp _,
                    ColumnType.Duration _,
                    ColumnType.Uuid _,
                    ColumnType.Binary _,
                    ColumnType.Json _,
                    ColumnType.IpAddress _ ->
                "new ColumnType." + type.getClass().getSimpleName() + "()";
        };
    }
}
