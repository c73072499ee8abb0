package nuages.processor;

/** A field as the code that describes it. */
final class PropertyCode {
    private static final ClassName LONG = ClassName.of("java.lang", "Long");

    private PropertyCode() {}

    /**
     * Calls as arguments of calls are what a compiler is slowest at, so that what nearly all columns are is said without
     * them.
     */
    static Code of(FieldShape field) {
        var code = usualKey(field) ? Code.of("$T.id()", Api.PROPERTY) : made(field);
        return code.then(traits(field));
    }

    /** The key that models have unless they say otherwise. */
    private static boolean usualKey(FieldShape field) {
        return field.name().equals("id")
                && usualIdentity(field)
                && field.boxed().equals(LONG);
    }

    private static boolean usualIdentity(FieldShape field) {
        return field.identity()
                && field.column().equals("id")
                && field.kept().column().equals(KeptValues.whole("BigInteger", false));
    }

    private static Code made(FieldShape field) {
        var reference = field.reference();
        var code = new Code.Builder();
        boolean simple = simple(field) && (reference == null || field.kept().plain());
        code.add("$T.$L($S, ", Api.PROPERTY, reference == null ? "of" : "reference", field.name());
        if (simple) {
            code.add("$S, $L, $L", field.column(), type(field), field.kept().values());
        } else {
            code.add("$L, $L", column(field), field.kept().codec());
        }
        if (reference != null) {
            code.add(", $T.class, $T.$L", reference.target(), Api.ON_DELETE, reference.onDelete());
        }
        code.add(")");
        if (simple) {
            code.add(field.nullable() ? ".asNullable()" : "").add(unique(field) ? ".asUnique()" : "");
        }
        return code.build();
    }

    /** Whether its column has a name, a type, and nothing else but whether it may be null or repeat. */
    private static boolean simple(FieldShape field) {
        var marks = field.marks();
        return !field.identity()
                && marks.ours("DbDefault").isEmpty()
                && marks.ours("Generated").isEmpty()
                && marks.ours("Column")
                        .filter(it -> !it.text("comment").isEmpty()
                                || !it.text("collation").isEmpty())
                        .isEmpty();
    }

    private static boolean unique(FieldShape field) {
        return field.marks().all(Api.MAPPING + "Unique").stream().anyMatch(ConstraintReader::plainUnique);
    }

    private static Code type(FieldShape field) {
        return field.marks()
                .ours("Column")
                .map(it -> it.text("type"))
                .filter(it -> !it.isEmpty())
                .map(it -> Code.of("new $T.Other($S)", Api.COLUMN_TYPE, it))
                .orElse(field.kept().column());
    }

    private static Code column(FieldShape field) {
        var marks = field.marks();
        var code = new Code.Builder();
        if (usualIdentity(field)) {
            code.add("$T.id()", Api.COLUMN);
        } else {
            code.add("$T.of($S, $L)", Api.COLUMN, field.column(), type(field));
            code.add(field.identity() ? ".asIdentity()" : "");
        }
        code.add(field.nullable() ? ".asNullable()" : "").add(unique(field) ? ".asUnique()" : "");
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

    private static Code traits(FieldShape field) {
        var marks = field.marks();
        var code = new Code.Builder().add(field.key() && !usualKey(field) ? ".asKey()" : "");
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

    private static Code reference(FieldShape field) {
        var marks = field.marks();
        var mark = marks.ours("ForeignKey").or(() -> marks.ours("OneToOne")).orElseThrow();
        var code = new Code.Builder();
        if (marks.ours("OneToOne").isPresent()) {
            code.add(".asSingle()");
        } else if (!mark.is("index")) {
            code.add(".indexed(false)");
        }
        return code.add(mark.is("constraint") ? "" : ".withoutConstraint()").build();
    }
}
