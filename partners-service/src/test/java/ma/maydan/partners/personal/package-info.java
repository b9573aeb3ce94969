@NullMarked
package ma.maydan.partners.personal;

import org.jspecify.annotations.NullMarked;
