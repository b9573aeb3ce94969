package ma.maydan.incubators.erasure;

import java.time.Clock;
import java.util.Set;
import ma.maydan.incubators.erasure.Erasure.Status;
import ma.maydan.starter.erasure.Receipts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the receipts of the services; with the last of them the account can go. */
@Component
class KeptReceipts implements Receipts {

    private final ErasureStore erasures;
    private final Clock clock;
    private final Set<String> services;

    /** @param services that hold something of people */
    KeptReceipts(ErasureStore erasures, Clock clock, @Value("${maydan.erasures.services}") Set<String> services) {
        this.erasures = erasures;
        this.clock = clock;
        this.services = Set.copyOf(services);
    }

    @Override
    public void carriedOut(String id, String service) {
        while (true) {
            var erasure = erasures.find(id)
                    .filter(it -> it.is(Status.ORDERED) && !it.receipts().contains(service))
                    .orElse(null);
            if (erasure == null || erasures.tryUpdate(erasure.receipt(service, services, clock.instant()))) {
                return;
            }
        }
    }
}
