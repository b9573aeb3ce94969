/** Organizations that the cluster's staff brings into the register from a spreadsheet (ADR 55). */
@NullMarked
package ma.maydan.incubators.imports;

import org.jspecify.annotations.NullMarked;
