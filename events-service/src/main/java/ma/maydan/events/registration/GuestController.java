package ma.maydan.events.registration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Seats for people without an account. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Registrations")
class GuestController {

    private final GuestRegistrations guests;

    GuestController(GuestRegistrations guests) {
        this.guests = guests;
    }

    @PostMapping("/events/{eventId}/guests")
    @Allow(To.ANYONE)
    @Operation(
            summary = "Somebody without an account asks for a seat, where the event has guests BY_EMAIL",
            description =
                    "What they get is held for 30 minutes, and theirs once they confirm by the link of the mail. The"
                            + " answer is the same whether or not the address is registered, and has no content.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(@PathVariable String eventId, @Valid @RequestBody GuestRequest request, Caller caller) {
        guests.ask(eventId, request, caller);
    }
}
