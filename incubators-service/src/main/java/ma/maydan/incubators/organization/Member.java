package ma.maydan.incubators.organization;

import ma.maydan.starter.vocabulary.MemberRole;

/**
 * A person who belongs to an organization.
 *
 * @param personId the subject of the person's tokens
 */
public record Member(String personId, MemberRole role) {}
