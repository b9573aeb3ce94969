@NullMarked
package ma.maydan.starter.security;

import org.jspecify.annotations.NullMarked;
