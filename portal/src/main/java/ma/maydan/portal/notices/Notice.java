package ma.maydan.portal.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** As a service tells it. */
public record Notice(String id, String kind, Words words, About about, Instant at, boolean unread) {

    /** In the visitor's language. */
    public record Words(String title, String text, @Nullable String reason) {}

    /** @param section of the portal's addresses, behind which the id leads to a page */
    public record About(String section, String id) {

        public String page() {
            return "/" + section + "/" + id;
        }
    }
}
