package ma.maydan.incubators.organization;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which cases the staff asks for.
 *
 * @param statuses of organizations that have been submitted
 * @param assignee whose they are; null for anybody's
 * @param unassigned nobody's alone
 * @param appealed those alone that wait for a decision on their appeal
 * @param overdueOn those alone whose last day was before this one; null for all
 */
public record CaseFilter(
        Collection<OrganizationStatus> statuses,
        @Nullable String assignee,
        boolean unassigned,
        boolean appealed,
        @Nullable LocalDate overdueOn) {}
