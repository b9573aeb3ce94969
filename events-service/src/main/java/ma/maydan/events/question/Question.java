package ma.maydan.events.question;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of who registers for an event.
 *
 * @param id stays as long as the question is asked
 * @param required whether who registers has to answer it, where it is asked; of a consent, whether it has to be given
 * @param options of a choice, {@value #MOST_OPTIONS} at most; none for other kinds
 * @param shownWhen when it is asked; null for always
 */
public record Question(
        String id,
        Kind kind,
        @JsonUnwrapped Wording wording,
        boolean required,
        List<Option> options,
        VisibleTo visibleTo,
        @Nullable Condition shownWhen) {

    /** So many an event asks at most. */
    public static final int MOST = 20;

    public static final int MOST_OPTIONS = 30;

    /** What an answer is. */
    public enum Kind {
        /** One line of 300 characters. */
        TEXT,
        /** Lines of 3,000 characters. */
        LONG_TEXT,
        /** The id of one option. */
        CHOICE,
        /** Ids of options. */
        SEVERAL,
        /** A decimal number of 12 digits before the point and 6 behind it. */
        NUMBER,
        EMAIL,
        /** A telephone number, kept as ITU-T E.164 has it. */
        PHONE,
        /** {@code true} or {@code false}. */
        CONSENT,
        /** The id of a file that who answers has sent for the event: {@link ma.maydan.starter.file.AttachedFile}. */
        FILE;

        public boolean hasOptions() {
            return this == CHOICE || this == SEVERAL;
        }
    }

    /** Who reads the answers, beside who gives them. */
    public enum VisibleTo {
        /** Who edits for the host, or for those who host the event too. */
        HOST,
        /** And the staff of the cluster. */
        HOST_AND_CLUSTER
    }

    /**
     * Its texts.
     *
     * @param purpose why it is asked
     */
    public record Wording(LocalizedText label, @Nullable LocalizedText hint, LocalizedText purpose) {}

    /**
     * One of what can be chosen.
     *
     * @param removed whether nobody chooses it any more; who has chosen it keeps it
     * @param limit how many of those who have a seat can choose it, 1 to 100,000; null for all
     */
    @Schema(name = "QuestionOption")
    public record Option(
            String id,
            LocalizedText label,
            boolean removed,
            @Nullable Integer limit) {}

    /**
     * Asked when another question, which stands before it, has this answer.
     *
     * @param question the id of a choice or a consent
     * @param option the id of what is chosen there; null for a consent, which is given
     */
    @Schema(name = "QuestionCondition")
    public record Condition(String question, @Nullable String option) {}

    public Question {
        options = options == null ? List.of() : List.copyOf(options);
    }

    /** What people read of it, by its place in the API: {@code label}, {@code options/0/label}. */
    public Map<String, LocalizedText> texts() {
        var texts = new LinkedHashMap<String, LocalizedText>();
        texts.put("label", wording.label());
        if (wording.hint() != null) {
            texts.put("hint", wording.hint());
        }
        texts.put("purpose", wording.purpose());
        for (var at = 0; at < options.size(); at++) {
            if (!options.get(at).removed()) {
                texts.put("options/" + at + "/label", options.get(at).label());
            }
        }
        return texts;
    }

    Optional<Option> option(String value) {
        return options.stream().filter(one -> one.id().equals(value)).findFirst();
    }

    /** Those that not everybody can choose. */
    public Stream<Option> limited() {
        return options.stream().filter(one -> one.limit() != null && !one.removed());
    }

    /** Whether another question can go by its answer. */
    public boolean decides(@Nullable String option) {
        return kind == Kind.CONSENT && option == null
                || kind == Kind.CHOICE && option != null && option(option).isPresent();
    }
}
