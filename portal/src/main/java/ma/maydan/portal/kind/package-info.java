/** The kinds of things that the portal shows: each is declared once, in the package of its feature. */
@NullMarked
package ma.maydan.portal.kind;

import org.jspecify.annotations.NullMarked;
