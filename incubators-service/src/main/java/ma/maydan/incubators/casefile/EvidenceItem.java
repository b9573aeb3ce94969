package ma.maydan.incubators.casefile;

import static ma.maydan.starter.vocabulary.OrganizationKind.ACCELERATOR;
import static ma.maydan.starter.vocabulary.OrganizationKind.CLUSTER;
import static ma.maydan.starter.vocabulary.OrganizationKind.CORPORATE;
import static ma.maydan.starter.vocabulary.OrganizationKind.INCUBATOR;
import static ma.maydan.starter.vocabulary.OrganizationKind.INVESTOR;
import static ma.maydan.starter.vocabulary.OrganizationKind.SME;
import static ma.maydan.starter.vocabulary.OrganizationKind.STARTUP;
import static ma.maydan.starter.vocabulary.OrganizationKind.TRAINING_OPERATOR;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ma.maydan.starter.vocabulary.OrganizationKind;

/**
 * What an organization is asked to give for its verification, in the order in which it is asked: the table of what is
 * asked of whom. Its words are the portal's ({@code evidence.item.…}). The cluster itself is asked for nothing.
 */
public enum EvidenceItem {
    /** The extract of the trade register (model 7), the statutes and receipt of an association, or the act that made it. */
    FOUNDING_DOCUMENT(EnumSet.complementOf(EnumSet.of(CLUSTER)), Set.of()),
    /** That whoever submits may speak for it: a mandate, or minutes. Never an identity card. */
    MANDATE(EnumSet.complementOf(EnumSet.of(CLUSTER)), Set.of()),
    /** A lease or a title of where it receives others. */
    PREMISES(EnumSet.of(INCUBATOR, ACCELERATOR), Set.of()),
    /** Whom it has accompanied so far, and since when. */
    TRACK_RECORD(EnumSet.of(INCUBATOR, ACCELERATOR), Set.of()),
    /** Who works there, by function. */
    STAFF(Set.of(), EnumSet.of(INCUBATOR, ACCELERATOR)),
    /** What became of its last cohorts; a new one has none. */
    COHORT_RESULTS(Set.of(), EnumSet.of(INCUBATOR, ACCELERATOR)),
    /** Its authorization as an establishment of vocational training. */
    TRAINING_AUTHORIZATION(Set.of(), EnumSet.of(TRAINING_OPERATOR)),
    /** A certificate of the tax administration. */
    TAX_CERTIFICATE(Set.of(), EnumSet.of(STARTUP, SME, CORPORATE, INVESTOR));

    private final Set<OrganizationKind> mandatory;
    private final Set<OrganizationKind> optional;

    EvidenceItem(Set<OrganizationKind> mandatory, Set<OrganizationKind> optional) {
        this.mandatory = mandatory;
        this.optional = optional;
    }

    /** What is asked of an organization of these kinds, be it needed or not. */
    public static List<EvidenceItem> askedOf(Collection<OrganizationKind> kinds) {
        return Stream.of(values()).filter(item -> item.isAskedOf(kinds)).toList();
    }

    boolean isAskedOf(Collection<OrganizationKind> kinds) {
        return isMandatoryFor(kinds) || !Collections.disjoint(optional, kinds);
    }

    /** Whether nothing is submitted without it. */
    public boolean isMandatoryFor(Collection<OrganizationKind> kinds) {
        return !kinds.contains(CLUSTER) && !Collections.disjoint(mandatory, kinds);
    }
}
