@NullMarked
package ma.maydan.partners.organization;

import org.jspecify.annotations.NullMarked;
