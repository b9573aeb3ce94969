package ma.maydan.system.words;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a text in one of the languages must not have: wrong signs, and words for which the vocabulary has another. */
final class Typography {

    /** Faults in a text of any language, by what they match. */
    private static final Map<String, Pattern> ANY = Map.of(
            "a straight apostrophe or quotation mark", Pattern.compile("['\"]"),
            "two blanks", Pattern.compile("[ \\u00a0\\u202f]{2}"),
            "a blank at the end", Pattern.compile("^\\s|\\p{L}[.:]?\\s$"),
            "three full stops", Pattern.compile("\\.\\.\\."),
            "a time in halves of the day", Pattern.compile("\\d ?[aApP]\\.?[mM]\\b"));

    private static final Map<String, Map<String, Pattern>> OF_A_LANGUAGE = Map.of(
            "fr",
            Map.of(
                    "a sign that can part from its word",
                    Pattern.compile("(^|[^\\u00a0:;!?])[:;!?»](?=\\s|$)|«[^\\u00a0]|[ \\u202f]»"),
                    "a number in groups of another kind",
                    Pattern.compile("\\d[ .,\\u00a0]\\d{3}(?!\\d)"),
                    "a unit that can part from its number",
                    Pattern.compile("\\d (Mio|h|%)"),
                    "a capital without its accent",
                    Pattern.compile("\\b(A |Ecosyst|Evén|Echec|Etat|Editeur|Etablis)"),
                    "a first day without its ending",
                    Pattern.compile("\\b1 (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre)"),
                    "a word for which there is another",
                    words(
                            "e?mails?(?<!e-mail)(?<!e-mails)",
                            "courriels?",
                            "start-ups?",
                            "hôtes?",
                            "login",
                            "bootcamp")),
            "ar",
            Map.of(
                    "a sign of another script", Pattern.compile("[,;?]"),
                    "a blank before a sign", Pattern.compile("\\s[،؛؟.:!]"),
                    "digits that Morocco does not use", Pattern.compile("[\\u0660-\\u0669\\u06f0-\\u06f9]"),
                    "a stretched letter", Pattern.compile("\\u0640(?!\\s|\\u200e|$)"),
                    "a number in groups of another kind", Pattern.compile("\\d[ ,\\u00a0\\u202f]\\d{3}(?!\\d)"),
                    "a month that Morocco calls otherwise",
                            words("يوليو", "مايو", "أغسطس", "سبتمبر", "نوفمبر", "ديسمبر", "تموز", "أيلول", "تشرين"),
                    "a hamza that is missing or an accusative that is written twice",
                            words("الى", "او", "اذا", "الان", "انت", "اول", "اخر", "ايضا", "\\p{L}+ًا", "\\p{L}+اً"),
                    "an address that runs into the sentence",
                            Pattern.compile("(?<![\\u200e\\u2066\\p{L}])(https?://|/[a-z])|https?://(?!\\u200e)"),
                    "an argument that runs into the sentence", Pattern.compile("«\\{\\d}»"),
                    "a word for which there is another",
                            words(
                                    "(ال|لل)?مجمّع(ات)?",
                                    "(ال|لل)?تجمّ?ع",
                                    "قائمة الانتظار",
                                    "(ال|لل)?قوائم",
                                    "العنوان الإلكتروني",
                                    "منظمات",
                                    "منظمة",
                                    "جهتكم",
                                    "(ال|لل)?حقل",
                                    "(ال)?مسؤول(ين|ون)?",
                                    "(ال)?إيميل",
                                    "أنت مسجل")),
            "en",
            Map.of(
                    "a word for which there is another",
                    words(
                            "emails?",
                            "log ?(in|out)",
                            "programmes?",
                            "organi[s]ations?",
                            "start-ups?",
                            "colou?rs",
                            "centre",
                            "coming events?")));

    private Typography() {}

    /** What is wrong with a text, in words; none when nothing is. */
    static List<String> faults(String language, String text) {
        var read = text.replaceAll("</?[a-z][^<>{}]*(\\{\\d})?[^<>{}]*>", "").replaceAll("\\{\\d,choice,", "{");
        return Stream.of(ANY, OF_A_LANGUAGE.getOrDefault(language, Map.of()))
                .flatMap(rules -> rules.entrySet().stream())
                .filter(rule -> rule.getValue().matcher(read).find())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Pattern words(String... words) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{M}/-])(" + String.join("|", words) + ")(?![\\p{L}\\p{M}])", Pattern.CASE_INSENSITIVE);
    }
}
