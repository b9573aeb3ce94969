/** A mail server for one's own machine and for tests: it takes every mail, keeps the latest and shows them. */
@NullMarked
package ma.maydan.local.mail;

import org.jspecify.annotations.NullMarked;
