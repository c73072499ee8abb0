package nuages.data.connection;

import nuages.data.dialect.Sqlite;

/** Runs blocks in transactions. */
final class Transactions {
    private Transactions() {}

    /** Runs a block in an outermost transaction. */
    static <R, X extends Exception> R run(Database database, Atomic options, boolean implicit, Block<R, X> block)
            throws X {
        var strand = Strand.current();
        var lease = database.pool(!options.readOnly()).lend(strand);
        var transaction = new Transaction(database, lease, options, implicit);
        var outer = strand.transaction;
        R result;
        try {
            result = within(transaction, block);
        } finally {
            strand.transaction = outer; // no call: a stack that is full would have no room for one
            lease.transaction(false);
            lease.endedBy("by the end of its atomic block");
            lease.release();
        }
        transaction.runCallbacks();
        return result;
    }

    private static <R, X extends Exception> R within(Transaction transaction, Block<R, X> block) throws X {
        boolean committed = false;
        try {
            transaction.begin();
            R result = ScopedValue.where(Transaction.CURRENT, transaction).call(block::run);
            transaction.commit();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                transaction.rollback();
            }
            transaction.end();
        }
    }

    /** What a transaction cannot be within another one. */
    static void refuse(Atomic options, Transaction open, Strand strand) {
        if (options.durable()) {
            throw new IllegalStateException("a durable atomic block of " + strand.work.name()
                    + " began within another one, so that its end would not make it durable: call it outside, or leave"
                    + " out asDurable().");
        }
        if (options.isolation().isPresent() && !open.isolated(options)) {
            throw new IllegalStateException("an atomic block of " + strand.work.name() + " asked for isolation "
                    + options.isolation().get()
                    + " within a transaction that has begun: ask for it in the outermost block.");
        }
        if (!options.foreignKeys() && !open.unenforced() && open.database.dialect() instanceof Sqlite) {
            throw new IllegalStateException("an atomic block of " + strand.work.name() + " asked SQLite not to enforce"
                    + " foreign keys within a transaction that has begun, where it takes no notice: ask for it in the"
                    + " outermost block.");
        }
        if (open.lease.holder != strand) {
            throw Escapes.transaction(open.lease.holder);
        }
    }
}
