package ma.maydan.events.registration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A seat by the link of a mail: whoever holds it acts for the person to whom it was sent. Nothing is done by a GET. */
@RestController
@RequestMapping("/api/v1/seats/{key}")
@Tag(name = "Registrations")
class SeatLinkController {

    private final SeatLinks links;
    private final GuestLinks guests;

    SeatLinkController(SeatLinks links, GuestLinks guests) {
        this.links = links;
        this.guests = guests;
    }

    @GetMapping
    @Allow(To.ANYONE)
    @Operation(summary = "What a guest has who has this key from a mail, or what an organization has taken for them")
    ResponseEntity<SeatView> get(@PathVariable String key) {
        return unkept(links.find(key));
    }

    @PostMapping("/accept")
    @Allow(To.ANYONE)
    @Operation(summary = "Who was named takes the seat that is offered, until the offer ends")
    ResponseEntity<SeatView> accept(@PathVariable String key, ExpectedVersion expected) {
        return unkept(links.accept(key, expected));
    }

    @PostMapping("/confirm")
    @Allow(To.ANYONE)
    @Operation(summary = "A guest confirms their address within 30 minutes, and keeps what they have")
    ResponseEntity<SeatView> confirm(@PathVariable String key, ExpectedVersion expected) {
        return unkept(guests.confirm(key, expected));
    }

    @PutMapping("/answers")
    @Allow(To.ANYONE)
    @Operation(summary = "A guest answers the questions of the event otherwise, until answersUntil")
    ResponseEntity<SeatView> answer(
            @PathVariable String key, ExpectedVersion expected, @Valid @RequestBody AnswersRequest request) {
        return unkept(guests.answer(key, expected, request.answers()));
    }

    @PostMapping("/refuse")
    @Allow(To.ANYONE)
    @Operation(
            summary =
                    "A guest, or who was named, does not come: a seat passes on, or the organization may name somebody"
                            + " else while there is time, and their name, address and answers are erased")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@PathVariable String key, ExpectedVersion expected) {
        guests.refuse(key, expected);
    }

    @PostMapping("/forget")
    @Allow(To.ANYONE)
    @Operation(
            summary =
                    "Once an event is over, the name, address and answers of a guest, or of who was named, are erased",
            description = "What they had counts as before; the link leads nowhere any more, within a minute.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String key, ExpectedVersion expected) {
        guests.forget(key, expected);
    }

    private static ResponseEntity<SeatView> unkept(SeatView seat) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(seat);
    }
}
