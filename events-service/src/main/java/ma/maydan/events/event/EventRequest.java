package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import ma.maydan.events.question.Question;
import ma.maydan.events.seats.WaitingOrder;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.Consistent;
import ma.maydan.starter.problem.Creating;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.Line;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.text.Typed;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.Region;
import ma.maydan.starter.vocabulary.Sector;
import org.jspecify.annotations.Nullable;

/**
 * What a host says of an event. Only a new event reads {@code hostOrganizationId}.
 *
 * @param leftOut languages, ar or fr, in which texts are missing on purpose
 * @param zone an IANA zone id; Africa/Casablanca when absent
 * @param region ISO 3166-2:MA, {@code MA-01} to {@code MA-12}
 * @param latitude in degrees, WGS 84; with a longitude or not at all
 * @param languages that are spoken; Arabic and French when absent
 * @param audience ANYONE when absent
 * @param audienceOrganizations for the audience ORGANIZATIONS alone
 * @param admission OPEN when absent
 * @param questions those that are asked already when absent, until when they are answered
 * @param answersUntilLocal when the event begins when absent
 * @param waitingOrder ARRIVAL when absent
 * @param priorities for the order PRIORITY alone, which count in the order of {@link Sharing.Priority}
 * @param perOrganization seats for people whom one organization names; none when absent
 * @param reminders once, a day before, when absent
 * @param followUpHours how long after the end the follow-up is sent; 24 when absent
 */
