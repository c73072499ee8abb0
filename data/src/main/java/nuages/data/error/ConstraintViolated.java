package nuages.data.error;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row breaks a constraint of its table. */
public final class ConstraintViolated extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** Which kind of constraint was broken. */
    public enum Kind {
        /** Two rows with the same key or unique value. */
        UNIQUE,
        /** A reference to a row that is not there, or a referenced row that should go. */
        FOREIGN_KEY,
        /** A value outside of a check constraint. */
        CHECK,
        /** A missing value. */
        NOT_NULL,
        /** Any other kind, such as exclusion constraints. */
        OTHER
    }

    private final Kind kind;
    private final @Nullable String constraint;
    private final @Nullable String table;
    private final String[] columns;
    private final @Nullable String model;
    private final String[] fields;
    /** What it was before anything was put in front. */
    private final String plain;

    /** A broken constraint; its name, table and columns as far as the database tells them. */
    public ConstraintViolated(
            String message,
            Kind kind,
            @Nullable String constraint,
            @Nullable String table,
            List<String> columns,
            @Nullable Throwable cause) {
        super(message, cause);
        this.plain = message;
        this.kind = kind;
        this.constraint = constraint;
        this.table = table;
        this.columns = columns.toArray(String[]::new);
        this.model = null;
        this.fields = new String[0];
    }

    private ConstraintViolated(ConstraintViolated of, @Nullable String model, List<String> fields, String named) {
        super(named + ": " + of.plain, of.getCause());
        this.plain = of.plain;
        this.kind = of.kind;
        this.constraint = of.constraint;
        this.table = of.table;
        this.columns = of.columns;
        this.model = model;
        this.fields = fields.toArray(String[]::new);
    }

    /** The same, told of a model and its fields. */
    public ConstraintViolated of(String ofModel, List<String> ofFields) {
        return new ConstraintViolated(this, ofModel, ofFields, named(ofModel, ofFields));
    }

    /** The same, told of a table and its columns, where it is found out late. */
    public ConstraintViolated about(String ofTable, List<String> ofColumns) {
        var told = new ConstraintViolated(plain, kind, constraint, ofTable, ofColumns, getCause());
        return new ConstraintViolated(told, null, List.of(), named(ofTable, ofColumns));
    }

    private static String named(String whole, List<String> parts) {
        return whole + (parts.isEmpty() ? "" : "." + String.join(", " + whole + ".", parts));
    }

    /** Which kind of constraint was broken. */
    public Kind kind() {
        return kind;
    }

    /** The constraint's name, where the database tells it (SQLite tells {@code table.column} for unique and not-null). */
    public Optional<String> constraint() {
        return Optional.ofNullable(constraint);
    }

    /** The table that has the constraint, where the database tells it. */
    public Optional<String> table() {
        return Optional.ofNullable(table);
    }

    /** The columns that it is about, where the database tells them. */
    public List<String> columns() {
        return List.of(columns);
    }

    /** The model whose row it was, if it was one's. */
    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    /** The fields that it is about, as far as they are known. */
    public List<String> fields() {
        return List.of(fields);
    }
}
