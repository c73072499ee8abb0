/** Models of an app whose commands are tried. */
@NullMarked
package nuages.project.shop;

import org.jspecify.annotations.NullMarked;
