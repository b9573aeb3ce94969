package ma.maydan.portal.events;

import java.util.List;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Touching;
import ma.maydan.portal.page.Visitor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The people who are told when what is published takes place at another time or place. */
@Configuration(proxyBeanMethods = false)
class Changing {

    @Bean
    static Touching editingEvents() {
        return new Told("event.edit");
    }

    @Bean
    static Touching acceptingChanges() {
        return new Told("event.accept-change");
    }

    private record Told(String step) implements Touching {

        @Override
        public List<Count> by(Visitor visitor, Item item) {
            var event = (Event) item;
            var seats = event.seats();
            return event.isPublished()
                    ? List.of(
                            new Count("told.registrations", seats.confirmed(), false),
                            new Count("told.waiting", seats.waiting(), false))
                    : List.of();
        }
    }
}
