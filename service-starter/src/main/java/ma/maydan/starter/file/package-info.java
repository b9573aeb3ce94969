/** Files that people give: what is taken of them, how it is kept, and how it is handed out again. */
@NullMarked
package ma.maydan.starter.file;

import org.jspecify.annotations.NullMarked;
