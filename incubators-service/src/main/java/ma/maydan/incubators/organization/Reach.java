package ma.maydan.incubators.organization;

import java.util.List;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Where the public finds an organization.
 *
 * @param website an http or https address
 * @param phone that the public may call, a {@link ma.maydan.starter.text.PhoneNumber} as it is kept
 * @param links to where else it is, https all of them
 */
public record Reach(
        @Nullable LocalizedText city,
        @Nullable String website,
        @Nullable String phone,
        List<Link> links) {

    /** The links of one organization. */
    static final int MOST = 10;

    /** @param address an https address */
    public record Link(String label, String address) {}
}
