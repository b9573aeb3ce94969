package ma.maydan.portal.events;

import java.util.List;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Touching;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Component;

/** The people whom the cancellation of an event touches. */
@Component
class Cancellation implements Touching {

    @Override
    public String step() {
        return "event.cancel";
    }

    @Override
    public List<Count> by(Visitor visitor, Item item) {
        var seats = ((Event) item).seats();
        return List.of(
                new Count("touched.registrations", seats.confirmed(), false),
                new Count("touched.waiting", seats.waiting(), false));
    }
}
