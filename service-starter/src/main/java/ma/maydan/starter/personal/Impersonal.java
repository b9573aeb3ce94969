package ma.maydan.starter.personal;

import java.util.Set;

/** The collections of a feature that hold nothing of anybody: no id, no name, no address, not even for a while. */
public record Impersonal(Set<String> collections) {

    public Impersonal {
        collections = Set.copyOf(collections);
    }

    public static Impersonal of(String... collections) {
        return new Impersonal(Set.of(collections));
    }
}
