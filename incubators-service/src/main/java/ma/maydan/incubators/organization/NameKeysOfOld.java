package ma.maydan.incubators.organization;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** After a start, organizations from before get the keys of the present rules, a few at a time beside the requests. */
@Component
class NameKeysOfOld {

    private final OrganizationStore store;

    NameKeysOfOld(OrganizationStore store) {
        this.store = store;
    }

    @EventListener(ApplicationReadyEvent.class)
    void make() {
        Thread.ofVirtual().name("name-keys").start(() -> {
            while (store.makeKeys()) {
                // The next few.
            }
        });
    }
}
