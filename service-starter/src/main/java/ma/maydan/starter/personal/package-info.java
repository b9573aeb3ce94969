/** What the services hold of people: declared where it is kept, shown, handed out, forgotten and erased. */
@NullMarked
package ma.maydan.starter.personal;

import org.jspecify.annotations.NullMarked;
