package ma.maydan.portal.verification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import ma.maydan.portal.form.Form;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an organization is asked for, from a form: each document that is to be given anew, and a question. */
@Component
class Questions {

    private final MessageSource messages;

    Questions(MessageSource messages) {
        this.messages = messages;
    }

    List<Map<String, Object>> of(Form form) {
        var documents = form.all("documents").stream()
                .map(item -> Map.<String, Object>of("evidence", item, "question", anew(item)));
        var asked = form.localized("question");
        var question = asked.isEmpty()
                ? Stream.<Map<String, Object>>of()
                : Stream.of(Map.<String, Object>of("question", asked));
        return Stream.concat(documents, question).toList();
    }

    /** In each language, since whoever answers reads another than whoever asks. */
    private Map<String, String> anew(String item) {
        var text = new TreeMap<String, String>();
        for (var language : List.of("ar", "fr", "en")) {
            var locale = Locale.of(language);
            var name = messages.getMessage("evidence.item." + item, null, item, locale);
            text.put(language, messages.getMessage("question.anew", new Object[] {name}, locale));
        }
        return text;
    }
}
