package ma.maydan.events.seats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step asks for, beside a seat or a place.
 *
 * @param parts that it has taken; they are given back where it comes to nothing
 * @param capacity of a RESIZE
 * @param quotas of a RESIZE
 */
public record Wish(
        List<String> parts,
        @Nullable Integer capacity,
        @Nullable Quotas quotas) {

    public static final Wish NOTHING = new Wish(List.of(), null, null);

    static Wish of(List<String> parts) {
        return parts.isEmpty() ? NOTHING : new Wish(parts, null, null);
    }
}
