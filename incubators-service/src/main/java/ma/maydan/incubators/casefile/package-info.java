/** The case of an organization's verification: what it has given, by when it is answered, and what has happened. */
@NullMarked
package ma.maydan.incubators.casefile;

import org.jspecify.annotations.NullMarked;
