package ma.maydan.incubators.program;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A language that a program is held in; ISO 639-1 in the API. */
public enum ProgramLanguage {
    @JsonProperty("ar")
    ARABIC,
    @JsonProperty("fr")
    FRENCH,
    @JsonProperty("en")
    ENGLISH
}
