/** The sources of all modules. */
@NullMarked
package ma.maydan.system.sources;

import org.jspecify.annotations.NullMarked;
