package ma.maydan.incubators.organization;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * An organization as one caller sees it.
 *
 * @param updatedAt when something of it changed last that the public sees
 */
public record OrganizationView(
        String id,
        long version,
        String slug,
        @JsonUnwrapped OrganizationProfile profile,
        @JsonUnwrapped Register register,
        @JsonUnwrapped ForCaller forCaller,
        Instant updatedAt)
        implements Versioned, ListedOrganization {

    /** How the register has it. */
    record Register(
            OrganizationStatus registrationStatus,
            boolean partner,
            @Nullable Instant verifiedAt) {}

    /**
     * What only some see, and what this caller can do.
     *
     * @param decision why it is rejected or suspended; for members and staff
     * @param takenBy the officer whose case it is while under review; for staff
     * @param myRole the caller's, when a member
     * @param missing what submission needs and is not there; for those who may submit
     * @param allowedTransitions the steps that the caller may take now
     */
    record ForCaller(
            @Nullable OrganizationDecisionView decision,
            @Nullable String takenBy,
            @Nullable MemberRole myRole,
            List<FieldProblem> missing,
            List<String> allowedTransitions) {

        static ForCaller of(Organization organization, Actor actor) {
            var decision = organization
                    .stage()
                    .negativeDecision()
                    .filter(any -> organization.isInsider(actor))
                    .flatMap(OrganizationDecisionView::of);
            var allowed = organization.allowedTransitions(actor);
            var underReview = organization.status() == OrganizationStatus.UNDER_REVIEW;
            return new ForCaller(
                    decision.orElse(null),
                    actor.officer() && underReview ? organization.stage().takenBy() : null,
                    organization.roleOf(actor).orElse(null),
                    allowed.contains("submit") ? organization.missing() : List.of(),
                    allowed);
        }
    }

    public static OrganizationView of(Organization organization, Actor actor) {
        return new OrganizationView(
                organization.id(),
                organization.version(),
                organization.entry().slug(),
                organization.profile(),
                new Register(
                        organization.status(),
                        organization.entry().partner(),
                        organization.stage().verifiedAt()),
                ForCaller.of(organization, actor),
                organization.changedAt());
    }
}
