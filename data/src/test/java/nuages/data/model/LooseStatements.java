package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import nuages.data.model.notes.Folder;
import nuages.data.model.notes.Folder_;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.data.query.Aggregate;
import nuages.data.query.Assignment;
import nuages.data.query.Case;
import nuages.data.query.Condition;
import nuages.data.query.Expression;
import nuages.data.query.Functions;
import nuages.data.query.NumberExpression;
import nuages.data.query.Order;
import nuages.data.query.TextExpression;
import nuages.data.query.Window;
import nuages.data.syntax.Delete;
import nuages.data.syntax.Node;
import nuages.data.syntax.Statement;
import nuages.data.syntax.Update;

/**
 * Statements about notes by chance, of some forms again and again: those of one form differ in nothing but their values, and
 * in which of their expressions are one object, equal or different.
 */
final class LooseStatements {
    private static final int FORMS = 400;
    private static final int DEPTH = 3;
    private static final List<String> TEXTS = List.of("a", "b", "ä");
    private static final Functions.Template EITHER = Functions.sql("? = ? or ? < ?");
    private static final Functions.Template TWICE =
            Functions.sql("concat(?, ?)").on("SQLite", "? || ?");

    private final Random values;
    private Form form = new Form(0, 0);

    LooseStatements(long seed) {
        this.values = new Random(seed);
    }

    /** What chance says of the form of a statement or an expression, and the expressions there are in it. */
    private static final class Form {
        private final Random random;
        private final int depth;
        private final List<Made<TextExpression<Note>>> texts = new ArrayList<>();
        private final List<Made<NumberExpression<Note, Long>>> numbers = new ArrayList<>();
        private final List<Made<Condition<Note>>> conditions = new ArrayList<>();

        private Form(long seed, int depth) {
            this.random = new Random(seed);
            this.depth = depth;
        }
    }

    /** An expression, and what chance made its form of. */
    private record Made<T>(long seed, T it) {}

    /** The next one, which shares nothing with those before. */
    Statement next() {
        form = new Form(values.nextInt(FORMS), 0);
        return switch (form.random.nextInt(8)) {
            case 0 -> update();
            case 1 -> delete();
            case 2 -> grouped();
            case 3 -> combined();
            default -> select();
        };
    }

    /** An expression that there is already, or another of its form, or one of another form. */
    private <T> T again(List<Made<T>> before, Supplier<T> maker) {
        if (!before.isEmpty() && form.random.nextInt(2) == 0) {
            var one = before.get(form.random.nextInt(before.size()));
            return values.nextBoolean() ? one.it() : make(one.seed(), maker);
        }
        long seed = form.random.nextLong();
        var made = make(seed, maker);
        before.add(new Made<>(seed, made));
        return made;
    }

    private <T> T make(long seed, Supplier<T> maker) {
        var around = form;
        form = new Form(seed, around.depth + 1);
        try {
            return maker.get();
        } finally {
            form = around;
        }
    }

    /** One of so many kinds, of which the first few hold no others. */
    private int kind(int simple, int all) {
        return form.random.nextInt(form.depth < DEPTH ? all : simple);
    }

    private boolean perhaps() {
        return form.random.nextBoolean();
    }

    private String chars() {
        return TEXTS.get(values.nextInt(TEXTS.size()));
    }

    private long number() {
        return 2L + values.nextInt(2);
    }

    private TextExpression<Note> text() {
        return again(form.texts, () -> switch (kind(6, 8)) {
            case 0 -> Note_.title;
            case 1 -> Note_.title.concat(chars());
            case 2 -> Note_.body.coalesce(chars());
            case 3 -> Note_.folder().name;
            case 4, 5 -> Note_.data.at(chars()).text();
            case 6 -> TextExpression.of(Case.when(condition(), chars()).otherwise(text()));
            default -> TextExpression.of(TWICE.of(String.class, text(), Functions.value(chars())));
        });
    }

