@NullMarked
package ma.maydan.events.question;

import org.jspecify.annotations.NullMarked;
