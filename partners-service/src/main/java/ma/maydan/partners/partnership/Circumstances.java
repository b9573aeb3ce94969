package ma.maydan.partners.partnership;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What holds around a partnership when somebody acts on it.
 *
 * @param today by the calendar of Casablanca
 * @param partiesVerified whether every party is verified, so that something new can be agreed on
 * @param partiesInRegister whether every party is in good standing, be it confirmed in time or not
 */
record Circumstances(Instant at, LocalDate today, boolean partiesVerified, boolean partiesInRegister) {}
