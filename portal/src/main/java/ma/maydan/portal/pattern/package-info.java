/** Patterns of stars, for what has no picture of its own. */
@NullMarked
package ma.maydan.portal.pattern;

import org.jspecify.annotations.NullMarked;
