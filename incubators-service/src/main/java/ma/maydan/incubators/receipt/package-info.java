/** What an organization can show of its request for verification. */
@NullMarked
package ma.maydan.incubators.receipt;

import org.jspecify.annotations.NullMarked;
