package ma.maydan.starter.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A language of the portal, and of what it lists; ISO 639-1 in the API. */
public enum Language {
    @JsonProperty("ar")
    ARABIC,
    @JsonProperty("fr")
    FRENCH,
    @JsonProperty("en")
    ENGLISH;

    /** As addresses and tokens have it. */
    public String code() {
        return switch (this) {
            case ARABIC -> "ar";
            case FRENCH -> "fr";
            case ENGLISH -> "en";
        };
    }
}
