/** Server-sent events: answers that go on while something happens. */
@NullMarked
package nuages.web.event;

import org.jspecify.annotations.NullMarked;
