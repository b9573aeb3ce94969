package ma.maydan.events.seats;

/** The ledger after a rule, and what the rule answers. A ledger that stays the same is the same object. */
record Outcome<R>(SeatLedger ledger, R result) {}
