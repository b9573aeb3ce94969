@NullMarked
package ma.maydan.events.notice;

import org.jspecify.annotations.NullMarked;
