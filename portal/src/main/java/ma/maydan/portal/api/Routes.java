package ma.maydan.portal.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which service answers which paths. */
@Component
class Routes {

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
        var first = path[0].equals("me") ? path[1] : path[0];
        var address = addresses.get(first);
        if (address == null) {
            throw new IllegalStateException("No service answers /" + first);
        }
        return address;
    }
}
