package ma.maydan.starter.personal;

import java.util.List;

/**
 * What is held of people in one collection, as the notice to them says it (Law 09-08, articles 3 and 5: purpose,
 * recipients, duration).
 *
 * @param code of its words in the portal: what it is, and what for
 * @param collection where it is
 */
public record Declared(String code, String collection, List<SeenBy> seenBy, Kept kept) {

    public Declared {
        seenBy = List.copyOf(seenBy);
    }

    public static Declared of(String code, String collection, Kept kept, SeenBy... seenBy) {
        return new Declared(code, collection, List.of(seenBy), kept);
    }
}
