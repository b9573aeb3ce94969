package ma.maydan.portal.steps;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A step from one state of an object to another, as a person takes it.
 *
 * @param name as in the API's address and in {@code allowedTransitions}
 * @param asks what the person is asked before it is taken
 * @param consequences how many texts say what follows
 * @param grave whether it takes something away from somebody
 * @param reasons the codes of those that fit it; empty when it asks for none
 */
public record Step(String kind, String name, Asks asks, int consequences, boolean grave, List<String> reasons) {

    Step(String kind, String name, Asks asks, int consequences, boolean grave) {
        this(kind, name, asks, consequences, grave, List.of());
    }

    /** The same for these reasons, and any other. */
    Step because(String... fitting) {
        return new Step(
                kind,
                name,
                asks,
                consequences,
                grave,
                Stream.concat(Stream.of(fitting), Stream.of("OTHER")).toList());
    }

    /** What comes between the button and the step. */
    public enum Asks {
        NOTHING,
        CONFIRMATION,
        REASON,
        OPTIONAL_REASON
    }

    static final String DELETE = "delete";

    /** A draft that ends without a trace. */
    static Step delete(String kind) {
        return new Step(kind, DELETE, Asks.CONFIRMATION, 2, true);
    }

    boolean deletes() {
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
