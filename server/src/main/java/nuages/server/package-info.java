/**
 * Turns sockets into calls of one handler, each within a work of its own, and on a virtual thread of its own unless the
 * handler says that it never waits.
 */
@NullMarked
package nuages.server;

import org.jspecify.annotations.NullMarked;
