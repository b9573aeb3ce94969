package ma.maydan.system;

import java.util.Map;
import ma.maydan.testkit.api.Answer;
import org.jspecify.annotations.Nullable;

/** How the table of access names refusals, and what each of them looks like. */
final class AccessOutcome {

    private static final Map<String, String> REFUSALS = Map.ofEntries(
            Map.entry("401", "401 unauthorized"),
            Map.entry("403", "403 forbidden"),
            Map.entry("scope", "403 insufficient-scope"),
            Map.entry("404", "404 not-found"),
            Map.entry("409", "409 invalid-transition"),
            Map.entry("shut", "409 registration-closed"),
            Map.entry("acct", "409 no-guests"),
            Map.entry("alone", "409 no-series"),
            Map.entry("ansc", "409 answers-closed"),
            Map.entry("case", "409 not-your-case"),
            Map.entry("422", "422 validation-failed"),
            Map.entry("coi", "403 conflict-of-interest"),
            Map.entry("eyes", "403 four-eyes"),
            Map.entry("anew", "403 sign-in-anew"),
            Map.entry("last", "409 last-owner"),
            Map.entry("link", "409 link-invalid"),
            Map.entry("late", "409 erasure-under-way"),
            Map.entry("mem", "409 already-member"),
            Map.entry("unver", "409 organization-not-verified"),
            Map.entry("decd", "409 no-decision"));

    private AccessOutcome() {}

    /**
     * A refusal says what is wrong to whom it concerns, and nothing of the object.
     *
     * @return what is wrong with it, null for nothing
     */
    static @Nullable String refusal(Answer answer, String outcome, String language, String scope) {
        var expected = REFUSALS.get(outcome);
        if (expected == null) {
            throw new AssertionError("access.txt has an outcome that nobody knows: " + outcome);
        }
        if (!expected.equals(answer.status() + " " + answer.code())) {
            return answer.toString();
        }
        if (outcome.equals("422") && !answer.at("/errors/0/code").equals("not-your-organization")) {
            return "for another reason: " + answer;
        }
        if (!answer.header("Content-Type").startsWith("application/problem+json")) {
            return "no problem detail: " + answer;
        }
        var arabic = answer.text("title").matches(".*\\p{IsArabic}.*");
        if (arabic != language.equals("ar")
                || !answer.header("Content-Language").equals(language)) {
            return "not in " + language + ": " + answer;
        }
        if (answer.response().body().contains(Stage.SECRET)) {
            return "it tells of the object: " + answer;
        }
        var challenge = answer.header("WWW-Authenticate");
        var challenged = switch (outcome) {
            case "401" -> challenge.startsWith("Bearer");
            case "scope" -> challenge.equals("Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
            default -> challenge.isEmpty();
        };
        return challenged ? null : "challenged by " + challenge + ": " + answer;
    }
}
