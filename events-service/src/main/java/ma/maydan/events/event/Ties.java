package ma.maydan.events.event;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an event is tied to beside its host.
 *
 * @param image what shows it
 * @param coHosts who hosts it too, or is invited to, in the order of their invitations
 * @param nextHost who is asked to become its host; null for nobody
 * @param occurrence as a date of a series; null for what stands alone
 */
public record Ties(
        @Nullable EventImage image,
        List<CoHost> coHosts,
        @Nullable NextHost nextHost,
        @Nullable Occurrence occurrence) {

    static final Ties NONE = new Ties(null, List.of(), null, null);

    public Ties {
        coHosts = coHosts == null ? List.of() : List.copyOf(coHosts);
    }

    Ties with(@Nullable EventImage other) {
        return new Ties(other, coHosts, nextHost, occurrence);
    }

    Ties with(@Nullable Occurrence date) {
        return new Ties(image, coHosts, nextHost, date);
    }

    Ties with(@Nullable NextHost next) {
        return new Ties(image, coHosts, next, occurrence);
    }

    Optional<CoHost> coHost(String organizationId) {
        return coHosts.stream()
                .filter(one -> one.organizationId().equals(organizationId))
                .findFirst();
    }

    List<String> coHostIds() {
        return coHosts.stream().map(CoHost::organizationId).toList();
    }

    /** Those that may see it, should nobody else: who hosts it too, or is asked to. */
    List<String> otherIds() {
        return nextHost == null
                ? coHostIds()
                : Stream.concat(coHostIds().stream(), Stream.of(nextHost.organizationId()))
                        .toList();
    }

    /** In the place that it has, or behind all others. */
    Ties with(CoHost coHost) {
        var known = coHost(coHost.organizationId()).isPresent();
        var changed = coHosts.stream().map(one -> one.organizationId().equals(coHost.organizationId()) ? coHost : one);
        return new Ties(
                image, (known ? changed : Stream.concat(changed, Stream.of(coHost))).toList(), nextHost, occurrence);
    }

    Ties without(String organizationId) {
        return new Ties(
                image,
                coHosts.stream()
                        .filter(one -> !one.organizationId().equals(organizationId))
                        .toList(),
                nextHost,
                occurrence);
    }
}
