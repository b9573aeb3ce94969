package ma.maydan.partners.partnership;

/**
 * Who acts on a partnership.
 *
 * @param ownsProposer is an owner of the proposing organization
 * @param interested belongs to a party other than the cluster itself
 */
record PartnershipActor(String personId, boolean admin, boolean ownsProposer, boolean interested) {}
