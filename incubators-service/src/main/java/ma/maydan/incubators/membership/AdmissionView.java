package ma.maydan.incubators.membership;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A request to join as who asked or an owner sees it.
 *
 * @param person who asks, at its end nobody
 */
record AdmissionView(
        String id,
        long version,
        String organizationId,
        LocalizedText organizationName,
        @JsonUnwrapped Person person,
        @JsonUnwrapped Course course,
        @JsonUnwrapped Offer offer)
        implements Versioned {

    /**
     * @param personName as their account has it
     * @param personEmail that the realm has verified
     */
    record Person(@Nullable String personName, @Nullable String personEmail) {}

    record Course(Admission.Status status, Instant askedAt, Instant endsAt) {}

    static AdmissionView of(AdmissionSituation situation, @Nullable String name, @Nullable String email) {
        var request = situation.request();
        return new AdmissionView(
                request.id(),
                request.version(),
                request.organizationId(),
                situation.organization().profile().legalName(),
                new Person(name, email),
                new Course(
                        situation.state(), request.asker().at(), request.stage().endsAt()),
                AdmissionTransition.LIFE_CYCLE.offer(situation));
    }
}
