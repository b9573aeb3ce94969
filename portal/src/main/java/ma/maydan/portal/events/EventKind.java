package ma.maydan.portal.events;

import static ma.maydan.portal.form.FieldType.ADDRESS;
import static ma.maydan.portal.form.FieldType.CHOICE;
import static ma.maydan.portal.form.FieldType.CHOICES;
import static ma.maydan.portal.form.FieldType.DATE_TIME;
import static ma.maydan.portal.form.FieldType.DECIMAL;
import static ma.maydan.portal.form.FieldType.LOCALIZED;
import static ma.maydan.portal.form.FieldType.LONG;
import static ma.maydan.portal.form.FieldType.NUMBER;
import static ma.maydan.portal.form.FieldType.NUMBERS;
import static ma.maydan.portal.form.FieldType.ORGANIZATIONS;
import static ma.maydan.portal.form.FieldType.OWNER;
import static ma.maydan.portal.form.FieldType.ZONE;
import static ma.maydan.portal.kind.Column.Type.CODE;
import static ma.maydan.portal.kind.Column.Type.DATE;
import static ma.maydan.portal.kind.Column.Type.NAME;
import static ma.maydan.portal.kind.Column.Type.STATUS;
import static ma.maydan.portal.kind.Column.Type.TITLE;
import static ma.maydan.portal.kind.Overview.HOME;
import static ma.maydan.portal.kind.Overview.MINE;
import static ma.maydan.portal.kind.Overview.ORGANIZATION;
import static ma.maydan.portal.kind.Overview.QUEUE;

