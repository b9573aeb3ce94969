package ma.maydan.portal.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.maydan.portal.api.Decision;
import ma.maydan.portal.api.FieldError;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Picture;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * An event as events-service shows it to the visitor.
 *
 * @param hostStatus the host's state in the register
 * @param joinLink how one joins from elsewhere; null for who is not let in, or not yet
 * @param joinOpensMinutes how long before it begins who has a seat is shown the link; null where there is none
 * @param guests BY_EMAIL where people without an account may come
 * @param leftOut the languages in which texts are missing on purpose
 * @param reminders how many hours before it begins who has a seat is reminded
 * @param followUp what who had a seat is written afterwards; null for who does not work on it
 * @param missing what has to be written before it can be submitted; null for others than those who may
 * @param review what of it waits for the cluster
 * @param seriesId the same for all dates of a series; null for what stands alone
 * @param waitingOrder in which order those who wait are served
 * @param priorities by which, in the order PRIORITY, the first first
 * @param questions what the host asks of who registers
 * @param registrationOpen whether a seat, or a place in the waiting list, can be asked for
 * @param registrationOpensLater whether that is so because it opens at a time to come
 * @param registrationsReadable whether the visitor may read who registered
 */
public record Event(
        String id,
        long version,
        String hostOrganizationId,
        LocalizedText hostName,
        boolean hostPartner,
        @Nullable String hostStatus,
        @Nullable List<CoHost> coHosts,
        @Nullable NextHost nextHost,
        LocalizedText title,
        @Nullable LocalizedText description,
        String kind,
        String format,
        LocalDateTime startsAtLocal,
        LocalDateTime endsAtLocal,
        String zone,
        Instant startsAt,
        Instant endsAt,
        @Nullable String region,
        @Nullable LocalizedText venue,
        @Nullable LocalizedText address,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String joinLink,
        @Nullable Integer joinOpensMinutes,
        @Nullable List<String> languages,
        @Nullable List<String> sectors,
        @Nullable String audience,
        @Nullable List<String> audienceOrganizations,
        @Nullable String guests,
        @Nullable List<String> leftOut,
        @Nullable List<Integer> reminders,
        @Nullable LocalizedText followUp,
        @Nullable Integer followUpHours,
        int capacity,
        @Nullable String admission,
        @Nullable Integer offerHours,
        @Nullable Integer perOrganization,
        @Nullable String waitingOrder,
        @Nullable List<String> priorities,
        @Nullable LocalDateTime registrationOpensAtLocal,
        @Nullable LocalDateTime registrationClosesAtLocal,
        @Nullable List<Question> questions,
        @Nullable LocalDateTime answersUntilLocal,
        @Nullable Image image,
        @Nullable String seriesId,
        String status,
        @Nullable Instant updatedAt,
        boolean registrationOpen,
        boolean registrationOpensLater,
        boolean registrationsReadable,
        Seats seats,
        @Nullable Decision decision,
        @Nullable MyRegistration myRegistration,
        @Nullable List<NamedOrganization> audienceNames,
        @Nullable Boolean copyable,
        @Nullable Boolean transferable,
        @Nullable List<FieldError> missing,
        @Nullable String review,
        @Nullable Proposal proposal,
        List<String> allowedTransitions,
        @Nullable Map<String, String> withheld)
        implements Item {

    /**
     * What it looks like.
     *
     * @param file the id of the picture
     * @param alt what can be seen
     */
    public record Image(String file, LocalizedText alt) {}

    /** Null when it has no picture. */
    public Picture.@Nullable Shown picture() {
        return image == null ? null : new Picture.Shown(image.file(), image.alt());
    }

    /**
     * An organization that hosts it too, or is invited to.
     *
     * @param state ACCEPTED or INVITED
     * @param answerable whether the visitor answers for it
     */
    public record CoHost(String organizationId, LocalizedText name, String state, boolean answerable) {

        public boolean hasAccepted() {
            return state.equals("ACCEPTED");
        }
    }

    public List<CoHost> acceptedCoHosts() {
        return coHosts == null
                ? List.of()
                : coHosts.stream().filter(CoHost::hasAccepted).toList();
    }

    /** Whether the visitor answers for one of them. */
    public boolean answersAsCoHost() {
        return coHosts != null && coHosts.stream().anyMatch(CoHost::answerable);
    }

    /** Those that the visitor can answer. */
    public List<CoHost> invitations() {
        return coHosts == null
                ? List.of()
                : coHosts.stream()
                        .filter(one -> one.answerable() && !one.hasAccepted())
                        .toList();
    }

    /** Whether somebody without an account can ask for a seat now. */
    public boolean isForGuests() {
        return registrationOpen && "BY_EMAIL".equals(guests);
    }

    /** Whether the visitor may make another of it. */
    public boolean isCopyable() {
        return Boolean.TRUE.equals(copyable);
    }

    /** Whether there is something to say of co-hosts, or to do. */
    public boolean coHosting() {
        return isCopyable()
                || nextHost != null
                || isEditable()
                || answersAsCoHost()
                || !acceptedCoHosts().isEmpty();
    }

    @Override
    public boolean isOneOfSeveral() {
        return seriesId != null;
    }

    /** Whether the visitor may have it take place on further days. */
    public boolean mayBecomeSeries() {
        return status.equals("DRAFT") && seriesId == null && isEditable();
    }

    /** Whether the visitor may have its series take place on further days. */
    public boolean mayAddDates() {
        return seriesId != null && isEditable();
    }

    /** An organization by its name. */
    public record NamedOrganization(String id, LocalizedText name) {}

    /**
     * An organization that is asked to host it in place of its host.
     *
     * @param answerable whether the visitor answers for it
     */
    public record NextHost(String organizationId, LocalizedText name, boolean answerable) {}

    /** Whether the visitor may ask another organization to host it. */
    public boolean isTransferable() {
        return Boolean.TRUE.equals(transferable);
    }

    /** Its place on the map, as a link of no particular one; null when nobody has said it. */
    public @Nullable String coordinates() {
        return latitude == null || longitude == null
                ? null
                : latitude.toPlainString() + "," + longitude.toPlainString();
    }

    /** By the clock of the event, when who has a seat is shown how to join. */
    public @Nullable LocalDateTime joinOpensAtLocal() {
        return joinOpensMinutes == null ? null : startsAtLocal.minusMinutes(joinOpensMinutes);
    }

    /** Whether it is for everybody. */
    public boolean isForAnyone() {
        return audience == null || audience.equals("ANYONE");
    }

    /** Those that not everybody can choose, in the order in which they are asked. */
    public List<Seats.Limited> limited() {
        return seats.limited(asked());
    }

    /** How many can still choose an option; null where everybody can. */
    public @Nullable Integer left(String question, String option) {
        return seats.left(question, option);
    }

    public boolean isPublished() {
        return status.equals("PUBLISHED");
    }

    /** What the host asks of who registers. */
    public List<Question> asked() {
        return questions == null ? List.of() : questions;
    }

    @Override
    public @Nullable String placeOf(FieldError missing) {
        var parts = missing.pointer().split("/");
        return parts[1].equals("questions") && parts.length > 2
                ? "/questions/" + asked().get(Integer.parseInt(parts[2])).id()
                : null;
    }

    /** Whether a question can be asked before the one in front of it, which does not decide whether it is asked. */
    public boolean mayMoveUp(Question question) {
        var place = asked().indexOf(question);
        var when = question.shownWhen();
        return place > 0
                && (when == null
                        || !when.question().equals(asked().get(place - 1).id()));
    }

    /** Whether who came first is served first. */
    public boolean isByArrival() {
        return waitingOrder == null || waitingOrder.equals("ARRIVAL");
    }

    /** Whether the host approves who comes. */
    public boolean isByApproval() {
        return "APPROVAL".equals(admission);
    }

    public boolean isCancelled() {
        return status.equals("CANCELLED");
    }

    public boolean isSuspended() {
        return status.equals("SUSPENDED");
    }

    /** Whether people have registered for it, or could. */
    public boolean hasBeenPublished() {
        return !Set.of("DRAFT", "SUBMITTED").contains(status);
    }

    /** Whether there are registrations that the visitor may read. */
    public boolean showsRegistrants() {
        return registrationsReadable && hasBeenPublished();
    }

    public boolean isHostSuspended() {
        return "SUSPENDED".equals(hostStatus);
    }

    /** The visitor's registration while it holds a seat or a place in the waiting list. */
    public @Nullable MyRegistration activeRegistration() {
        return myRegistration != null && !Set.of("CANCELLED", "DECLINED").contains(myRegistration.status())
                ? myRegistration
                : null;
    }
}
