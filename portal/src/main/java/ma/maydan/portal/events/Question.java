package ma.maydan.portal.events;

import java.util.List;
import java.util.Set;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What the host asks of who registers.
 *
 * @param kind TEXT, LONG_TEXT, CHOICE, SEVERAL, NUMBER, EMAIL, PHONE, CONSENT or FILE
 * @param visibleTo who reads the answer: HOST, or HOST_AND_CLUSTER
 * @param shownWhen what another question has to be answered for it; null where it is always asked
 */
public record Question(
        String id,
        String kind,
        LocalizedText label,
        @Nullable LocalizedText hint,
        LocalizedText purpose,
        boolean required,
        @Nullable List<Option> options,
        String visibleTo,
        @Nullable Condition shownWhen) {

    /** What can be chosen, by so many with a seat where there is a limit; what is removed only by who chose it before. */
    public record Option(
            String id,
            LocalizedText label,
            boolean removed,
            @Nullable Integer limit) {}

    /** @param option null for a consent */
    public record Condition(String question, @Nullable String option) {}

    public boolean hasOptions() {
        return Set.of("CHOICE", "SEVERAL").contains(kind);
    }

    public boolean isSeveral() {
        return kind.equals("SEVERAL");
    }

    public boolean isLong() {
        return kind.equals("LONG_TEXT");
    }

    public boolean isConsent() {
        return kind.equals("CONSENT");
    }

    public boolean isFile() {
        return kind.equals("FILE");
    }

    /** Whether it is answered in one line. */
    public boolean isLine() {
        return !isLong() && !isConsent() && !isFile() && !hasOptions();
    }

    /** The type of its input, where it is one line. */
    public String input() {
        return switch (kind) {
            case "EMAIL" -> "email";
            case "PHONE" -> "tel";
            default -> "text";
        };
    }

    public boolean isNumeric() {
        return kind.equals("NUMBER");
    }

    /** Whether it is written from left to right in every language. */
    public boolean isLeftToRight() {
        return Set.of("EMAIL", "PHONE", "NUMBER").contains(kind);
    }

    /** Those of its options that can be chosen, with those that were chosen before. */
    public List<Option> options(List<String> chosen) {
        return options == null
                ? List.of()
                : options.stream()
                        .filter(one -> !one.removed() || chosen.contains(one.id()))
                        .toList();
    }
}
