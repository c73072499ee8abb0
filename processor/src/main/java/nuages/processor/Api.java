package nuages.processor;

/** The names of what generated code uses, and of what it is made from: this module knows no other. */
final class Api {
    static final String MODEL_PACKAGE = "nuages.data.model";
    static final String MAPPED = MODEL_PACKAGE + ".Mapped";
    static final String MAPPING = "nuages.data.mapping.";
    static final String CONSTRAINTS = "jakarta.validation.constraints.";

    static final ClassName KEYED_MODEL = model("KeyedModel");
    static final ClassName MODEL = model("Model");
    static final ClassName MANY = model("Many");
    static final ClassName REF = model("Ref");
    static final ClassName KEYED_REF = model("KeyedRef");
    static final ClassName MODEL_TYPE = model("ModelType");
    static final ClassName ACCESSOR = MODEL_TYPE.nestedClass("Accessor");
    static final ClassName MODEL_PATH = model("ModelPath");
    static final ClassName AT = MODEL_PATH.nestedClass("At");
    static final ClassName FOREIGN_KEY_FIELD = model("ForeignKeyField");
    static final ClassName ONE_TO_ONE_FIELD = model("OneToOneField");
    static final ClassName MANY_TO_MANY_FIELD = model("ManyToManyField");
    static final ClassName LINK = MANY_TO_MANY_FIELD.nestedClass("Link");
    static final ClassName PROPERTY = model("Property");
    static final ClassName FILLED = PROPERTY.nestedClass("Filled");
    static final ClassName ROW = model("Row");
    static final ClassName TABLE_DETAILS = model("TableDetails");

    static final ClassName ON_DELETE = ClassName.of("nuages.data.mapping", "OnDelete");

    static final ClassName CODEC = ClassName.of("nuages.data.row", "Codec");
    static final ClassName CODED = ClassName.of("nuages.data.row", "Coded");

    static final ClassName COLUMN = schema("Column");
    static final ClassName COLUMN_TYPE = schema("ColumnType");
    static final ClassName GENERATED_AS = schema("GeneratedAs");
    static final ClassName INDEX = schema("Index");
    static final ClassName PART = INDEX.nestedClass("Part");
    static final ClassName UNIQUE = schema("Constraint").nestedClass("Unique");
    static final ClassName CHECK = schema("Constraint").nestedClass("Check");
    static final ClassName DEFERRAL = schema("Constraint").nestedClass("Deferral");

    static final ClassName LIST = ClassName.of("java.util", "List");

    static final ClassName NULL_UNMARKED = ClassName.of("org.jspecify.annotations", "NullUnmarked");

    private Api() {}

    private static ClassName model(String name) {
        return ClassName.of(MODEL_PACKAGE, name);
    }

    /** A kind of field. */
    static ClassName query(String name) {
        return ClassName.of("nuages.data.query", name);
    }

    private static ClassName schema(String name) {
        return ClassName.of("nuages.data.schema", name);
    }
}
