package ma.maydan.starter.ownership;

/** Whether an organization is in good standing, since which of its versions: a later one always has a higher number. */
public record Standing(boolean verified, long since) {}
