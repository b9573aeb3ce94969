/** Forms that came too late or too early are kept and shown again, so that nothing typed is lost. */
@NullMarked
package ma.maydan.gateway.form;

import org.jspecify.annotations.NullMarked;
