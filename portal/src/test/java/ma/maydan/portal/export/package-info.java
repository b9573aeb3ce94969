@NullMarked
package ma.maydan.portal.export;

import org.jspecify.annotations.NullMarked;
