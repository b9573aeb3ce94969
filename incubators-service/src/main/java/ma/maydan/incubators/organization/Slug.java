package ma.maydan.incubators.organization;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.text.LocalizedText;

/** Readable names for addresses: lower-case letters and digits of any script, words joined by hyphens. */
final class Slug {

    private static final int MAX_LENGTH = 60;

    private Slug() {}

    /**
     * Inserts an organization by the first that is free.
     *
     * @param insert fails with {@link DuplicateValueException} for one that is taken
     */
    static Organization free(LocalizedText name, String id, Function<String, Organization> insert) {
        var candidates = candidates(name, id);
        for (var slug : candidates) {
            try {
                return insert.apply(slug);
            } catch (DuplicateValueException taken) {
                // The next candidate.
            }
        }
        throw new IllegalStateException("No slug is free among " + candidates);
    }

    /** What to try in turn until one is free; the last is free for sure. */
    static List<String> candidates(LocalizedText name, String id) {
        var base = Stream.of(name.fr(), name.en(), name.ar())
                .filter(Objects::nonNull)
                .map(Slug::of)
                .filter(slug -> !slug.isEmpty())
                .findFirst()
                .orElse("organization");
        return List.of(base, base + "-2", base + "-3", base + "-4", base + "-" + id);
    }

    private static String of(String name) {
        var slug = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-");
        var cut = slug.substring(
                0, slug.offsetByCodePoints(0, Math.min(MAX_LENGTH, slug.codePointCount(0, slug.length()))));
        return cut.replaceAll("^-|-$", "");
    }
}
