@NullMarked
package ma.maydan.portal.page;

import org.jspecify.annotations.NullMarked;
