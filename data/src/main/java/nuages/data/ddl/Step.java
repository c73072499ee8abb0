package nuages.data.ddl;

/**
 * One statement of a change from one schema to another. Immutable; threads share it.
 *
 * @param description what it does, for people: {@code add column polls_choice.votes}
 * @param sql the statement
 * @param repeated the same in words that do no harm if the statement has been run already; only where it cannot be
 *     undone does it differ from the statement
 */
public record Step(String description, String sql, String repeated) {
    /** A statement that is undone with its transaction, or that may be run twice as it is. */
    static Step of(String description, String sql) {
        return new Step(description, sql, sql);
    }
}
