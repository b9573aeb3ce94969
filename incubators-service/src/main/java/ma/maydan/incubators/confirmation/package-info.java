/** How long what was verified of an organization counts, and who has confirmed it since. */
@NullMarked
package ma.maydan.incubators.confirmation;

import org.jspecify.annotations.NullMarked;
