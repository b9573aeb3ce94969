package ma.maydan.events.event;

/** Which dates of a series a step is taken with. */
enum Dates {
    /** The one that is named, as for any event. */
    THIS,
    /** That one, and those that were planned after it. */
    FOLLOWING,
    ALL
}
