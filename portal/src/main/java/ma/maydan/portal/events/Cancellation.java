package ma.maydan.portal.events;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Touching;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Component;

/** The people whom the cancellation of an event touches, and of all dates of its series. */
@Component
class Cancellation implements Touching {

    private final Api api;

    Cancellation(Api api) {
        this.api = api;
    }

    @Override
    public String step() {
        return "event.cancel";
    }

    @Override
    public List<Count> by(Visitor visitor, Item item) {
        var event = (Event) item;
        var own = counts("touched.", List.of(event));
        if (!event.isOneOfSeveral()) {
            return own;
        }
        var dates = api.list(visitor, Event.class, Map.of(), "events", event.id(), "series").items().stream()
                .filter(date -> date.status().equals("PUBLISHED"))
                .toList();
        return Stream.concat(own.stream(), counts("touched.series.", dates).stream())
                .toList();
    }

    private static List<Count> counts(String prefix, List<Event> of) {
        return List.of(
                new Count(
                        prefix + "registrations",
                        of.stream().mapToInt(one -> one.seats().confirmed()).sum(),
                        false),
                new Count(
                        prefix + "waiting",
                        of.stream().mapToInt(one -> one.seats().waiting()).sum(),
                        false));
    }
}
