package ma.maydan.system.words;

import static ma.maydan.system.words.Bundle.LANGUAGES;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every text that people read is written as its language is, and says the same in all three. */
class WordsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)");
    private static final Set<String> PLURALS = Set.of("zero", "one", "two", "few", "many", "other");

    static Stream<Bundle> bundles() {
        return Bundle.all();
    }

    @Test
    void theBundlesOfAllPartsAreRead() {
        assertThat(bundles().map(bundle -> bundle.name().replaceFirst("/.*", "")))
                .contains(
                        "portal",
                        "gateway",
                        "keycloak",
                        "service-starter",
                        "events-service",
                        "incubators-service",
                        "partners-service");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleHasTheSameTextsInEachLanguageAndEachOnce(Bundle bundle) {
        for (var language : LANGUAGES) {
            assertThat(bundle.keys(language)).doesNotHaveDuplicates();
            assertThat(bundle.in(language).keySet())
                    .as(language)
                    .isEqualTo(bundle.in("fr").keySet());
            assertThat(bundle.in(language).values()).as(language).noneMatch(String::isBlank);
        }
        if (!bundle.withoutLanguage().isEmpty()) {
            assertThat(bundle.withoutLanguage()).isEqualTo(bundle.in("en"));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aTextHasTheSameArgumentsInEachLanguage(Bundle bundle) {
        each(bundle, (language, entry) -> {
            var name = entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1);
            if (!PLURALS.contains(name)) {
                assertThat(arguments(entry.getValue()))
                        .as("%s, %s", entry.getKey(), language)
                        .isEqualTo(arguments(bundle.in("fr").getOrDefault(entry.getKey(), "")));
            }
            if (!bundle.name().endsWith("ValidationMessages")) {
                new MessageFormat(entry.getValue());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aTextIsSetAsItsLanguageIs(Bundle bundle) {
        each(
                bundle,
                (language, entry) -> assertThat(Typography.faults(language, entry.getValue()))
                        .as("%s, %s: %s", entry.getKey(), language, entry.getValue())
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aCountHasTheFormsOfEveryPluralAndTellsTheNumberInThoseOfMany(Bundle bundle) {
        for (var language : LANGUAGES) {
            var texts = bundle.in(language);
            texts.keySet().stream()
                    .filter(key -> key.endsWith(".few"))
                    .map(key -> key.substring(0, key.lastIndexOf('.')))
                    .forEach(count -> {
                        PLURALS.forEach(form -> assertThat(texts).containsKey(count + "." + form));
                        for (var form : Set.of("few", "many", "other")) {
                            assertThat(arguments(texts.getOrDefault(count + "." + form, "")))
                                    .as("%s.%s, %s", count, form, language)
                                    .contains("0");
                        }
                    });
        }
    }

    /** As the buttons of the portal are: infinitive in French, the noun of the verb in Arabic. */
    @Test
    void whatPeopleDoIsCalledInOneForm() {
        Bundle.ofPages("fr").forEach((key, text) -> {
            if (key.matches("step\\.[a-z]+\\.[a-z-]+(\\.confirm)?")) {
                assertThat(text).as(key).matches("(Oui, )?\\p{L}+(er|ir|re)\\b.*");
            }
        });
        Bundle.ofPages("ar").forEach((key, text) -> {
            if (key.matches("step\\.[a-z]+\\.[a-z-]+(\\.confirm)?|(layout|home|registration)\\.(skip|join|signIn.*)")) {
                assertThat(text)
                        .as(key)
                        .doesNotMatch("(نعم، )?(سجّل|أرسل|احذف|عدّل|حاول|انتقل|اختر|أعد|ألغ)(?!\\p{L}).*");
            }
        });
    }

    @Test
    void theDemoDataIsSetAsItsLanguagesAre() {
        var data = JsonMapper.shared().readTree(Bundle.read("local-stack/src/main/resources/demo-data.json"));
        assertThat(faults(data)).isEmpty();
        assertThat(data.findValues("fr")).hasSizeGreaterThan(30);
    }

    /** The control: each kind of fault is found where it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | L'organisation | a straight apostrophe or quotation mark",
                "fr | Pas encore de compte ? | a sign that can part from its word",
                "fr | Error{0}: non | a sign that can part from its word",
                "fr | le badge « vérifiée » | a sign that can part from its word",
                "fr | De 1 à 100.000 | a number in groups of another kind",
                "fr | le 1 juillet | a first day without its ending",
                "fr | 1 Mio | a unit that can part from its number",
                "fr | Evénements | a capital without its accent",
                "fr | Votre courriel | a word for which there is another",
                "fr | Votre email | a word for which there is another",
                "ar | نعم, لا | a sign of another script",
                "ar | نسيت كلمة المرور ؟ | a blank before a sign",
                "ar | ١٥ غشت | digits that Morocco does not use",
                "ar | 15 أغسطس 2026 | a month that Morocco calls otherwise",
                "ar | ارجع الى الصفحة | a hamza that is missing or an accusative that is written twice",
                "ar | حاليًا | a hamza that is missing or an accusative that is written twice",
                "ar | يبدأ بـ https:// | an address that runs into the sentence",
                "ar | المعامل «{0}» | an argument that runs into the sentence",
                "ar | أرسلها إلى المجمّع | a word for which there is another",
                "en | Enter your email | a word for which there is another",
                "en | 10:00 AM | a time in halves of the day",
                "en | See  you | two blanks",
                "en | Wait... | three full stops"
            })
    void aFaultIsFound(String language, String text, String fault) {
        assertThat(Typography.faults(language, text)).contains(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Voir l’adresse e-mail ou https://maydan.example, à 10:30.",
                "ar | من 1 إلى 100.000، ثم أدخل <a href=\"{0}\">الرابط</a>؛ هل هذا واضح؟",
                "en | Sign in at 14:00, then choose “Send”."
            })
    void whatIsRightIsLeftAlone(String language, String text) {
        assertThat(Typography.faults(language, text)).isEmpty();
    }

    private static Set<String> faults(JsonNode data) {
        var faults = new TreeSet<String>();
        if (data.isObject()) {
            for (var field : data.properties()) {
                if (LANGUAGES.contains(field.getKey()) && field.getValue().isString()) {
                    var text = field.getValue().asString();
                    Typography.faults(field.getKey(), text).forEach(fault -> faults.add(text + ": " + fault));
                }
            }
        }
        data.forEach(inner -> faults.addAll(faults(inner)));
        return faults;
    }

    private static Set<String> arguments(String text) {
        var names = new TreeSet<String>();
        ARGUMENT.matcher(text).results().forEach(argument -> names.add(argument.group(1)));
        return names;
    }

    private static void each(Bundle bundle, BiConsumer<String, Map.Entry<String, String>> check) {
        for (var language : LANGUAGES) {
            bundle.in(language).entrySet().forEach(entry -> check.accept(language, entry));
        }
    }
}
