package ma.maydan.starter.cluster;

/**
 * The organization that runs the portal. Who deploys the portal names it, before it is in the register: what an
 * organization says of itself gives no privilege.
 *
 * @param id 1 to 64 letters, digits and hyphens; the same for every service
 */
public record ClusterOrganization(String id) {

    public ClusterOrganization {
        if (!id.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalStateException(
                    "CLUSTER_ORGANIZATION_ID must be the id of the cluster's own organization, 1 to 64 letters, digits and hyphens.");
        }
    }
}
