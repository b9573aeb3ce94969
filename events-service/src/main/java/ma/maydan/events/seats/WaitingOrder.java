package ma.maydan.events.seats;

/** Who of those who wait comes to a free seat first. */
public enum WaitingOrder {
    /** Who came first. */
    ARRIVAL,
    /** One of each organization in turn; who comes for none is as an organization of their own. */
    ROUND_ROBIN,
    /** Who meets a criterion of the host before who does not. */
    PRIORITY
}
