package ma.maydan.portal.registrations;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.events.Question;
import ma.maydan.portal.kind.Column;
import ma.maydan.portal.kind.Column.Type;
import ma.maydan.portal.kind.Filter;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Steps;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Registrations as who runs their event sees them: no kind of their own, but a table of their own. */
final class Registrants {

    private static final Column NAME = new Column("personName", Type.PLAIN, "", null, one -> name((Registration) one));
    private static final Column STATUS =
            new Column("status", Type.STATUS, "registration.status", null, one -> ((Registration) one).deskStatus());
    private static final Column POSITION = Type.PLAIN.of("position");
    private static final Column ANSWER = Type.ACTIONS.of("answer");
    private static final Column AT = Type.DATE.of("registeredAt").sorted();

    static final Kind<Registration> KIND = with(NAME, STATUS, POSITION, ANSWER, AT);

    /** Where the host asks something. */
    private static final Kind<Registration> ASKED =
            with(NAME, STATUS, Type.ACTIONS.of("answers"), POSITION, ANSWER, AT);

    private Registrants() {}

    static Kind<Registration> of(Event event) {
        return event.asked().isEmpty() ? KIND : ASKED;
    }

    private static Kind<Registration> with(Column... columns) {
        return new Kind<>("registrant", Registration.class, "events")
                .steps(own -> RegistrationKind.steps(Steps.of("registration")))
                .table(table -> table.columns(columns)
                        .usually("registeredAt")
                        .filters(new Filter(
                                "status",
                                "registration.status",
                                "registrant.status",
                                "registrant.all",
                                List.of(
                                        "PENDING_APPROVAL",
                                        "CONFIRMED",
                                        "WAITLISTED",
                                        "OFFERED",
                                        "CANCELLED",
                                        "DECLINED")))
                        .together("approve", "decline")
                        .searchedBy("name"));
    }

    /** Of each question a column, for files. */
    static List<Column> answers(Event event) {
        return event.asked().stream()
                .map(question -> new Column(
                        head(question),
                        Type.OWN,
                        question.isConsent() ? "answers.consent" : "",
                        null,
                        one -> answer((Registration) one, question)))
                .toList();
    }

    /** What these columns are called. */
    static Map<String, LocalizedText> heads(Event event) {
        return event.asked().stream().collect(Collectors.toMap(Registrants::head, Question::label, (one, same) -> one));
    }

    private static String head(Question question) {
        return "answers." + question.id();
    }

    private static @Nullable List<?> answer(Registration registration, Question question) {
        return registration.given().stream()
                .filter(one -> one.question().equals(question.id()))
                .findFirst()
                .map(registration::shown)
                .orElse(null);
    }

    /** Of who has none any more, the number of the registration. */
    private static String name(Registration registration) {
        return registration.personName() == null ? registration.id() : registration.personName();
    }
}
