/** Forms as a person typed them, and what a service says is wrong with them. */
@NullMarked
package ma.maydan.portal.form;

import org.jspecify.annotations.NullMarked;
