@NullMarked
package ma.maydan.local.mail;

import org.jspecify.annotations.NullMarked;
