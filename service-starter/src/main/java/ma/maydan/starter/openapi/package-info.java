/** What the documentation of every API says. */
@NullMarked
package ma.maydan.starter.openapi;

import org.jspecify.annotations.NullMarked;
