package ma.maydan.starter.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Which page of a list the caller wants: the query parameters {@code cursor} and {@code limit}.
 *
 * @param after the sort key and the id of the last item of the page before; null for the first page
 * @param limit 1 to 100
 * @param list which one in which order, by its address and filters: the cursors of another do not belong to it
 */
public record Paging(@Nullable Position after, int limit, String list) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** A place in a list. */
    public record Position(String key, String id) {

        String encode(String list) {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((mark(list) + "\n" + key + "\n" + id).getBytes(StandardCharsets.UTF_8));
        }

        static Position decode(String cursor, String list) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", -1);
                if (parts.length == 3 && parts[0].equals(mark(list)) && !parts[2].isEmpty()) {
                    return new Position(parts[1], parts[2]);
                }
            } catch (IllegalArgumentException notBase64) {
                throw invalidCursor();
            }
            throw invalidCursor();
        }

        /** Tells lists apart; nobody gains anything by forging it. */
        private static String mark(String list) {
            var crc = new CRC32C();
            crc.update(list.getBytes(StandardCharsets.UTF_8));
            return Long.toHexString(crc.getValue());
        }
    }

    static Paging parse(@Nullable String cursor, @Nullable String limit, String list) {
        return at(cursor, parseLimit(limit), list);
    }

    /** The page that a cursor of this list asks for, the first without one. */
    public static Paging at(@Nullable String cursor, int limit, String list) {
        return new Paging(cursor == null || cursor.isEmpty() ? null : Position.decode(cursor, list), limit, list);
    }

    /** Cuts a list that was read with {@code limit + 1} items into the page and the cursor of the next. */
    <T> Page<T> cut(List<T> read, Function<T, Position> position) {
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        var items = List.copyOf(read.subList(0, limit));
        return new Page<>(items, position.apply(items.getLast()).encode(list));
    }

    static ProblemException invalidCursor() {
        return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-cursor");
    }

    private static int parseLimit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        // ASCII digits alone; Integer.parseInt takes a plus and the digits of every script.
        var value = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (value < 1 || value > MAX_LIMIT) {
            throw ProblemException.invalidField("?limit", "invalid-value");
        }
        return value;
    }
}
