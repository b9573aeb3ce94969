/**
 * What the services' integration tests share beside {@link ma.maydan.local.TestBackends} and
 * {@link ma.maydan.local.TestTokens}. Its libraries are the tests': they are provided where this is used, and absent
 * where the portal runs.
 */
@NullMarked
package ma.maydan.local.testing;

import org.jspecify.annotations.NullMarked;
