package ma.maydan.starter.notice;

/**
 * Who is told.
 *
 * @param audience the name of an {@link Audience}, or {@value #PERSON}
 * @param id of what the audience belongs to, or of the person
 */
public record Told(String audience, String id) {

    static final String PERSON = "person";

    public static Told person(String id) {
        return new Told(PERSON, id);
    }
}
