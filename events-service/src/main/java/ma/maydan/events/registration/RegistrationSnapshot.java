package ma.maydan.events.registration;

import java.time.Instant;

/** What other services learn of a registration, who need not know whose it is. */
record RegistrationSnapshot(String id, String eventId, Registration.Status status, Instant registeredAt) {}
