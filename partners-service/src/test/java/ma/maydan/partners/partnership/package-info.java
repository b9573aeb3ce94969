@NullMarked
package ma.maydan.partners.partnership;

import org.jspecify.annotations.NullMarked;
