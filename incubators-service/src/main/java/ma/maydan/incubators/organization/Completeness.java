package ma.maydan.incubators.organization;

import java.util.ArrayList;
import java.util.List;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.OrganizationKind;
import org.jspecify.annotations.Nullable;

/**
 * How much of its profile an organization has filled in. Nothing of it is needed but what
 * {@link Organization#missing} names.
 *
 * @param of how many things a profile of its kinds has
 * @param open those that are not there, by their fields
 */
record Completeness(int of, List<FieldProblem> open) {

    static Completeness of(OrganizationProfile profile) {
        var looked = new Looked();
        looked.at("legalName", profile.legalName());
        looked.at("description", profile.description());
        looked.at("ice", profile.identifiers().ice() != null);
        looked.at("city", profile.reach().city() != null);
        looked.at("sectors", !profile.activity().sectors().isEmpty());
        if (profile.activity().is(OrganizationKind.STARTUP)) {
            looked.at("stage", profile.activity().stage() != null);
        }
        looked.at("foundedOn", profile.activity().foundedOn() != null);
        looked.at("website", profile.reach().website() != null);
        looked.at("phone", profile.reach().phone() != null);
        looked.at("logo", profile.showing().logo() != null);
        return new Completeness(looked.at, List.copyOf(looked.open));
    }

    private static final class Looked {
        private int at;
        private final List<FieldProblem> open = new ArrayList<>();

        /** A text in the two languages of the country. */
        void at(String field, @Nullable LocalizedText text) {
            at(field + "/ar", text != null && text.ar() != null);
            at(field + "/fr", text != null && text.fr() != null);
        }

        void at(String field, boolean there) {
            at++;
            if (!there) {
                open.add(new FieldProblem("/" + field, "required", null));
            }
        }
    }
}
