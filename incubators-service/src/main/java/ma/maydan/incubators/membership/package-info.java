/** Who belongs to an organization, and how one comes to belong to it. */
@NullMarked
package ma.maydan.incubators.membership;

import org.jspecify.annotations.NullMarked;
