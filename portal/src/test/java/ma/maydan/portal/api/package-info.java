@NullMarked
package ma.maydan.portal.api;

import org.jspecify.annotations.NullMarked;
