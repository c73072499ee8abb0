package nuages.processor;

import com.palantir.javapoet.CodeBlock;

/** A field as the code that describes it. */
final class PropertyCode {
    private PropertyCode() {}

    static CodeBlock of(FieldShape field) {
        var reference = field.reference();
        var code = CodeBlock.builder();
        if (reference == null) {
            code.add(
                    "$T.of($S, $L, $L)",
                    Api.PROPERTY,
                    field.name(),
                    column(field),
                    field.kept().codec());
        } else {
            code.add(
                    "$T.reference($S, $L, $L, $T.class, $T.$L)",
                    Api.PROPERTY,
                    field.name(),
                    column(field),
                    field.kept().codec(),
                    reference.target(),
                    Api.ON_DELETE,
                    reference.onDelete());
        }
        return code.add(traits(field)).build();
    }

    private static CodeBlock column(FieldShape field) {
        var marks = field.marks();
        boolean usual = field.identity()
                && field.column().equals("id")
                && field.kept().column().toString().contains("BigInteger(false)");
        var code = CodeBlock.builder();
        if (usual) {
            code.add("$T.id()", Api.COLUMN);
        } else {
            var type = marks.ours("Column")
                    .map(it -> it.text("type"))
                    .filter(it -> !it.isEmpty())
                    .map(it -> CodeBlock.of("new $T.Other($S)", Api.COLUMN_TYPE, it))
                    .orElse(field.kept().column());
            code.add("$T.of($S, $L)", Api.COLUMN, field.column(), type);
            code.add(field.identity() ? ".asIdentity()" : "");
        }
        code.add(field.nullable() ? ".asNullable()" : "");
        if (marks.all(Api.MAPPING + "Unique").stream().anyMatch(ConstraintReader::plainUnique)) {
            code.add(".asUnique()");
        }
        marks.ours("DbDefault").ifPresent(it -> code.add(".withDefault($S)", it.text("value")));
        marks.ours("Generated")
                .ifPresent(it -> code.add(
                        ".withGenerated(new $T($S, $L))", Api.GENERATED_AS, it.text("value"), it.is("stored")));
        marks.ours("Column").ifPresent(it -> {
            if (!it.text("comment").isEmpty()) {
                code.add(".withComment($S)", it.text("comment"));
            }
            if (!it.text("collation").isEmpty()) {
                code.add(".withCollation($S)", it.text("collation"));
            }
        });
        return code.build();
    }

    private static CodeBlock traits(FieldShape field) {
        var marks = field.marks();
        var code = CodeBlock.builder().add(field.key() ? ".asKey()" : "");
        if (field.reference() != null) {
            code.add(reference(field));
        } else if (indexed(marks)) {
            code.add(".indexed(true)");
        }
        marks.ours("Version").ifPresent(_ -> code.add(".filled($T.VERSION)", Api.FILLED));
        marks.ours("AutoNow").ifPresent(_ -> code.add(".filled($T.ALWAYS)", Api.FILLED));
        marks.ours("AutoNowAdd").ifPresent(_ -> code.add(".filled($T.ONCE)", Api.FILLED));
        marks.ours("Label").ifPresent(it -> code.add(".labelled($S)", it.text("value")));
        marks.ours("Help").ifPresent(it -> code.add(".helped($S)", it.text("value")));
        return code.build();
    }

    private static boolean indexed(Marks marks) {
        boolean unique = marks.all(Api.MAPPING + "Unique").stream().anyMatch(ConstraintReader::plainUnique);
        return marks.all(Api.MAPPING + "Index").stream().anyMatch(ConstraintReader::plainIndex)
                || (!unique
                        && marks.ours("Text.Slug").filter(it -> it.is("index")).isPresent());
    }

    private static CodeBlock reference(FieldShape field) {
        var marks = field.marks();
        var mark = marks.ours("ForeignKey").or(() -> marks.ours("OneToOne")).orElseThrow();
        var code = CodeBlock.builder();
        if (marks.ours("OneToOne").isPresent()) {
            code.add(".asSingle()");
        } else if (!mark.is("index")) {
            code.add(".indexed(false)");
        }
        return code.add(mark.is("constraint") ? "" : ".withoutConstraint()").build();
    }
}
