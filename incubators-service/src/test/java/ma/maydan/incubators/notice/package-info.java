@NullMarked
package ma.maydan.incubators.notice;

import org.jspecify.annotations.NullMarked;
