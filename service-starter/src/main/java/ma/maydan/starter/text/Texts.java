package ma.maydan.starter.text;

import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of a part of a service, in the three languages. */
public final class Texts {

    private Texts() {}

    /** The bundles of these names, at the root of the class path; all their texts are message formats. */
    public static MessageSource of(String... names) {
        var bundles = new ResourceBundleMessageSource();
        bundles.setBasenames(names);
        bundles.setDefaultEncoding(StandardCharsets.UTF_8.name());
        bundles.setFallbackToSystemLocale(false);
        bundles.setAlwaysUseMessageFormat(true);
        return bundles;
    }
}
