package nuages.data.model;

/** Rows that one more query fetches for all rows of a result. Immutable; threads share it. */
sealed interface Prefetch {
    /** Where they are taken from. */
    QuerySet<?> rows();

    /** Those that refer to the rows of the result. */
    record Referring(ForeignKeyField<?, ?, ?> field, QuerySet<?> rows) implements Prefetch {
        public Referring {
            requireOwn(field);
        }
    }

    /** Those that a table between the two leads to. */
    record Linked(ManyToManyField<?, ?> field, QuerySet<?> rows) implements Prefetch {}

    /** Those that the rows of the result refer to. */
    record Referred(ForeignKeyField<?, ?, ?> field, QuerySet<?> rows) implements Prefetch {
        public Referred {
            requireOwn(field);
        }
    }

    /** What is further away is fetched by the queryset of the rows between. */
    private static void requireOwn(ForeignKeyField<?, ?, ?> field) {
        if (field.node().source().before() != null) {
            throw new IllegalArgumentException(
                    field.owner().getSimpleName() + "_." + field.name() + " is named by way of another model, "
                            + "and rows are fetched for one model after the other.\nname its own field, and give the "
                            + "model between a queryset that fetches what is behind it.");
        }
    }
}
