package ma.maydan.incubators.program;

import java.util.List;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.Sector;
import org.jspecify.annotations.Nullable;

/**
 * What a program is about.
 *
 * @param sectors each once; empty for all
 * @param languages at least one, each once
 * @param funding what each participant can get, in whole dirhams (MAD), 1 to {@value #MOST_FUNDING}; null for none
 */
public record ProgramContent(
        LocalizedText title,
        LocalizedText summary,
        ProgramKind kind,
        ProgramMode mode,
        List<Sector> sectors,
        List<Language> languages,
        @Nullable Integer funding) {

    static final int MOST_FUNDING = 1_000_000_000;

    public ProgramContent {
        sectors = sectors.stream().distinct().toList();
        languages = languages.stream().distinct().toList();
    }
}
