/** The register of organizations: list, page, form. */
@NullMarked
package ma.maydan.portal.organizations;

import org.jspecify.annotations.NullMarked;
