package nuages.processor;

/** Writes the constant that describes a model: its table and its columns. */
final class DescriptionWriter {
    private DescriptionWriter() {}

    static void write(ModelShape shape, Source to) {
        var type = TypeName.generic(Api.MODEL_TYPE, shape.name());
        to.member().line("/** What is known of the model. */");
        to.line("public static final $T MODEL = new $T(", type, type);
        to.line("        $T.class,", shape.name());
        to.line("        new $T(),", shape.generated());
        to.line(Code.of("        $L,", shape.details()));
        to.line("        new $T[] {", Api.PROPERTY);
        var fields = shape.fields();
        for (int i = 0; i < fields.size(); i++) {
            to.line("            $L$L", PropertyCode.of(fields.get(i)), i + 1 < fields.size() ? "," : "");
        }
        to.line("        });");
    }
}
