package ma.maydan.events.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweringTest {

    private static final LocalizedText TEXT = LocalizedText.of("نص", "Texte", "Text");

    @ParameterizedTest
    @CsvSource(textBlock = """
        TEXT,      'Zellige & <b>co</b>',   'Zellige & <b>co</b>'
        TEXT,      '  Fatima  ',            Fatima
        NUMBER,    '١٢٫٥',                  12.5
        NUMBER,    '100 000',               100000
        NUMBER,    '3,5',                   3.5
        EMAIL,     ' nom@exemple.ma ',      nom@exemple.ma
        PHONE,     '05 22 00 00 00',        +212522000000
        CONSENT,   TRUE,                    true
        CONSENT,   false,                   false
        CHOICE,    a,                       a
        FILE,      sent,                    sent
        """)
    void whatIsTypedIsKeptAsItIsMeant(Question.Kind kind, String typed, String kept) {
        var answers = check(List.of(question("q", kind, false, null)), Map.of("q", List.of(typed)));

        assertThat(Objects.requireNonNull(answers.get("q")).values()).containsExactly(kept);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        TEXT,      'two|lines',              one-line
        TEXT,      '\u202Eturned',            turns-direction
        LONG_TEXT, '\u2066isolated',          turns-direction
        NUMBER,    '9999999999999999999999',  no-number
        NUMBER,    '1e9',                     no-number
        NUMBER,    NaN,                       no-number
        EMAIL,     'nobody',                  no-mail-address
        EMAIL,     'a@b@c.ma',                no-mail-address
        PHONE,     '12',                      no-phone-number
        CONSENT,   perhaps,                   invalid-value
        CHOICE,    b,                         invalid-value
        CHOICE,    gone,                      invalid-value
        SEVERAL,   c,                         invalid-value
        FILE,      somebody-elses,            no-file
        """)
    void whatIsNoAnswerIsRefused(Question.Kind kind, String typed, String code) {
        var given = Map.of("q", List.of(typed.replace('|', '\n')));

        assertThat(faults(List.of(question("q", kind, false, null)), given)).containsExactly("/answers/q " + code);
    }

    @Test
    void aTextIsNoLongerThanItMayBe() {
        var asked = List.of(question("q", Question.Kind.TEXT, false, null));

        assertThat(check(asked, Map.of("q", List.of("é".repeat(300))))).hasSize(1);
        assertThat(faults(asked, Map.of("q", List.of("é".repeat(301))))).containsExactly("/answers/q answer-too-long");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        var asked = List.of(
                question("name", Question.Kind.TEXT, true, null),
                question("yes", Question.Kind.CONSENT, true, null),
                question("pick", Question.Kind.CHOICE, false, null));
        var given = Map.of("yes", List.of("false"), "pick", List.of("a", "b"), "un/known~", List.of("x"));

        assertThat(faults(asked, given))
                .containsExactly(
                        "/answers/name required",
                        "/answers/yes required",
                        "/answers/pick one-answer",
                        "/answers/un~1known~0 not-asked");
    }

    @Test
    void whatIsNotAskedIsNeitherRequiredNorKept() {
        var asked = List.of(
                question("pick", Question.Kind.CHOICE, false, null),
                question("why", Question.Kind.TEXT, true, new Question.Condition("pick", "a")));

        assertThat(check(asked, Map.of())).isEmpty();
        assertThat(check(asked, Map.of("why", List.of("Because")))).isEmpty();
        assertThat(faults(asked, Map.of("pick", List.of("a")))).containsExactly("/answers/why required");
        assertThat(check(asked, Map.of("pick", List.of("a"), "why", List.of("Because"))))
                .hasSize(2);
    }

    @Test
    void aConditionOnWhatIsNotAskedDoesNotHold() {
        var asked = List.of(
                question("one", Question.Kind.CONSENT, false, null),
                question("two", Question.Kind.CHOICE, false, new Question.Condition("one", null)),
                question("three", Question.Kind.TEXT, true, new Question.Condition("two", "a")));

        assertThat(check(asked, Map.of("two", List.of("a")))).isEmpty();
        assertThat(check(asked, Map.of("one", List.of("true")))).containsOnlyKeys("one");
    }

    @Test
    void whatWasChosenBeforeItWasRemovedStays() {
        var before = check(List.of(choice(option("a", false), option("b", false))), Map.of("q", List.of("b")));
        var asked = List.of(choice(option("a", false), option("b", true)));
        var withoutIt = List.of(choice(option("a", false)));

        assertThat(again(asked, Map.of("q", List.of("b")), before)).hasSize(1);
        var kept = again(withoutIt, Map.of("q", List.of("b")), before).get("q");
        assertThat(Objects.requireNonNull(kept).words()).containsExactly(TEXT);
        assertThat(faults(asked, Map.of("q", List.of("b")))).as("a newcomer").hasSize(1);
    }

    @Test
    void anAnswerToWhatIsNotAskedAnyMoreStays() {
        var before = check(List.of(question("old", Question.Kind.TEXT, true, null)), Map.of("old", List.of("Kept")));

        assertThat(again(List.of(), Map.of(), before)).isEqualTo(before);
    }

    private static Map<String, Answer> check(List<Question> asked, Map<String, List<String>> given) {
        return again(asked, given, Map.of());
    }

    private static Map<String, Answer> again(
            List<Question> asked, Map<String, List<String>> given, Map<String, Answer> before) {
        return Answering.of(asked, given, before, Set.of("sent")).requireRight();
    }

    private static List<String> faults(List<Question> asked, Map<String, List<String>> given) {
        return Answering.of(asked, given, Map.of(), Set.of("sent")).wrong().stream()
                .map(one -> one.pointer() + " " + one.code())
                .toList();
    }

    private static Question question(
            String id, Question.Kind kind, boolean required, Question.@Nullable Condition shownWhen) {
        var options =
                kind.hasOptions() ? List.of(option("a", false), option("gone", true)) : List.<Question.Option>of();
        return new Question(
                id,
                kind,
                new Question.Wording(TEXT, null, TEXT),
                required,
                options,
                Question.VisibleTo.HOST,
                shownWhen);
    }

    private static Question choice(Question.Option... options) {
        return new Question(
                "q",
                Question.Kind.CHOICE,
                new Question.Wording(TEXT, null, TEXT),
                false,
                List.of(options),
                Question.VisibleTo.HOST,
                null);
    }

    private static Question.Option option(String id, boolean removed) {
        return new Question.Option(id, TEXT, removed, null);
    }
}
