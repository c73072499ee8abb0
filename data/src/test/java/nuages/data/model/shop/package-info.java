/** A shop: what it sells, to whom, and how it gets there. */
@NullMarked
package nuages.data.model.shop;

import org.jspecify.annotations.NullMarked;
