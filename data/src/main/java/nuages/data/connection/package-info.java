/**
 * Who a connection is for, and until when: a {@link nuages.data.connection.Work} is what it is opened for, a
 * {@link nuages.data.connection.Database} lends it for a statement or a block, and takes it back.
 */
@NullMarked
package nuages.data.connection;

import org.jspecify.annotations.NullMarked;
