package ma.maydan.testkit.builders;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.Topics;

/**
 * An organization as the register tells of it, for services that keep a replica of the register.
 *
 * @param members roles by person
 */
public record RegisteredOrganization(
        String id,
        long sequence,
        String status,
        List<String> kinds,
        boolean partner,
        boolean trusted,
        Map<String, String> members) {

    public static final String TOPIC = "maydan.organizations";

    /** A new verified incubator of nobody. */
    public static RegisteredOrganization anOrganization() {
        return new RegisteredOrganization(
                UUID.randomUUID().toString(), 1, "VERIFIED", List.of("INCUBATOR"), false, false, Map.of());
    }

    /** With its owner beside the members that it has. */
    public RegisteredOrganization ownedBy(String person) {
        return with(person, "OWNER");
    }

    public RegisteredOrganization with(String person, String role) {
        var more = new TreeMap<>(members);
        more.put(person, role);
        return withMembers(more);
    }

    public RegisteredOrganization withId(String otherId) {
        return new RegisteredOrganization(otherId, sequence, status, kinds, partner, trusted, members);
    }

    public RegisteredOrganization withKind(String kind) {
        return new RegisteredOrganization(id, sequence, status, List.of(kind), partner, trusted, members);
    }

    public RegisteredOrganization withMembers(Map<String, String> others) {
        return new RegisteredOrganization(id, sequence, status, kinds, partner, trusted, others);
    }

    /** The same organization in another state, one event later. */
    public RegisteredOrganization next(String nextStatus) {
        return at(sequence + 1, nextStatus);
    }

    public RegisteredOrganization at(long otherSequence, String otherStatus) {
        return new RegisteredOrganization(id, otherSequence, otherStatus, kinds, partner, trusted, members);
    }

    public RegisteredOrganization asPartner(boolean isPartner) {
        return new RegisteredOrganization(id, sequence, status, kinds, isPartner, trusted, members);
    }

    /** Such that it publishes its own events without the cluster. */
    public RegisteredOrganization asTrusted(boolean isTrusted) {
        return new RegisteredOrganization(id, sequence, status, kinds, partner, isTrusted, members);
    }

    /** The snapshot in the event. */
    public String data() {
        return data("PUBLIC");
    }

    private String data(String visibility) {
        return Api.JSON.writeValueAsString(Map.of(
                "id",
                id,
                "legalName",
                Map.of("fr", "Org " + id),
                "kinds",
                kinds,
                "region",
                "MA-06",
                "registrationStatus",
                status,
                "visibility",
                visibility,
                "partner",
                partner,
                "trusted",
                trusted,
                "members",
                members.entrySet().stream()
                        .map(member -> Map.of("personId", member.getKey(), "role", member.getValue()))
                        .toList()));
    }

    /** Tells it as the register does; returns once the broker has it. */
    public RegisteredOrganization publish() {
        return publish(data());
    }

    /** The same, as of one that shows itself to these alone: {@code MEMBERS}, {@code STEALTH}. */
    public RegisteredOrganization publishFor(String visibility) {
        return publish(data(visibility));
    }

    private RegisteredOrganization publish(String data) {
        Topics.publish(TOPIC, id, "ma.maydan.organization.updated.v1", sequence, data);
        return this;
    }
}
