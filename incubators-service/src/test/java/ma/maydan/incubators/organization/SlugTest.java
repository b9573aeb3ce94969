package ma.maydan.incubators.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import ma.maydan.starter.text.LocalizedText;
import org.junit.jupiter.api.Test;

class SlugTest {

    @Test
    void accentsAndSignsAreLeftOut() {
        assertThat(slug(new LocalizedText(null, "  Société « L’Étoile » n° 3 ! ", null)))
                .isEqualTo("societe-l-etoile-n-3");
    }

    @Test
    void anArabicNameKeepsItsLetters() {
        assertThat(slug(new LocalizedText("شركة النّجمة", null, null))).isEqualTo("شركة-النجمة");
    }

    @Test
    void aNameOfSignsAloneStillGetsASlug() {
        assertThat(slug(new LocalizedText(null, "!!!", null))).isEqualTo("organization");
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        var slug = slug(new LocalizedText(null, "𝒳".repeat(59) + "😀 " + "é".repeat(90), null));
        assertThat(slug.codePointCount(0, slug.length())).isLessThanOrEqualTo(60);
        assertThat(slug).doesNotEndWith("-");
    }

    @Test
    void allCandidatesDiffer() {
        var candidates = Slug.candidates(new LocalizedText(null, "Un", null), "id");
        assertThat(new HashSet<>(candidates)).hasSameSizeAs(candidates);
        assertThat(candidates.getLast()).endsWith("-id");
    }

    private static String slug(LocalizedText name) {
        return Slug.candidates(name, "id").getFirst();
    }
}
