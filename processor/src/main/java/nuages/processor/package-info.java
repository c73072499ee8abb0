/** The annotation processor: reads models, and writes the class that knows their fields. */
@NullMarked
package nuages.processor;

import org.jspecify.annotations.NullMarked;
