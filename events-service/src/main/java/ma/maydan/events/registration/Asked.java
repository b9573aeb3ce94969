package ma.maydan.events.registration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody brings who asks for a seat.
 *
 * @param answers by the id of the question
 * @param invitation the token of a link of the host's; null for who comes without
 */
record Asked(Map<String, List<String>> answers, @Nullable String invitation) {

    static Asked of(@Nullable RegistrationRequest request) {
        return new Asked(RegistrationRequest.answers(request), RegistrationRequest.invitation(request));
    }
}
