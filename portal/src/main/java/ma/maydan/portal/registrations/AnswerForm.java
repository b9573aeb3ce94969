package ma.maydan.portal.registrations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.events.Question;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.text.PlainText;
import org.jspecify.annotations.Nullable;

/** The questions of an event as a form, whose fields have the names {@code answers.<question>}. */
public record AnswerForm(List<Question> questions) implements Form.Names {

    static final Fields FIELDS = Fields.of("answers");

    static AnswerForm of(Event event) {
        return new AnswerForm(event.asked());
    }

    /** Somebody without an account is asked for no file. */
    static AnswerForm ofGuest(Event event) {
        return new AnswerForm(
                event.asked().stream().filter(one -> !one.isFile()).toList());
    }

    /** The form with what was answered before. */
    static Form filled(Registration registration) {
        var form = filled(registration.version(), registration.given());
        registration.given().stream().filter(Answer::isFile).forEach(answer -> {
            var file = registration.file(answer);
            form.with(called(answer.question()), file == null ? null : file.name());
        });
        return form;
    }

    static Form filled(long version, List<Answer> given) {
        var form = FIELDS.blank().with(Form.VERSION, version);
        given.forEach(answer -> form.with(name(answer.question()), answer.values()));
        return form;
    }

    /** What is sent. */
    Map<String, List<String>> answers(Form form) {
        var answers = new LinkedHashMap<String, List<String>>();
        for (var question : questions) {
            var values = form.all(name(question.id())).stream()
                    .filter(PlainText::hasSomethingVisible)
                    .toList();
            if (!values.isEmpty()) {
                answers.put(question.id(), values);
            }
        }
        return answers;
    }

    static String name(String question) {
        return "answers." + question;
    }

    /** What the file is called that answers a question, so that a form which is shown again says it. */
    static String called(String question) {
        return "called." + question;
    }

    /** Whether there is something to send beside the fields. */
    public boolean hasFiles() {
        return questions.stream().anyMatch(Question::isFile);
    }

    /** The question that a field of the form is about; null for none. */
    @Override
    public @Nullable LocalizedText label(String field) {
        return questions.stream()
                .filter(one -> field.equals(name(one.id())))
                .findFirst()
                .map(Question::label)
                .orElse(null);
    }

    /** What has to be answered for a question to be asked: the label of the other one. */
    public @Nullable LocalizedText askedAfter(Question question) {
        var condition = question.shownWhen();
        return condition == null ? null : label(name(condition.question()));
    }

    /** And what is chosen there; null for a consent. */
    public @Nullable LocalizedText askedFor(Question question) {
        var condition = question.shownWhen();
        return condition == null
                ? null
                : questions.stream()
                        .filter(one -> one.id().equals(condition.question()))
                        .flatMap(one -> Objects.requireNonNullElse(one.options(), List.<Question.Option>of()).stream())
                        .filter(option -> option.id().equals(condition.option()))
                        .findFirst()
                        .map(Question.Option::label)
                        .orElse(null);
    }
}
