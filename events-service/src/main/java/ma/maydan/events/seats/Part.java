package ma.maydan.events.seats;

/** What somebody takes a part of together with a seat; the ledger counts how many do. */
public final class Part {

    private Part() {}

    /** An option that is chosen. */
    public static String option(String question, String option) {
        return question + ":" + option;
    }

    /** A seat that is kept for the members of an organization. */
    public static String allotment(String organization) {
        return "@" + organization;
    }

    public static boolean isOption(String part) {
        return part.indexOf(':') > 0;
    }

    public static boolean isAllotment(String part) {
        return part.startsWith("@");
    }

    /** The question whose option it is. */
    public static String question(String option) {
        return option.substring(0, option.indexOf(':'));
    }
}
