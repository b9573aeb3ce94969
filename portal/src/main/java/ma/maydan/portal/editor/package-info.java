/** Writes things of all kinds. */
@NullMarked
package ma.maydan.portal.editor;

import org.jspecify.annotations.NullMarked;
