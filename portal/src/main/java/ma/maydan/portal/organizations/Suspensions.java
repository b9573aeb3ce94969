package ma.maydan.portal.organizations;

import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Decision;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.api.UnavailableException;
import ma.maydan.portal.page.Visitor;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which organization is suspended, and why, for the pages of what hangs on it. */
@Component
public class Suspensions {

    private final Api api;

    Suspensions(Api api) {
        this.api = api;
    }

    /**
     * A suspended organization.
     *
     * @param decision why; null for who is neither a member nor staff
     */
    public record Suspension(
            String organizationId,
            LocalizedText name,
            @Nullable Decision decision) {}

    /** @return null when the organization is not suspended, as far as this state says */
    public @Nullable Suspension of(
            Visitor visitor, String organizationId, LocalizedText name, @Nullable String status) {
        return "SUSPENDED".equals(status)
                ? new Suspension(organizationId, name, decision(visitor, organizationId))
                : null;
    }

    /** The page says what is suspended also when the register does not say why. */
    private @Nullable Decision decision(Visitor visitor, String organizationId) {
        try {
            return api.get(visitor, Organization.class, "organizations", organizationId)
                    .decision();
        } catch (ProblemException | UnavailableException unknown) {
            return null;
        }
    }
}