import java.util.List;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.kind.Chip;
import ma.maydan.portal.kind.Filter;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Picture;
import ma.maydan.portal.kind.Shelf;
import ma.maydan.portal.kind.Steps;
import ma.maydan.portal.kind.Table;
import ma.maydan.portal.page.Formats;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EventKind {

    @Bean
    static Kind<Event> event() {
        return new Kind<>("event", Event.class, "events")
                .form(EventKind::form)
                .savedWhileTyping()
                .steps(EventKind::steps)
                .picture(Picture.described("image", Event::picture))
                .menu(10)
                .catalog(
                        18,
                        new Filter("kind", "event.kind", "event.kind"),
                        new Filter("region", "region", "event.region"),
                        new Filter("language", "language", "event.filter.language"),
                        new Filter("sector", "sector", "event.filter.sector"),
                        new Filter("when", "event.time", "event.time"))
                .catalog(catalog -> catalog.search()
                        .count()
                        .months()
                        .chips(
                                new Chip("week", "event.chip.week", ThisWeek::asked),
                                Chip.of("online", "event.chip.online"),
                                Chip.of("freeSeats", "event.chip.freeSeats")))
                .on(HOME, new Shelf(10, "events", 6))
                .on(MINE, new Shelf(30, "me/events", 5))
                .on(QUEUE, new Shelf(30, "event-reviews", 10))
                .table(EventKind::table)
                .on(ORGANIZATION, new Shelf(10, "events", 20))
                .codes("event.kind", "CONFERENCE", "MEETUP", "WORKSHOP", "TRAINING", "DEMO_DAY", "HACKATHON", "WEBINAR")
                .codes("event.admission", "OPEN", "APPROVAL")
                .codes("event.waitingOrder", "ARRIVAL", "ROUND_ROBIN", "PRIORITY")
                .codes("event.priority", "STARTUPS", "REGION", "MEMBERS", "FIRST_TIME")
                .codes("event.time", "PAST")
                .codes("event.format", "IN_PERSON", "ONLINE", "HYBRID")
                .codes("event.audience", "ANYONE", "STARTUPS", "MEMBERS", "ORGANIZATIONS")
                .codes("event.guests", "NONE", "BY_EMAIL")
                .codes("copy.part", "TEXTS", "ADDRESS", "JOINING", "PICTURE", "REACH")
                .codes("event.review", "PUBLICATION", "CHANGE")
                .codes("event.status", "DRAFT", "SUBMITTED", "PUBLISHED", "SUSPENDED", "CANCELLED", "COMPLETED");
    }

    private static Table table(Table table) {
        return table.columns(
                        TITLE.of("title"),
                        CODE.of("kind", "event.kind"),
                        NAME.of("hostName"),
                        CODE.of("review", "event.review"),
                        DATE.of("startsAtLocal").sortedBy("startsAt"),
                        DATE.of("updatedAt").sorted(),
                        STATUS.of("status", "event.status"))
                .usually("startsAt")
                .filters(
                        new Filter("kind", "event.kind", "event.kind"),
                        new Filter("review", "event.review", "event.review"))
                .together("publish");
    }

    private static Fields form(Fields form) {
        return form.row(OWNER.of("hostOrganizationId").where(host -> host.isVerified() && host.mayEdit()))
                .row(LOCALIZED.of("title").required())
                .row(
                        CHOICE.of("kind").from("event.kind").required().initially("WORKSHOP"),
                        CHOICE.of("format").from("event.format").required().initially("IN_PERSON"))
                .row(
                        DATE_TIME.of("startsAtLocal").required(),
                        DATE_TIME.of("endsAtLocal").after("startsAtLocal").required())
                .row(ZONE.of("zone").hinted().initially(Formats.HOME.getId()))
                .row(LOCALIZED.of("venue").hinted().needed("event.venue.needed"))
                .row(LOCALIZED.of("address").hinted())
                .row(
                        CHOICE.of("region").from("region"),
                        NUMBER.of("capacity").required().hinted())
                .row(DECIMAL.of("latitude").hinted(), DECIMAL.of("longitude").hinted())
                .row(
                        ADDRESS.of("joinLink").hinted(),
                        NUMBER.of("joinOpensMinutes").hinted().initially("60"))
                .row(
                        CHOICE.of("admission")
                                .from("event.admission")
                                .required()
                                .initially("OPEN")
                                .hinted(),
                        NUMBER.of("offerHours").hinted())
                .row(
                        NUMBER.of("perOrganization").hinted(),
                        CHOICE.of("waitingOrder")
                                .from("event.waitingOrder")
                                .required()
                                .initially("ARRIVAL")
                                .hinted())
                .row(CHOICES.of("priorities").from("event.priority").hinted())
                .row(DATE_TIME.of("registrationOpensAtLocal"), DATE_TIME.of("registrationClosesAtLocal"))
                .row(LONG.of("description").hinted())
                .row(NUMBERS.of("reminders").hinted().initially("24"))
                .row(LONG.of("followUp").hinted())
                .row(NUMBER.of("followUpHours").hinted().initially("24"))
                .row(CHOICES.of("leftOut")
                        .from("language")
                        .only(List.of("ar", "fr"))
                        .hinted())
                .row(CHOICES.of("languages").from("language").required().initially("ar", "fr"))
                .row(CHOICES.of("sectors").from("sector"))
                .row(CHOICE.of("audience").from("event.audience").required().initially("ANYONE"))
                .row(ORGANIZATIONS.of("audienceOrganizations").hinted().needed("event.audienceOrganizations.needed"))
                .row(CHOICE.of("guests")
                        .from("event.guests")
                        .required()
                        .initially("NONE")
                        .hinted());
    }

    private static Steps steps(Steps steps) {
        return steps.direct("self-publish")
                .direct("submit")
                .direct("publish")
                .confirmed("accept-change", 2)
                .reasoned("return-change", 1, "INCOMPLETE", "UNCLEAR", "WRONG_DATES", "RULES_BREACH")
                .confirmed("withdraw-change", 1)
                .reasoned("return", 1, "INCOMPLETE", "UNCLEAR", "WRONG_DATES", "DUPLICATE", "RULES_BREACH")
                .reasoned(
                        "cancel",
                        3,
                        "ORGANIZER_UNABLE",
                        "VENUE_UNAVAILABLE",
                        "TOO_FEW_PEOPLE",
                        "FORCE_MAJEURE",
                        "RULES_BREACH")
                .delete();
    }
}
