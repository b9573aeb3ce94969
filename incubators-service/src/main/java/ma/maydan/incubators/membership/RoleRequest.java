package ma.maydan.incubators.membership;

import jakarta.validation.constraints.NotNull;
import ma.maydan.starter.vocabulary.MemberRole;

/** What somebody is to be in an organization. */
record RoleRequest(@NotNull MemberRole role) {}
