package ma.maydan.starter.notice;

/**
 * Who is told.
 *
 * @param audience the name of an {@link Audience}, {@value #MEMBERS} or {@value #PERSON} among them
 * @param id of what the audience belongs to, or of the person
 */
public record Told(String audience, String id) {

    static final String PERSON = "person";
    static final String MEMBERS = "members";

    public static Told person(String id) {
        return new Told(PERSON, id);
    }

    /** Those of an organization. */
    public static Told membersOf(String organizationId) {
        return new Told(MEMBERS, organizationId);
    }
}
