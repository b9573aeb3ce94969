@NullMarked
package ma.maydan.starter.document;

import org.jspecify.annotations.NullMarked;
