/** The register of organizations, their verification and their programs. */
@NullMarked
package ma.maydan.incubators;

import org.jspecify.annotations.NullMarked;
