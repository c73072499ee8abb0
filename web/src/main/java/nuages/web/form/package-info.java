/** Forms: records and models that are read from what a visitor sent, checked, and shown again with what is wrong. */
@NullMarked
package nuages.web.form;

import org.jspecify.annotations.NullMarked;
