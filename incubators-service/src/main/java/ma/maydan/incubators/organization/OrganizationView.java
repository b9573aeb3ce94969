package ma.maydan.incubators.organization;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * An organization as one caller sees it.
 *
 * @param decision why it is rejected or suspended; for members and staff
 * @param takenBy the officer whose case it is while under review; for staff
 * @param myRole the caller's, when a member
 * @param missing what submission needs and is not there; for those who may submit
 * @param allowedTransitions the steps that the caller may take now
 * @param withheld the steps that would be the caller's in this state and are refused to them, with the code of the refusal
 */
public record OrganizationView(
        String id,
        long version,
        String slug,
        LocalizedText legalName,
        @Nullable LocalizedText description,
        List<OrganizationKind> kinds,
        @Nullable String ice,
        String region,
        @Nullable String website,
        RegistrationStatus registrationStatus,
        boolean partner,
        @Nullable Instant verifiedAt,
        @Nullable OrganizationDecisionView decision,
        @Nullable String takenBy,
        @Nullable MemberRole myRole,
        List<FieldProblem> missing,
        List<String> allowedTransitions,
        Map<String, String> withheld)
        implements Versioned {

    public static OrganizationView of(Organization organization, Actor actor) {
        var profile = organization.profile();
        var decision = organization
                .negativeDecision()
                .filter(any -> organization.isInsider(actor))
                .flatMap(OrganizationDecisionView::of);
        var allowed = organization.allowedTransitions(actor);
        var underReview = organization.registrationStatus() == RegistrationStatus.UNDER_REVIEW;
        return new OrganizationView(
                organization.id(),
                organization.version(),
                organization.slug(),
                profile.legalName(),
                profile.description(),
                profile.kinds(),
                profile.ice(),
                profile.region(),
                profile.website(),
                organization.registrationStatus(),
                organization.partner(),
                organization.verifiedAt(),
                decision.orElse(null),
                actor.officer() && underReview ? organization.takenBy() : null,
                organization.roleOf(actor).orElse(null),
                allowed.contains("submit") ? organization.missing() : List.of(),
                allowed,
                organization.withheld(actor));
    }
}
