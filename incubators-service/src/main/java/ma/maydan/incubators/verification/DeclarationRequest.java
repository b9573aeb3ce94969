package ma.maydan.incubators.verification;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.maydan.incubators.casefile.Declaration;
import ma.maydan.starter.text.Line;
import ma.maydan.starter.vocabulary.Language;

/**
 * That an owner declares what is asked for.
 *
 * @param declaration the version of its text, as the case has it
 * @param language in which it was read
 */
record DeclarationRequest(
        @NotNull @Size(min = 1) @Line(max = 20) String declaration,
        @NotNull Language language) {

    Declaration asDeclared() {
        return new Declaration(declaration, language);
    }
}
