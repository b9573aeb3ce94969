package ma.maydan.portal.registrations;

import static ma.maydan.portal.kind.Overview.MINE;

import java.util.Map;
import ma.maydan.portal.kind.Column;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Shelf;
import ma.maydan.portal.kind.Steps;
import ma.maydan.portal.page.StatusLook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registrations begin and are shown at their event. */
@Configuration(proxyBeanMethods = false)
class RegistrationKind {

    @Bean
    static Kind<Registration> registration() {
        return new Kind<>("registration", Registration.class, "events")
                .steps(RegistrationKind::steps)
                .on(MINE, new Shelf(10, "me/registrations", 5, Map.of("when", "COMING")))
                .table(table -> table.columns(
                        Column.Type.TITLE.of("event"),
                        Column.Type.DATE.of("eventStartsAtLocal"),
                        Column.own("state", Registration.class, Registration::state)
                                .from("registration.status")))
                .shownAt("/me/registrations")
                .startsAt("/events")
                .codes("group.together", "ALL", "SOME")
                .codes(
                        "registration.status",
                        "PENDING_APPROVAL",
                        "CONFIRMED",
                        "WAITLISTED",
                        "OFFERED",
                        "CANCELLED",
                        "DECLINED",
                        "EVENT_CANCELLED",
                        "EVENT_SUSPENDED",
                        "NOT_SERVED",
                        "UNCONFIRMED")
                .look("CONFIRMED", StatusLook.GOOD)
                .look("PENDING_APPROVAL", StatusLook.WAITING)
                .look("WAITLISTED", StatusLook.WAITING)
                .look("OFFERED", StatusLook.WAITING)
                .look("UNCONFIRMED", StatusLook.WAITING)
                .look("DECLINED", StatusLook.STOPPED)
                .look("EVENT_CANCELLED", StatusLook.STOPPED)
                .look("EVENT_SUSPENDED", StatusLook.STOPPED)
                .look("NOT_SERVED", StatusLook.STOPPED);
    }

    static Steps steps(Steps none) {
        return none.direct("accept")
                .confirmed("approve", 1)
                .reasoned("decline", 1, "NOT_ELIGIBLE", "TOO_FEW_SEATS", "DUPLICATE")
                .grave("cancel", 2);
    }
}
