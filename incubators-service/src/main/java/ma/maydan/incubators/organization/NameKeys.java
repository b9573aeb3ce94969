package ma.maydan.incubators.organization;

import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * By what an organization is found: beside another that can be taken for it, since two that share a key are candidates,
 * and by the beginning of a word of its name.
 *
 * @param rules of which they were made; those of other rules are made again at the next start
 * @param keys what its names and its address look like, and its ICE
 * @param starts where a search for one of its names can begin; null in those of rules before the second
 */
public record NameKeys(
        String rules, List<String> keys, @Nullable List<String> starts) {

    static NameKeys of(OrganizationProfile profile, String slug) {
        var names = Stream.concat(names(profile.legalName()), Stream.of(slug))
                .map(Lookalikes::drawn)
                .filter(key -> !key.isEmpty())
                .map(key -> "name:" + key);
        var ice = Stream.ofNullable(profile.ice()).map(number -> "ice:" + number);
        return new NameKeys(
                Lookalikes.RULES,
                Stream.concat(names, ice).distinct().toList(),
                names(profile.legalName())
                        .flatMap(Lookalikes::starts)
                        .distinct()
                        .toList());
    }

    static Stream<String> names(LocalizedText name) {
        return Stream.of(name.ar(), name.fr(), name.en())
                .filter(one -> one != null)
                .map(String::valueOf);
    }
}
