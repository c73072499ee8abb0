package nuages.data.ddl;

import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Index;

/**
 * What a table has under names of their own.
 *
 * @param <T> foreign keys, indexes or constraints
 */
interface Kind<T> {
    /** Foreign keys. */
    Kind<ForeignKey> KEYS = new Kind<>() {
        @Override
        public String name(ForeignKey it) {
            return it.name();
        }

        @Override
        public ForeignKey called(ForeignKey it, String name) {
            return it.called(name);
        }
    };

    /** Indexes that let rows repeat. */
    Kind<Index> INDEXES = new Kind<>() {
        @Override
        public String name(Index it) {
            return it.name();
        }

        @Override
        public Index called(Index it, String name) {
            return Canonical.of(new Index(name, it.parts(), it.method(), it.condition(), it.include()));
        }
    };

    /** Constraints. */
    Kind<Constraint> CONSTRAINTS = new Kind<>() {
        @Override
        public String name(Constraint it) {
            return it.name();
        }

        @Override
        public Constraint called(Constraint constraint, String name) {
            return Canonical.of(
                    switch (constraint) {
                        case Check it -> new Check(name, it.sql());
                        case Unique it ->
                            new Unique(
                                    name, it.parts(), it.condition(), it.include(), it.deferral(), it.nullsDistinct());
                    });
        }
    };

    String name(T it);

    /** The same under that name, in the words in which equal ones are equal. */
    T called(T it, String name);
}
