/** Turns sockets into calls of one handler, each on a virtual thread and within a work of its own. */
@NullMarked
package nuages.server;

import org.jspecify.annotations.NullMarked;
