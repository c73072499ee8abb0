/** The words of HTTP: a handler is a function from a request to a response. */
@NullMarked
package nuages.web.http;

import org.jspecify.annotations.NullMarked;
