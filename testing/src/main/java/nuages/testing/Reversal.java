package nuages.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import nuages.data.connection.Rehearsal;
import nuages.project.trial.Contents;

/** What brings a database back to what it was before a test. One thread at a time uses it. */
interface Reversal {
    /** What is done from now on will be undone. May be called again: the next {@link #undo} is that one's. */
    void begin();

    /** Undoes what was done since {@link #begin}. */
    void undo();

    /** Of a database on which nothing is committed. */
    static Reversal of(Rehearsal rehearsal) {
        return new Reversal() {
            @Override
            public void begin() {
                rehearsal.begin();
            }

            @Override
            public void undo() {
                rehearsal.undo();
            }
        };
    }

    /** Of a database on which what is committed stays: its rows are read before, and written again. */
    static Reversal of(Contents contents) {
        return new Reversal() {
            private final Deque<String> before = new ArrayDeque<>();

            @Override
            public void begin() {
                before.push(contents.rows());
            }

            @Override
            public void undo() {
                contents.become(before.pop());
            }
        };
    }
}