@Consistent
record EventRequest(
        @NotNull(groups = Creating.class, message = "{ma.maydan.starter.text.Given.required}") @Nullable
        String hostOrganizationId,

        @Given(max = 200) LocalizedText title,
        @NotNull Event.Kind kind,
        @NotNull Event.Format format,
        @NotNull LocalDateTime startsAtLocal,
        @NotNull LocalDateTime endsAtLocal,
        @Nullable String zone,
        @Given(max = 300, optional = true) @Nullable LocalizedText venue,
        @Given(max = 300, optional = true) @Nullable LocalizedText address,
        @Pattern(regexp = Region.PATTERN) @Nullable String region,
        @Min(-90) @Max(90) @Nullable Double latitude,
        @Min(-180) @Max(180) @Nullable Double longitude,

        @Schema(description = "An https address without credentials, which only those who are let in are shown")
        @Line(max = 500)
        @Pattern(regexp = Typed.WEB_ADDRESS, message = Typed.NO_WEB_ADDRESS)
        @Nullable
        String joinLink,

        @Schema(description = "How long before the event begins the join link is shown; 60 when absent")
        @Min(0)
        @Max(10_080)
        @Nullable
        Integer joinOpensMinutes,

        @Size(max = 3) @Nullable List<@NotNull Language> languages,
        @Size(max = 19) @Nullable List<@NotNull Sector> sectors,
        Reach.@Nullable Audience audience,
        @Size(max = Reach.MOST) @Nullable List<@NotNull @Pattern(regexp = ID) String> audienceOrganizations,
        Reach.@Nullable Guests guests,
        @NotNull @Min(1) @Max(100_000) Integer capacity,
        Seating.@Nullable Admission admission,
        @Min(1) @Max(168) @Nullable Integer offerHours,
        @Min(1) @Max(100) @Nullable Integer perOrganization,
        @Nullable WaitingOrder waitingOrder,
        @Size(max = 4) @Nullable List<Sharing.@NotNull Priority> priorities,
        @Nullable LocalDateTime registrationOpensAtLocal,
        @Nullable LocalDateTime registrationClosesAtLocal,

        @Schema(
                description =
                        "What is asked of who registers, in this order. A change concerns who registers later; when it"
                                + " is absent what was asked stays, with answersUntilLocal.")
        @Size(max = Question.MOST)
        @Nullable
        List<@Valid @NotNull QuestionRequest> questions,

        @Nullable LocalDateTime answersUntilLocal,

        @Schema(
                description = "Seats that are kept for the members of organizations, which the host and they read in"
                        + " seats.allotments; when it is absent those that there are stay.")
        @Size(max = Allotment.MOST)
        @Nullable
        List<@Valid @NotNull AllotmentRequest> allotments,

        @Schema(description = "Markdown: paragraphs, lists, bold, italics and links")
        @Given(max = 5000, lines = true, optional = true)
        @Nullable
        LocalizedText description,

        @Size(max = 2) @Nullable List<@NotNull Language> leftOut,

        @Schema(description = "How many hours before the event begins who has a seat is reminded")
        @Size(max = Mailing.MOST)
        @Nullable
        List<@NotNull @Min(1) @Max(336) Integer> reminders,

        @Schema(description = "What who had a seat is written afterwards, in Markdown as the description")
        @Given(max = 2000, lines = true, optional = true)
        @Nullable
        LocalizedText followUp,

        @Min(1) @Max(168) @Nullable Integer followUpHours)
        implements Checked {

    static final String ID = "^[0-9a-fA-F-]{36}$";
    private static final int USUALLY_OPENS = 60;

    EventRequest {
        joinLink = joinLink == null || joinLink.isBlank() ? null : Typed.address(joinLink);
    }

    /** @throws ProblemException 422 at a time that the clock of the place never shows */
    EventContent content() {
        return content(null);
    }

    /**
     * @param present what there is, which stays where this says nothing of questions or allotments; null for a new one
     * @throws ProblemException 422 at a time that the clock of the place never shows
     */
    EventContent content(@Nullable Seating present) {
        return new EventContent(
                new Wording(
                        title,
                        given(description),
                        orNone(leftOut),
                        new Mailing(
                                Objects.requireNonNullElse(reminders, Mailing.USUAL.reminders()),
                                given(followUp),
                                followUpHours)),
                kind,
                format,
                Schedule.of(
                        startsAtLocal.truncatedTo(ChronoUnit.MINUTES),
                        endsAtLocal.truncatedTo(ChronoUnit.MINUTES),
                        zoneId()),
                new Place(region, given(venue), given(address), new Place.Coordinates(latitude, longitude), joining()),
                new Reach(
                        Objects.requireNonNullElse(languages, Reach.EVERYBODY.languages()),
                        orNone(sectors),
                        Objects.requireNonNullElse(audience, Reach.Audience.ANYONE),
                        orNone(audienceOrganizations),
                        Objects.requireNonNullElse(guests, Reach.Guests.NONE)),
                new Seating(
                        capacity,
                        Objects.requireNonNullElse(admission, Seating.Admission.OPEN),
                        offerHours,
                        perOrganization,
                        Window.of(minute(registrationOpensAtLocal), minute(registrationClosesAtLocal), zoneId()),
                        asked(present == null ? Asking.NOTHING : present.asking()),
                        Sharing.of(waitingOrder, priorities, allotted(present))));
    }

    private List<Allotment> allotted(@Nullable Seating present) {
        if (allotments == null) {
            return present == null ? List.of() : present.sharing().allotments();
        }
        return IntStream.range(0, allotments.size())
                .mapToObj(place -> allotments.get(place).allotment(zoneId(), place))
                .toList();
    }

    private Asking asked(Asking present) {
        return questions == null
                ? present
                : Asking.of(
                        questions.stream().map(QuestionRequest::question).toList(),
                        minute(answersUntilLocal),
                        zoneId());
    }

    private Place.@Nullable Joining joining() {
        return joinLink == null
                ? null
                : new Place.Joining(joinLink, Objects.requireNonNullElse(joinOpensMinutes, USUALLY_OPENS));
    }

    @Override
    public void check(Instant now, Faults faults) {
        if (!isZone()) {
            faults.add("zone", "invalid-value");
        } else {
            Schedule.check(minute(startsAtLocal), minute(endsAtLocal), zoneId(), now, faults);
            Window.check(
                    minute(registrationOpensAtLocal),
                    minute(registrationClosesAtLocal),
                    minute(startsAtLocal),
                    zoneId(),
                    faults);
            Asking.check(minute(answersUntilLocal), minute(startsAtLocal), zoneId(), faults);
        }
        QuestionRequest.check(orNone(questions), faults);
        AllotmentRequest.check(orNone(allotments), faults);
        Sharing.check(waitingOrder, priorities, region, faults);
        EventContent.checkPlace(format, venue, faults);
        if ((latitude == null) != (longitude == null)) {
            faults.add(latitude == null ? "latitude" : "longitude", "required");
        }
        if (joinLink != null && joinLink.startsWith("http:")) {
            faults.add("joinLink", "https-only");
        }
        if (languages != null && languages.isEmpty()) {
            faults.add("languages", "required");
        }
        if (audience == Reach.Audience.ORGANIZATIONS
                && orNone(audienceOrganizations).isEmpty()) {
            faults.add("audienceOrganizations", "required");
        }
        if (guests == Reach.Guests.BY_EMAIL && audience != null && audience != Reach.Audience.ANYONE) {
            faults.add("guests", "guests-for-anyone");
        }
        if (orNone(leftOut).contains(Language.ENGLISH)) {
            faults.add("leftOut", "invalid-value");
        }
    }

    /** Only a zone of the tz database has rules that follow the place; an offset or an abbreviation has none. */
    private boolean isZone() {
        return zone == null || ZoneId.getAvailableZoneIds().contains(zone);
    }

    private ZoneId zoneId() {
        return ZoneId.of(zone == null ? "Africa/Casablanca" : zone);
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static @Nullable LocalDateTime minute(@Nullable LocalDateTime time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MINUTES);
    }

    private static @Nullable LocalizedText given(@Nullable LocalizedText text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
