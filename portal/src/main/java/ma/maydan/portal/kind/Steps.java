package ma.maydan.portal.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.portal.kind.Step.Asks;

/** The steps of a kind of thing, in the order in which they are offered. */
public final class Steps {

    private final String kind;
    private final List<Step> all;

    private Steps(String kind, List<Step> all) {
        this.kind = kind;
        this.all = all;
    }

    /** @param kind the name of the kind */
    public static Steps of(String kind) {
        return new Steps(kind, List.of());
    }

    /** It is taken at once. */
    public Steps direct(String name) {
        return and(name, Asks.NOTHING, 0, false);
    }

    /** @param consequences how many texts say what follows */
    public Steps confirmed(String name, int consequences) {
        return and(name, Asks.CONFIRMATION, consequences, false);
    }

    /** It takes something away from somebody. */
    public Steps grave(String name, int consequences) {
        return and(name, Asks.CONFIRMATION, consequences, true);
    }

    /** It takes something away from somebody, who reads why: for one of these reasons, or any other. */
    public Steps reasoned(String name, int consequences, String... reasons) {
        return and(name, Asks.REASON, consequences, true, reasons);
    }

    /** Whoever takes it says why, though it takes nothing away. */
    public Steps argued(String name, int consequences, String... reasons) {
        return and(name, Asks.REASON, consequences, false, reasons);
    }

    /** Whoever takes it may say why. */
    public Steps explained(String name, int consequences, String... reasons) {
        return and(name, Asks.OPTIONAL_REASON, consequences, false, reasons);
    }

    /** A draft can end without a trace. */
    public Steps delete() {
        return grave(Step.DELETE, 2);
    }

    private Steps and(String name, Asks asks, int consequences, boolean grave, String... reasons) {
        var fitting = reasons.length == 0
                ? List.<String>of()
                : Stream.concat(Stream.of(reasons), Stream.of("OTHER")).toList();
        var more = new ArrayList<>(all);
        more.add(new Step(kind, name, asks, consequences, grave, fitting));
        return new Steps(kind, List.copyOf(more));
    }

    public List<Step> all() {
        return all;
    }

    /** Those of the allowed ones that this portal knows. */
    public List<Step> offered(List<String> allowed) {
        return all.stream().filter(step -> allowed.contains(step.name())).toList();
    }

    public Optional<Step> find(String name) {
        return all.stream().filter(step -> step.name().equals(name)).findFirst();
    }
}
