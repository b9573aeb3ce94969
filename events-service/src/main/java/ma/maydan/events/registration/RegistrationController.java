package ma.maydan.events.registration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import ma.maydan.events.event.Event;
import ma.maydan.starter.idempotency.Creates;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Registrations")
class RegistrationController {

    private final RegistrationService service;

    RegistrationController(RegistrationService service) {
        this.service = service;
    }

    /** Nothing is asked for yet. */
    record RegistrationRequest() {}

    @PostMapping("/events/{eventId}/registrations")
    @Creates(keptByWhatIsCreated = true)
    @Allow(To.PERSON)
    @Operation(summary = "The caller takes a seat, or the last place in the waiting list")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RegistrationView> register(
            @PathVariable String eventId,
            @RequestBody(required = false) @Nullable RegistrationRequest request,
            NewId id,
            Caller caller) {
        var made = service.register(id, eventId, caller);
        var registration = made.registration();
        var answer = ResponseEntity.created(URI.create("/api/v1/registrations/" + registration.id()));
        if (made.repeated()) {
            answer.header(NewId.REPLAYED, "true");
        }
        return answer.body(view(registration, made.event(), registration.firstPlace(), caller));
    }

    @GetMapping("/events/{eventId}/registrations")
    @Allow(To.PERSON)
    @Operation(summary = "Who registered for an event that the caller runs")
    Page<RegistrationView> ofEvent(@PathVariable String eventId, Paging paging, Caller caller) {
        return views(service.ofEvent(eventId, caller, paging), caller);
    }

    @GetMapping("/me/registrations")
    @Allow(To.PERSON)
    @Operation(summary = "The caller's registrations")
    Page<RegistrationView> mine(Paging paging, Caller caller) {
        return views(service.ofCaller(caller, paging), caller);
    }

    @GetMapping("/registrations/{id}")
    @Allow(To.PERSON)
    @Operation(summary = "One registration: one's own, or for an event that the caller runs")
    RegistrationView get(@PathVariable String id, Caller caller) {
        return view(service.require(id, caller), caller);
    }

    @PostMapping("/registrations/{id}/cancel")
    @Allow(To.PERSON)
    @Operation(summary = "The caller gives up the seat or the place; the first who waits moves up")
    RegistrationView cancel(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return view(service.cancel(id, expected, caller), caller);
    }

    private RegistrationView view(Registration registration, Caller caller) {
        return views(new Page<>(List.of(registration), null), caller).items().getFirst();
    }

    private Page<RegistrationView> views(Page<Registration> page, Caller caller) {
        var events = service.eventsOf(page.items());
        var ledgers = service.ledgersOf(page.items());
        return page.map(registration -> view(
                registration,
                events.get(registration.eventId()),
                registration.place(ledgers.get(registration.eventId())),
                caller));
    }

    private RegistrationView view(
            Registration registration, @Nullable Event event, @Nullable Long place, Caller caller) {
        var own = registration.personId().equals(caller.id());
        return new RegistrationView(
                registration.id(),
                registration.version(),
                registration.eventId(),
                event == null ? null : event.title(),
                event == null ? null : event.startsAt(),
                event == null ? null : event.startsAtLocal(),
                event == null ? null : event.zone().getId(),
                registration.personName(),
                registration.status(),
                place,
                registration.registeredAt(),
                own ? registration.allowedTransitions() : List.of());
    }
}
