package ma.maydan.incubators.program;

import ma.maydan.incubators.organization.Organization;

/**
 * Whether the owner of a published program is in good standing, kept on the program so that a list reads only what it
 * shows.
 *
 * @param since the version of the organization that said so
 */
public record Standing(boolean verified, long since) {

    static Standing of(Organization owner) {
        return new Standing(owner.isVerified(), owner.version());
    }
}
