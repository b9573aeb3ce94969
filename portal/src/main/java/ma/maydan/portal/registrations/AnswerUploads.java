package ma.maydan.portal.registrations;

import java.util.ArrayList;
import java.util.List;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.FieldError;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.events.Question;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Sends the files that somebody has chosen as answers, before the answers that name them. */
@Component
class AnswerUploads {

    /** As the API takes them, in bytes; larger ones are not sent there. */
    private static final int MOST = 5 * 1024 * 1024;

    private final Api api;

    AnswerUploads(Api api) {
        this.api = api;
    }

    /**
     * Whatever is sent stands in the form by its id, so that it is not chosen again when something else is wrong.
     *
     * @param files by the names of the inputs, {@code file.<question>}
     * @throws ProblemException with what is wrong with any of them, each at its question
     */
    void send(Visitor visitor, Event event, Form form, MultiValueMap<String, MultipartFile> files) {
        var wrong = new ArrayList<FieldError>();
        event.asked().stream()
                .filter(Question::isFile)
                .map(Question::id)
                .forEach(question -> wrong.addAll(send(visitor, event, question, form, files)));
        if (!wrong.isEmpty()) {
            throw ProblemException.wrong(wrong);
        }
    }

    private List<FieldError> send(
            Visitor visitor, Event event, String question, Form form, MultiValueMap<String, MultipartFile> files) {
        if (!form.value("_without." + question).isEmpty()) {
            form.with(AnswerForm.name(question), "").with(AnswerForm.called(question), "");
        }
        var file = files.getFirst("file." + question);
        if (file == null || file.isEmpty()) {
            return List.of();
        }
        var pointer = "/answers/" + question;
        if (file.getSize() > MOST) {
            return List.of(new FieldError(pointer, "attached-file-too-large", null));
        }
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", file.getResource());
        try {
            var sent = api.send(visitor, parts, Answer.Sent.class, "events", event.id(), "answer-files");
            form.with(AnswerForm.name(question), sent.id()).with(AnswerForm.called(question), sent.name());
            return List.of();
        } catch (ProblemException refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            return refusal.at(any -> pointer).errors();
        }
    }
}
