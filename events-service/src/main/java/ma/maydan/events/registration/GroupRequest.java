package ma.maydan.events.registration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Several seats that an organization takes at once, for people whom it names later.
 *
 * @param organizationId of the caller's
 * @param together whether it takes all of them or waits for all of them; else as many as there are, and the others wait
 *     one by one
 */
record GroupRequest(
        @NotNull @Pattern(regexp = RegistrationRequest.ID) String organizationId,
        @NotNull @Min(2) @Max(100) Integer seats,
        @NotNull Boolean together) {}
