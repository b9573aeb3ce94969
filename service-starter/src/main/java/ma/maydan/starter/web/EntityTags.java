package ma.maydan.starter.web;

import java.util.ArrayList;
import java.util.List;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What {@code If-Match} or {@code If-None-Match} names (RFC 9110, section 13.1): any representation, or those with one
 * of these tags. Several lines of the header are one list.
 *
 * @param any whether it is {@code *}
 */
record EntityTags(boolean any, List<Tag> tags) {

    /** @param opaque without its quotes */
    record Tag(boolean weak, String opaque) {}

    /**
     * Null when the header is not there.
     *
     * @throws ProblemException 400 {@code malformed-condition} for what is no list of tags
     */
    static @Nullable EntityTags ofHeader(String @Nullable [] lines) {
        return lines == null || lines.length == 0
                ? null
                : parse(String.join(",", lines).strip());
    }

    private static EntityTags parse(String list) {
        if (list.equals("*")) {
            return new EntityTags(true, List.of());
        }
        var tags = new ArrayList<Tag>();
        var at = 0;
        while (at < list.length()) {
            var next = list.charAt(at);
            if (next == ',' || next == ' ' || next == '\t') {
                at++;
                continue;
            }
            var weak = list.startsWith("W/", at);
            var open = weak ? at + 2 : at;
            var close = list.indexOf('"', open + 1);
            if (open >= list.length() || list.charAt(open) != '"' || close < 0 || !endsAt(list, close + 1)) {
                throw malformed();
            }
            tags.add(new Tag(weak, opaque(list.substring(open + 1, close))));
            at = close + 1;
        }
        if (tags.isEmpty()) {
            throw malformed();
        }
        return new EntityTags(false, List.copyOf(tags));
    }

    /** Behind a tag comes the end or a comma, blanks aside. */
    private static boolean endsAt(String list, int behind) {
        var rest = behind;
        while (rest < list.length() && (list.charAt(rest) == ' ' || list.charAt(rest) == '\t')) {
            rest++;
        }
        return rest == list.length() || list.charAt(rest) == ',';
    }

    private static String opaque(String text) {
        if (text.chars().anyMatch(character -> character <= ' ' || character == 0x7F)) {
            throw malformed();
        }
        return text;
    }

    /** Whether one is this tag, by the comparison for caches, which takes weak for strong. */
    boolean includeWeakly(String opaque) {
        return any || tags.stream().anyMatch(tag -> tag.opaque.equals(opaque));
    }

    /** Whether one is this tag and strong. */
    boolean includeStrongly(String opaque) {
        return any || tags.stream().anyMatch(tag -> !tag.weak && tag.opaque.equals(opaque));
    }

    private static ProblemException malformed() {
        return new ProblemException(HttpStatus.BAD_REQUEST, "malformed-condition");
    }
}
