/** Typed conditions, orders and values of queries: what a queryset is asked for. */
@NullMarked
package nuages.data.query;

import org.jspecify.annotations.NullMarked;
