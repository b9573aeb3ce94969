package ma.maydan.portal.registrations;

import java.util.List;
import ma.maydan.portal.kind.Column;
import ma.maydan.portal.kind.Column.Type;
import ma.maydan.portal.kind.Filter;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Steps;

/** Registrations as who runs their event sees them: no kind of their own, but a table of their own. */
final class Registrants {

    static final Kind<Registration> KIND = new Kind<>("registrant", Registration.class, "events")
            .steps(own -> RegistrationKind.steps(Steps.of("registration")))
            .table(table -> table.columns(
                            new Column("personName", Type.PLAIN, "", null, one -> name((Registration) one)),
                            Type.STATUS.of("status", "registration.status"),
                            Type.PLAIN.of("position"),
                            Type.ACTIONS.of("answer"),
                            Type.DATE.of("registeredAt").sorted())
                    .usually("registeredAt")
                    .filters(new Filter(
                            "status",
                            "registration.status",
                            "registrant.status",
                            "registrant.all",
                            List.of("PENDING_APPROVAL", "CONFIRMED", "WAITLISTED", "OFFERED", "CANCELLED", "DECLINED")))
                    .together("approve", "decline")
                    .searchedBy("name"));

    private Registrants() {}

    /** Of who has none any more, the number of the registration. */
    private static String name(Registration registration) {
        return registration.personName() == null ? registration.id() : registration.personName();
    }
}
