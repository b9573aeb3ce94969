package ma.maydan.starter.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A language of the portal, and of what it lists; ISO 639-1 in the API. */
public enum Language {
    @JsonProperty("ar")
    ARABIC,
    @JsonProperty("fr")
    FRENCH,
    @JsonProperty("en")
    ENGLISH
}
