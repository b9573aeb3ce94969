/** Search: by what words aggregates are found, in which order, and at what cost. */
@NullMarked
package ma.maydan.starter.search;

import org.jspecify.annotations.NullMarked;
