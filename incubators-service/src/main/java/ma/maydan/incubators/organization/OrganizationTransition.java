package ma.maydan.incubators.organization;

import java.util.Locale;
import java.util.Set;

/** The steps of an organization through its verification, and the states that they start from. */
enum OrganizationTransition {
    SUBMIT(RegistrationStatus.DRAFT, RegistrationStatus.REJECTED),
    TAKE(RegistrationStatus.SUBMITTED),
    VERIFY(RegistrationStatus.UNDER_REVIEW),
    REJECT(RegistrationStatus.UNDER_REVIEW),
    SUSPEND(RegistrationStatus.VERIFIED),
    REINSTATE(RegistrationStatus.SUSPENDED),
    DELETE(RegistrationStatus.DRAFT);

    private final Set<RegistrationStatus> from;

    OrganizationTransition(RegistrationStatus... from) {
        this.from = Set.of(from);
    }

    boolean startsFrom(RegistrationStatus status) {
        return from.contains(status);
    }

    /** Whether the cluster takes it, and not the organization itself. */
    boolean decides() {
        return this != SUBMIT && this != DELETE;
    }

    /** As the API spells it. */
    String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
