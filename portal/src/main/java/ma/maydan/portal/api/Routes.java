package ma.maydan.portal.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which service answers which paths. */
@Component
class Routes {

    /** What stands before the resources that are a person's own. */
    private static final Set<String> OF_A_PERSON = Set.of("me", "notices", "personal-data");

    private final Map<String, String> addresses = new HashMap<>();

    /** @throws IllegalStateException when a service is not there, or two answer the same path */
    Routes(ServiceAddresses services, List<Served> all) {
        for (var one : all) {
            for (var path : one.paths()) {
                if (addresses.put(path, services.of(one.service())) != null) {
                    throw new IllegalStateException("/" + path + " is answered twice");
                }
            }
        }
    }

    /** @param path below {@code /api/v1} */
    String serving(String... path) {
        var first = Arrays.stream(path)
                .filter(part -> !OF_A_PERSON.contains(part))
                .findFirst()
                .orElse("");
        var address = addresses.get(first);
        if (address == null) {
            throw new IllegalStateException("No service answers /" + first);
        }
        return address;
    }
}
