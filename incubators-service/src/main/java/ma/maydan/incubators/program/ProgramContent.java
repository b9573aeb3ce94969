package ma.maydan.incubators.program;

import java.util.List;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.Sector;

/**
 * What a program is about.
 *
 * @param sectors each once; empty for all
 * @param languages at least one, each once
 */
public record ProgramContent(
        LocalizedText title,
        LocalizedText summary,
        ProgramKind kind,
        ProgramMode mode,
        List<Sector> sectors,
        List<Language> languages) {

    public ProgramContent {
        sectors = sectors.stream().distinct().toList();
        languages = languages.stream().distinct().toList();
    }
}