    private NumberExpression<Note, Long> whole() {
        return again(form.numbers, () -> switch (kind(5, 6)) {
            case 0 -> Note_.size;
            case 1 -> Note_.size.plus(number());
            case 2 -> Note_.data.at(chars()).at((int) number()).whole();
            case 3, 4 -> Note_.size.modulo(number());
            default -> whole().minus(whole());
        });
    }

    private Expression<Note, ?> expression() {
        return perhaps() ? text() : whole();
    }

    private Condition<Note> condition() {
        return again(form.conditions, () -> switch (kind(5, 12)) {
            case 0 -> text().is(chars());
            case 1 -> text().isNotNull();
            case 2 -> text().in(TEXTS.subList(values.nextInt(2), 1 + values.nextInt(3)));
            case 3 -> text().containsAnyCase(chars());
            case 4 -> whole().between(number(), 3L);
            case 5 -> text().is(text());
            case 6 -> condition().not();
            case 7 -> condition().or(condition());
            case 8 -> condition().and(condition());
            case 9 -> EITHER.condition(whole(), whole(), whole(), Functions.value(number()));
            case 10 -> Note_.folder.in(folders().subquery(Folder_.id));
            default -> whole().gt(whole());
        });
    }

    private QuerySet<Folder> folders() {
        var some = Folder.objects.filter(Folder_.name.is(Functions.outer(text())));
        return perhaps()
                ? some
                : some.orderBy(Folder_.name.concat(chars()).asc()).limit(number());
    }

    private Order<Note> order(Expression<Note, ?> by) {
        return switch (form.random.nextInt(4)) {
            case 0 -> by.desc();
            case 1 -> by.asc().nullsLast();
            default -> by.asc();
        };
    }

    private QuerySet<Note> notes() {
        var notes = Note.objects.filter(condition());
        if (form.random.nextInt(4) == 0) {
            notes = notes.filter(
                    Window.<Note>by(text()).orderBy(order(whole())).rowNumber().lte(number()));
        }
        if (form.random.nextInt(4) == 0) {
            notes = notes.exclude(condition());
        }
        return notes;
    }

    private List<Node> columns() {
        var columns = new ArrayList<Node>();
        for (int i = form.random.nextInt(3); i >= 0; i--) {
            columns.add(expression().node());
        }
        return columns;
    }

    /** Different values can only be ordered by what is selected. */
    private Statement select() {
        var notes = notes();
        var columns = columns();
        boolean distinct = form.random.nextInt(3) == 0;
        if (perhaps()) {
            var first = expression();
            var second = expression();
            if (distinct) {
                columns.add(first.node());
                columns.add(second.node());
            }
            notes = notes.orderBy(order(second), order(first));
        }
        if (distinct) {
            notes = notes.distinct();
        }
        return Reads.select(perhaps() ? notes.limit(number()).offset(number()) : notes, columns);
    }

    private Statement grouped() {
        var groups =
                notes().groupBy(expression(), expression()).having(whole().sum().gt(number()));
        var columns = columns();
        columns.add(text().max().filter(condition()).node());
        columns.add(Aggregate.<Note>rows().node());
        return Reads.select(groups.orderBy(order(expression())), columns);
    }

    /** Which can only be ordered by columns. */
    private Statement combined() {
        var columns = columns();
        var all = notes().union(notes()).except(notes().orderBy(order(whole())).limit(number()));
        return Reads.select(perhaps() ? all : all.orderBy(order(expression())), columns);
    }

    private Statement update() {
        var set = perhaps() ? notes() : notes().limit(number());
        Assignment<Note> size = perhaps() ? Note_.size.to(number()) : Note_.size.to(whole());
        Assignment<Note> body = form.random.nextInt(3) == 0 ? Note_.body.to((String) null) : Note_.body.to(text());
        var sets = List.of(new Update.Set("size", size.value()), new Update.Set("body", body.value()));
        return new Update(
                set.type().source(), sets, set.query().where(), Writes.keys(set), Writes.chosen(set), List.of());
    }

    private Statement delete() {
        var set = perhaps() ? notes() : notes().orderBy(order(expression())).limit(number());
        return new Delete(set.type().source(), set.query().where(), Writes.keys(set), Writes.chosen(set));
    }
}
