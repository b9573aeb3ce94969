package ma.maydan.portal.kind;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A step from one state of a thing to another, as a person takes it.
 *
 * @param kind the name of the kind of thing
 * @param name as in the API's address and in {@code allowedTransitions}
 * @param asks what the person is asked before it is taken
 * @param consequences how many texts say what follows
 * @param grave whether it takes something away from somebody
 * @param reasons the codes of those that fit it; empty when it asks for none
 */
public record Step(String kind, String name, Asks asks, int consequences, boolean grave, List<String> reasons) {

    static final String DELETE = "delete";

    /** What comes between the button and the step. */
    public enum Asks {
        NOTHING,
        CONFIRMATION,
        REASON,
        OPTIONAL_REASON
    }

    /** A draft ends without a trace. */
    public boolean deletes() {
        return name.equals(DELETE);
    }

    /** The prefix of its texts. */
    public String key() {
        return "step." + kind + "." + name;
    }

    /** The code of the message when it is done. */
    public String done() {
        return kind + "." + name;
    }

    public boolean isDirect() {
        return asks == Asks.NOTHING;
    }

    public boolean asksForReason() {
        return asks == Asks.REASON || asks == Asks.OPTIONAL_REASON;
    }

    public boolean needsReason() {
        return asks == Asks.REASON;
    }

    /** The keys of the texts that say what follows. */
    public List<String> follows() {
        return follows("");
    }

    /** @param of how things stand with the object, where other things follow from that; else empty */
    public List<String> follows(String of) {
        return IntStream.rangeClosed(1, consequences)
                .mapToObj(number -> key() + of + ".follows." + number)
                .toList();
    }
}
