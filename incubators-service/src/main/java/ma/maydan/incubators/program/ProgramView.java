package ma.maydan.incubators.program;

import java.util.List;
import java.util.Map;
import ma.maydan.incubators.organization.RegistrationStatus;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A program as one caller sees it.
 *
 * @param organizationPartner whether the organization carries the partner badge
 * @param organizationStatus its state in the register, VERIFIED for all that everybody sees
 * @param status SUSPENDED for a published program of a suspended organization
 * @param decision why changes are requested; for members and staff
 * @param missing what submission needs and is not there; for those who may submit
 * @param allowedTransitions the steps that the caller may take now
 * @param withheld the steps that would be the caller's in this state and are refused to them, with the code of the refusal
 */
record ProgramView(
        String id,
        long version,
        String organizationId,
        LocalizedText organizationName,
        boolean organizationPartner,
        RegistrationStatus organizationStatus,
        LocalizedText title,
        LocalizedText summary,
        ProgramKind kind,
        ProgramMode mode,
        List<Sector> sectors,
        List<ProgramLanguage> languages,
        ProgramStatus status,
        @Nullable ProgramDecisionView decision,
        List<FieldProblem> missing,
        List<String> allowedTransitions,
        Map<String, String> withheld)
        implements Versioned {

    static ProgramView of(OwnedProgram owned, Actor actor) {
        var program = owned.program();
        var owner = owned.owner();
        var content = program.content();
        var decision =
                program.requestedChanges().filter(any -> owner.isInsider(actor)).flatMap(ProgramDecisionView::of);
        var allowed = program.allowedTransitions(owner, actor);
        return new ProgramView(
                program.id(),
                program.version(),
                owner.id(),
                owner.profile().legalName(),
                owner.partner(),
                owner.registrationStatus(),
                content.title(),
                content.summary(),
                content.kind(),
                content.mode(),
                content.sectors(),
                content.languages(),
                program.statusBeside(owner),
                decision.orElse(null),
                allowed.contains("submit") ? program.missing() : List.of(),
                allowed,
                program.withheld(owner, actor));
    }
}
