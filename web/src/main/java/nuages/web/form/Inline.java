package nuages.web.form;

import java.util.List;
import nuages.data.model.ForeignKeyField;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;

/**
 * Forms for the rows that refer to one row, which are shown and saved with it: {@code Inline.of(Choice_.question,
 * ModelFormSet.of(CHOICE))}. New rows refer to that row by themselves, whatever is sent. Their fields are sent by names
 * that begin with the model's, such as {@code choice-0-text}. Keep it in a constant. Immutable; threads share it.
 *
 * @param <P> the model that is referred to
 * @param <M> the model of the rows
 */
public final class Inline<P extends KeyedModel<?>, M extends KeyedModel<?>> {
    private final ForeignKeyField<M, P, ?> by;
    private final ModelFormSet<M> set;

    private Inline(ForeignKeyField<M, P, ?> by, ModelFormSet<M> set) {
        this.by = by;
        this.set = set;
    }

    /** Forms for the rows that refer by that field. */
    public static <P extends KeyedModel<?>, M extends KeyedModel<?>> Inline<P, M> of(
            ForeignKeyField<M, P, ?> by, ModelFormSet<M> set) {
        return new Inline<>(by, set.named(Words.lower(set.form().type().toString())));
    }

    private QuerySet<M> rows(P owner) {
        return QuerySet.of(set.form().type().type()).filter(by.is(owner));
    }

    Page page(P owner, Options options) {
        return set.page(owner.isNew() ? List.of() : set.read(rows(owner)), options);
    }

    RowSet<M> read(Sent sent, P owner) {
        var type = set.form().type();
        return set.read(sent, owner.isNew() ? null : rows(owner), () -> {
            var row = type.blank();
            type.put(row, type.property(by), RowChoices.ref(owner));
            return row;
        });
    }
}
