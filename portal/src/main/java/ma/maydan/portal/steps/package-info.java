/** Steps from one state of an object to the next. */
@NullMarked
package ma.maydan.portal.steps;

import org.jspecify.annotations.NullMarked;
