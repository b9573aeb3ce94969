package ma.maydan.incubators.imports;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a spreadsheet can be: a part of an organization, {@link #ID} by which one of the register is found, or
 * nothing.
 */
public enum ImportField {
    IGNORED("", null),
    /** The id of an organization of the register. */
    ID("", null),
    LEGAL_NAME_AR("legalName", "ar"),
    LEGAL_NAME_FR("legalName", "fr"),
    LEGAL_NAME_EN("legalName", "en"),
    ICE("ice", null),
    RC("identifiers", null),
    IF("identifiers", null),
    CNSS("identifiers", null),
    LEI("identifiers", null),
    /** Several of them in one cell, with a comma, a semicolon or a line's end between them. */
    KINDS("kinds", null),
    /** Several, as above. */
    SECTORS("sectors", null),
    STAGE("stage", null),
    REGION("region", null),
    CITY_AR("city", "ar"),
    CITY_FR("city", "fr"),
    CITY_EN("city", "en"),
    /** A day: {@code 2021-03-15}, {@code 15/03/2021}, {@code 15-3-2021} or {@code 15.03.2021}. */
    FOUNDED_ON("foundedOn", null),
    WEBSITE("website", null),
    PHONE("phone", null),
    DESCRIPTION_AR("description", "ar"),
    DESCRIPTION_FR("description", "fr"),
    DESCRIPTION_EN("description", "en");

    private final String member;
    private final @Nullable String language;

    ImportField(String member, @Nullable String language) {
        this.member = member;
        this.language = language;
    }

    /** Of the body that the API takes of an organization; empty for what is none. */
    String member() {
        return member;
    }

    /** Null for what is in no language. */
    @Nullable
    String language() {
        return language;
    }

    /** Whether by it an organization is found, or called something. */
    boolean isName() {
        return this == ID || this == ICE || member.equals("legalName");
    }

    /** The same text in another language. */
    ImportField in(String other) {
        return language == null
                ? this
                : valueOf(name().substring(0, name().length() - 2) + other.toUpperCase(Locale.ROOT));
    }
}
