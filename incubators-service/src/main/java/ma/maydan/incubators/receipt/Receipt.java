package ma.maydan.incubators.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ma.maydan.incubators.casefile.Submission;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.OrganizationStatus;
import ma.maydan.starter.document.Block;
import ma.maydan.starter.document.Document;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.text.Texts;
import ma.maydan.starter.time.Morocco;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * That the cluster has received what an organization submitted for verification, and when; no decision.
 *
 * @param number of this submission, made of its day and of the organization
 */
record Receipt(
        String number,
        String organizationId,
        LocalizedText legalName,
        @Nullable String ice,
        Instant at) {

    private static final Set<OrganizationStatus> NONE =
            EnumSet.of(OrganizationStatus.DRAFT, OrganizationStatus.REJECTED, OrganizationStatus.WITHDRAWN);

    private static final MessageSource TEXTS = Texts.of("receipts");

    /** Empty for what was never submitted, and after a rejection, when the profile can be another than was submitted. */
    static Optional<Receipt> of(Organization organization) {
        var status = organization.status();
        if (NONE.contains(status)) {
            return Optional.empty();
        }
        return Optional.ofNullable(organization.submittedAt())
                .map(at -> new Receipt(
                        Submission.number(organization.id(), at),
                        organization.id(),
                        organization.profile().legalName(),
                        organization.profile().ice(),
                        at));
    }

    /** @param portal the portal's address, without a slash at its end */
    Document in(Locale language, String portal) {
        var facts = new ArrayList<Block.Fact>();
        facts.add(fact("number", number, language));
        name(facts, "ar", legalName.ar(), language);
        name(facts, "fr", legalName.fr(), language);
        name(facts, "en", legalName.en(), language);
        if (ice != null) {
            facts.add(fact("ice", ice, language));
        }
        facts.add(fact("day", Morocco.day(at, language), language));
        facts.add(fact("clock", text("clock.value", language, Morocco.clock(at)), language));
        return new Document(
                text("title", language),
                Morocco.written(language),
                at,
                List.of(
                        new Block.Paragraph(text("says", language)),
                        new Block.Facts(facts),
                        new Block.Code(
                                portal + "/" + language.getLanguage() + "/receipts/" + number,
                                text("code", language))));
    }

    private static void name(List<Block.Fact> to, String of, @Nullable String name, Locale language) {
        if (name != null) {
            to.add(fact("name." + of, name, language));
        }
    }

    private static Block.Fact fact(String name, String value, Locale language) {
        return new Block.Fact(text(name, language), value);
    }

    private static String text(String key, Locale language, Object... arguments) {
        return TEXTS.getMessage(key, arguments, language);
    }
}
