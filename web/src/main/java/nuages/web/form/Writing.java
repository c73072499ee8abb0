package nuages.web.form;

import java.util.List;
import nuages.data.connection.Database;
import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;

/** Writes what forms have made of rows: all of it or, if something is wrong with one, nothing. For use by one thread. */
final class Writing {
    private final Database database;
    /** What is being written, which a refusal of the database is about. */
    private @Nullable Draft<?> current;

    Writing(Database database) {
        this.database = database;
    }

    /** Ends an atomic block so that nothing of it stays. */
    private static final class Undone extends NuagesException {
        private static final long serialVersionUID = 1L;

        Undone() {
            super("a form has faults that were found while it was saved: nothing of it is kept", null);
        }
    }

    /** Whether everything was written. If not, what is wrong has been told to the drafts. */
    boolean run(@Nullable Draft<?> owner, List<? extends RowSet<?>> sets) {
        try {
            database.atomic(() -> {
                if (owner != null) {
                    validate(List.of(owner));
                    write(owner);
                }
                for (var set : sets) {
                    set.deletions().forEach(this::delete);
                    validate(set.drafts());
                    if (!set.together()) {
                        throw new Undone();
                    }
                    set.drafts().forEach(this::write);
                }
            });
            return true;
        } catch (Undone e) {
            return false;
        } catch (NuagesException e) {
            if (current == null) {
                throw e;
            }
            current.refused(e);
            return false;
        }
    }

    private void validate(List<? extends Draft<?>> drafts) {
        for (var draft : drafts) {
            draft.put();
            draft.validate(true);
        }
        if (!drafts.stream().allMatch(Draft::fine)) {
            throw new Undone();
        }
    }

    private void delete(Draft<?> draft) {
        current = draft;
        draft.keep();
        draft.row.delete();
        current = null;
    }

    private void write(Draft<?> draft) {
        current = draft;
        draft.write();
        current = null;
    }
}
