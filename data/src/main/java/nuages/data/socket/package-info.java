/**
 * Sockets that know whether the other side has closed them, so that a connection counts until its server has really let
 * it go.
 */
@NullMarked
package nuages.data.socket;

import org.jspecify.annotations.NullMarked;
