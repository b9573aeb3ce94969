package ma.maydan.portal.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page is about, for machines that show it elsewhere: Open Graph and JSON-LD (schema.org).
 *
 * @param description of a length that fits a preview
 * @param json the linked data, safe within an element of HTML; null when there is none
 * @param picture what is shown of it; null for the portal's own
 */
public record About(
        String title,
        String description,
        @Nullable String json,
        @Nullable Picture picture) {

    /**
     * A picture for a preview.
     *
     * @param address with the origin
     * @param width in pixels, as {@code height}
     */
    public record Picture(String address, int width, int height) {}

    private static final int LONGEST = 200;

    /** @param data of schema.org, without its context */
    public static About of(String title, String description, @Nullable Map<String, ?> data, JsonMapper mapper) {
        return new About(title, brief(description), data == null ? null : json(data, mapper), null);
    }

    public About shownBy(Picture shown) {
        return new About(title, description, json, shown);
    }

    private static String json(Map<String, ?> data, JsonMapper mapper) {
        return mapper.writeValueAsString(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private static String brief(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        var end = line.lastIndexOf(' ', LONGEST);
        return line.substring(0, end < LONGEST / 2 ? line.offsetByCodePoints(0, LONGEST / 2) : end) + "…";
    }
}
