package ma.maydan.events.registration;

import ma.maydan.events.event.Event;
import ma.maydan.starter.notice.Audience;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Those who have a seat at an event or wait for one. */
@Component
class RegisteredAudience implements Audience {

    private static final int TOGETHER = 100;

    private final RegistrationStore registrations;

    RegisteredAudience(RegistrationStore registrations) {
        this.registrations = registrations;
    }

    @Override
    public String name() {
        return Event.REGISTERED;
    }

    @Override
    public Page<String> people(String of, @Nullable String cursor) {
        var page = registrations.ofEvent(of, Paging.at(cursor, TOGETHER, of));
        var people = page.items().stream()
                .filter(Registration::isActive)
                .map(Registration::personId)
                .toList();
        return new Page<>(people, page.nextCursor());
    }
}
