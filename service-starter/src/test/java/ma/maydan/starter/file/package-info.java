@NullMarked
package ma.maydan.starter.file;

import org.jspecify.annotations.NullMarked;
