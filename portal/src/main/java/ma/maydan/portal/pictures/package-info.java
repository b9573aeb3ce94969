/** Pictures of things of all kinds. */
@NullMarked
package ma.maydan.portal.pictures;

import org.jspecify.annotations.NullMarked;
