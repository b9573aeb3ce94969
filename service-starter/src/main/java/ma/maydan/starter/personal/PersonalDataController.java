package ma.maydan.starter.personal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.security.FreshSignIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this service holds of people: of anybody, for the notice to them, and of the caller. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Personal data")
class PersonalDataController {

    private final List<PersonalData> held;
    private final Clock clock;

    PersonalDataController(ObjectProvider<PersonalData> held, Clock clock) {
        this.held = held.orderedStream().toList();
        this.clock = clock;
    }

    /**
     * @param code what it is and what for, in words that the portal has
     * @param kept at the most, as an ISO 8601 period, {@code since} then
     */
    record Declaration(String code, List<SeenBy> seenBy, String kept, Kept.Since since) {}

    /** @param items with the fields as they are kept, {@code id} first */
    record Part(String code, List<Map<String, Object>> items) {}

    /** All that this service holds of the caller. */
    record Holding(Instant madeAt, List<Part> parts) {}

    @GetMapping("/personal-data/${maydan.notices.area}")
    @Allow(To.ANYONE)
    @Operation(summary = "What this service holds of people, who sees it and for how long it is kept")
    Page<Declaration> declared() {
        return new Page<>(
                held.stream()
                        .map(PersonalData::declared)
                        .map(it -> new Declaration(
                                it.code(),
                                it.seenBy(),
                                it.kept().period().toString(),
                                it.kept().since()))
                        .toList(),
                null);
    }

    @GetMapping("/me/personal-data/${maydan.notices.area}")
    @Allow(To.PERSON)
    @Operation(
            summary = "All that this service holds of the caller, up to 10,000 items of each kind",
            description = "For who has signed in within the last five minutes; else 403 sign-in-anew.")
    Holding mine(Caller caller) {
        var person = caller.requireId();
        var now = clock.instant();
        FreshSignIn.require(now);
        var parts = held.stream()
                .map(data -> new Part(
                        data.declared().code(),
                        data.of(person).stream().map(PlainValues::of).toList()))
                .toList();
        return new Holding(now, parts);
    }
}
