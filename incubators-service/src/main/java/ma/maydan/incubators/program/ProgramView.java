package ma.maydan.incubators.program;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.OrganizationStatus;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A program as one caller sees it.
 *
 * @param updatedAt when something of it changed last that the public sees, also whether it is seen
 */
record ProgramView(
        String id,
        long version,
        @JsonUnwrapped Operator operator,
        @JsonUnwrapped ProgramContent content,
        @JsonUnwrapped ForCaller forCaller,
        @JsonUnwrapped Offer offer,
        Instant updatedAt)
        implements Versioned, ListedProgram {

    /**
     * Whose it is.
     *
     * @param organizationPartner whether the organization carries the partner badge
     * @param organizationStatus its state in the register, VERIFIED for all that everybody sees
     */
    record Operator(
            String organizationId,
            LocalizedText organizationName,
            boolean organizationPartner,
            OrganizationStatus organizationStatus) {

        static Operator of(Organization owner) {
            return new Operator(
                    owner.id(), owner.profile().legalName(), owner.entry().partner(), owner.status());
        }
    }

    /**
     * Where it stands, and what only some see.
     *
     * @param status SUSPENDED for a published program of an organization that is suspended, or hides itself
     * @param decision why changes are requested; for members and staff
     * @param submittedAt when it was last submitted; for members and staff
     * @param missing what submission needs and is not there; for those who may submit
     */
    record ForCaller(
            ProgramStatus status,
            @Nullable ProgramDecisionView decision,
            @Nullable Instant submittedAt,
            List<FieldProblem> missing) {

        static ForCaller of(OwnedProgram owned, Actor actor, Offer offer) {
            var program = owned.program();
            var owner = owned.owner();
            var decision = program.requestedChanges()
                    .filter(any -> owner.isInsider(actor))
                    .flatMap(ProgramDecisionView::of);
            return new ForCaller(
                    program.statusBeside(owner),
                    decision.orElse(null),
                    owner.isInsider(actor) ? program.submittedAt() : null,
                    offer.has(ProgramTransition.SUBMIT) ? program.missing() : List.of());
        }
    }

    static ProgramView of(OwnedProgram owned, Actor actor) {
        var program = owned.program();
        var offer = program.offer(owned.owner(), actor);
        return new ProgramView(
                program.id(),
                program.version(),
                Operator.of(owned.owner()),
                program.content(),
                ForCaller.of(owned, actor, offer),
                offer,
                program.changedAt());
    }
}
