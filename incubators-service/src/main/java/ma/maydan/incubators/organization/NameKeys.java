package ma.maydan.incubators.organization;

import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.text.LocalizedText;

/**
 * By what an organization is found beside another that can be taken for it; two that share a key are candidates.
 *
 * @param rules of which they were made; those of other rules are made again at the next start
 * @param keys what its names and its address look like, and its ICE
 */
public record NameKeys(String rules, List<String> keys) {

    static NameKeys of(OrganizationProfile profile, String slug) {
        var names = Stream.concat(ofNames(profile.legalName()), keys(Stream.of(slug)));
        var ice = Stream.ofNullable(profile.ice()).map(NameKeys::ofIce);
        return new NameKeys(
                Lookalikes.RULES, Stream.concat(names, ice).distinct().toList());
    }

    static Stream<String> ofNames(LocalizedText name) {
        return keys(names(name));
    }

    static String ofIce(String ice) {
        return "ice:" + ice;
    }

    private static Stream<String> keys(Stream<String> names) {
        return names.map(Lookalikes::drawn).filter(key -> !key.isEmpty()).map(key -> "name:" + key);
    }

    static Stream<String> names(LocalizedText name) {
        return Stream.of(name.ar(), name.fr(), name.en())
                .filter(one -> one != null)
                .map(String::valueOf);
    }
}
