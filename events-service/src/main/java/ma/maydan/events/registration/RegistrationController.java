package ma.maydan.events.registration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import ma.maydan.starter.idempotency.Creates;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.search.SearchText;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import ma.maydan.starter.web.ReasonRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Registrations")
class RegistrationController {

    private final RegistrationService service;
    private final RegistrationChanges changes;
    private final Approvals approvals;
    private final Offers offers;
    private final Colleagues colleagues;
    private final RegistrationAnswers answers;
    private final RegistrationViews views;

    RegistrationController(
            RegistrationService service,
            RegistrationChanges changes,
            Approvals approvals,
            Offers offers,
            Colleagues colleagues,
            RegistrationAnswers answers,
            RegistrationViews views) {
        this.service = service;
        this.colleagues = colleagues;
        this.changes = changes;
        this.approvals = approvals;
        this.offers = offers;
        this.answers = answers;
        this.views = views;
    }

    @PostMapping("/events/{eventId}/registrations")
    @Creates(keptByWhatIsCreated = true)
    @Allow(To.PERSON)
    @Operation(
            summary = "The caller takes a seat, or a place in the waiting list",
            description =
                    "With organizationId for a colleague of an organization that the caller edits for, or for one who is named later, as many as the event has perOrganization")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RegistrationView> register(
            @PathVariable String eventId,
            @Valid @RequestBody(required = false) @Nullable RegistrationRequest request,
            NewId id,
            Caller caller) {
        var made = request == null || request.organizationId() == null
                ? service.register(id, eventId, Asked.of(request), caller)
                : colleagues.register(id, eventId, request.organizationId(), request.colleague(), caller);
        var registration = made.registration();
        var answer = ResponseEntity.created(URI.create("/api/v1/registrations/" + registration.id()));
        if (made.repeated()) {
            answer.header(NewId.REPLAYED, "true");
        }
        return answer.body(views.made(registration, made.event(), caller));
    }

    @GetMapping("/events/{eventId}/registrations")
    @Allow(To.PERSON)
    @Operation(
            summary = "Who registered for an event that the caller runs",
            description =
                    "The first made first, unless sort names another order. With name a page can be shorter than its"
                            + " limit, or empty, and still have a nextCursor.")
    Page<RegistrationView> ofEvent(
            @PathVariable String eventId,
            @RequestParam(required = false) Registration.@Nullable Status status,
            @Parameter(schema = @Schema(allowableValues = {"registeredAt", "-registeredAt"}))
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @Parameter(
                            description = "How words of the name begin",
                            schema = @Schema(type = "string", maxLength = SearchText.MOST))
                    @RequestParam(required = false)
                    @Nullable
                    String name,
            Paging paging,
            Caller caller) {
        return views.of(service.ofEvent(eventId, Wanted.of(status, sort, name), caller, paging), caller);
    }

    @GetMapping("/me/registrations")
    @Allow(To.PERSON)
    @Operation(
            summary = "The caller's registrations, the latest made first; those for events that are not over, the next"
                    + " first, or for those that are, the latest first")
    Page<RegistrationView> mine(
            @RequestParam(required = false) RegistrationService.@Nullable When when, Paging paging, Caller caller) {
        return views.of(service.ofCaller(caller, when, paging), caller);
    }

    @GetMapping("/registrations/{id}")
    @Allow(To.PERSON)
    @Operation(summary = "One registration: one's own, or for an event that the caller runs")
    RegistrationView get(@PathVariable String id, Caller caller) {
        return views.of(changes.require(id, caller), caller);
    }

    @PutMapping("/registrations/{id}/answers")
    @Allow(To.PERSON)
    @Operation(summary = "The caller answers the questions of the event otherwise, until answersUntil")
    RegistrationView answer(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody AnswersRequest request,
            Caller caller) {
        return views.of(answers.change(id, expected, request.answers(), caller), caller);
    }

    @PostMapping("/registrations/{id}/cancel")
    @Allow(To.PERSON)
    @Operation(
            summary = "The caller gives up the seat or the place, until the event is over; the first who waits moves up"
                    + " while registration is open")
    RegistrationView cancel(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return views.of(changes.cancel(id, expected, caller), caller);
    }

    @PostMapping("/registrations/{id}/accept")
    @Allow(To.PERSON)
    @Operation(summary = "The caller takes the seat that is offered, until the offer ends")
    RegistrationView accept(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return views.of(offers.accept(id, expected, caller), caller);
    }

    @PostMapping("/registrations/{id}/approve")
    @Allow(To.PERSON)
    @Operation(summary = "Who runs the event gives the person a seat, or a place in the waiting list")
    RegistrationView approve(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return views.of(approvals.approve(id, expected, caller), caller);
    }

    @PostMapping("/registrations/{id}/decline")
    @Allow(To.PERSON)
    @Operation(summary = "Who runs the event declines the person, with a reason")
    RegistrationView decline(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        return views.of(approvals.decline(id, expected, Reason.of(reason), caller), caller);
    }
}
