@NullMarked
package ma.maydan.portal.form;

import org.jspecify.annotations.NullMarked;
