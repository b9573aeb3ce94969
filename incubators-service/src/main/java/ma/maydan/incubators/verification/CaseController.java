package ma.maydan.incubators.verification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Locale;
import ma.maydan.incubators.casefile.Evidence;
import ma.maydan.incubators.casefile.EvidenceItem;
import ma.maydan.incubators.organization.Casework;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.incubators.organization.OrganizationView;
import ma.maydan.starter.file.Papers;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The case of an organization: what it gives, what it is asked for, and by when it is decided. */
@RestController
@RequestMapping("/api/v1/organizations/{id}")
@Tag(name = "Verification")
class CaseController {

    private final OrganizationService organizations;
    private final Papers papers;
    private final Clock clock;

    CaseController(OrganizationService organizations, Papers papers, Clock clock) {
        this.organizations = organizations;
        this.papers = papers;
        this.clock = clock;
    }

    @GetMapping("/case")
    @Allow(To.PERSON)
    @Operation(summary = "The case of an organization, for its members and the staff: check list, clock and timeline")
    CaseView show(@PathVariable String id, Caller caller) {
        var actor = Actor.of(caller);
        return CaseView.of(insider(id, actor), actor, clock.instant());
    }

    @GetMapping(
            value = "/evidence",
            produces = {MediaType.APPLICATION_PDF_VALUE, MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE})
    @Allow(To.PERSON)
    @Operation(summary = "A document of the check list, for who edits the organization and for the staff")
    ResponseEntity<Resource> download(@PathVariable String id, @RequestParam EvidenceItem item, Caller caller) {
        var actor = Actor.of(caller);
        var organization = insider(id, actor);
        if (!actor.officer()
                && organization.roleOf(actor).filter(MemberRole::mayEdit).isEmpty()) {
            throw ProblemException.forbidden();
        }
        var evidence = organization.stage().cases().present().evidence(item).orElseThrow(ProblemException::notFound);
        return papers.show(
                evidence.paper(), item.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @PutMapping(value = "/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allow(To.PERSON)
    @Operation(
            summary = "Gives a document of the check list, a PDF, JPEG or PNG of 10 MB at most",
            description = "It takes the place of the one before. It is kept as it is, without its name.")
    OrganizationView give(
            @PathVariable String id,
            ExpectedVersion expected,
            @RequestParam EvidenceItem item,
            @RequestPart(required = false) @Nullable MultipartFile file,
            Caller caller) {
        return organizations.take(
                id,
                expected,
                caller,
                (organization, actor, now) ->
                        Casework.give(organization, () -> new Evidence(item, papers.keep(file, now)), actor, now));
    }

    @DeleteMapping("/evidence")
    @Allow(To.PERSON)
    @Operation(summary = "Takes a document of the check list back")
    OrganizationView takeBack(
            @PathVariable String id, ExpectedVersion expected, @RequestParam EvidenceItem item, Caller caller) {
        return organizations.take(
                id, expected, caller, (organization, actor, now) -> Casework.takeBack(organization, item, actor, now));
    }

    @PostMapping("/request-info")
    @Allow(To.OFFICER)
    @Operation(
            summary = "An officer asks the organization for something, once in a case; its clock pauses",
            description =
                    "The organization answers within 30 days, and is reminded twice; without an answer the case ends.")
    OrganizationView requestInfo(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody InquiryRequest request,
            Caller caller) {
        return organizations.take(
                id,
                expected,
                caller,
                (organization, actor, now) -> Casework.requestInfo(organization, request.asked(), actor, now));
    }

    @PostMapping("/provide-info")
    @Allow(To.PERSON)
    @Operation(
            summary = "The owner answers what was asked for; the clock goes on",
            description =
                    "One answer for each item, in their order; one without a text says that it cannot be provided.")
    OrganizationView provideInfo(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody InfoAnswersRequest request,
            Caller caller) {
        return organizations.take(
                id,
                expected,
                caller,
                (organization, actor, now) -> Casework.provideInfo(organization, request.given(), actor, now));
    }

    private Organization insider(String id, Actor actor) {
        var organization = organizations.get(id, actor);
        if (!organization.isInsider(actor)) {
            throw ProblemException.notFound();
        }
        return organization;
    }
}
