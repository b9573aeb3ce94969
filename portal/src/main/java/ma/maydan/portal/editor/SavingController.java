package ma.maydan.portal.editor;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.time.Clock;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.api.UnavailableException;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.page.Formats;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Texts;
import ma.maydan.portal.page.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Saves a draft while somebody types: what the form of its page would send, at the version that the page knows. It never
 * replaces what somebody else saved; what is wrong stays for the button to tell.
 */
@Controller
class SavingController {

    private final Api api;
    private final Clock clock;

    SavingController(Api api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /**
     * What the page says.
     *
     * @param version of what is kept now; empty when nothing was saved
     * @param goesOn whether the next change is worth another try
     */
    record Saved(String version, String said, boolean goesOn) {}

    @PostMapping(LANG + "/{kind}" + ID + "/draft")
    ResponseEntity<Saved> save(
            Visitor visitor,
            @PathVariable Kind<?> kind,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            @ModelAttribute(name = "texts", binding = false) Texts texts) {
        SignInNeededException.check(visitor);
        var fields = kind.form();
        if (fields == null || !kind.isSavedWhileTyping()) {
            throw ProblemException.of(404, "not-found");
        }
        try {
            if (!isDraft(visitor, kind, id)) {
                return answer(HttpStatus.CONFLICT, texts.of("form.saving.closed"), false);
            }
            var form = fields.typed(typed);
            api.replace(visitor, form.value(Form.VERSION), form.body(), kind.address(), id);
            var version = api.get(visitor, kind.type(), kind.address(), id).version();
            var time = Formats.of(visitor.language()).time(clock.instant().atZone(Formats.HOME));
            return ResponseEntity.ok(new Saved(Long.toString(version), texts.of("form.saving.saved", time), true));
        } catch (ProblemException refused) {
            return refused.status() == 412 || refused.status() == 409
                    ? answer(HttpStatus.CONFLICT, texts.of("form.saving.changed"), false)
                    : refused.isCorrectable()
                            ? answer(HttpStatus.UNPROCESSABLE_CONTENT, texts.of("form.saving.wrong"), true)
                            : answer(HttpStatus.valueOf(refused.status()), texts.of("form.saving.failed"), false);
        } catch (UnavailableException notNow) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE, texts.of("form.saving.failed"), true);
        }
    }

    /** What is with the cluster, or public, is changed by nobody's typing. */
    private <T extends Record & Item> boolean isDraft(Visitor visitor, Kind<T> kind, String id) {
        return kind.isDraft(api.get(visitor, kind.type(), kind.address(), id));
    }

    private static ResponseEntity<Saved> answer(HttpStatus status, String said, boolean goesOn) {
        return ResponseEntity.status(status).body(new Saved("", said, goesOn));
    }
}
