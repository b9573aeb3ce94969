/** What people read, in every bundle of the repository and in the demo data. */
@NullMarked
package ma.maydan.system.words;

import org.jspecify.annotations.NullMarked;
