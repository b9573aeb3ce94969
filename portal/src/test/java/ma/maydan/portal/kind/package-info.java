@NullMarked
package ma.maydan.portal.kind;

import org.jspecify.annotations.NullMarked;
