package ma.maydan.starter.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Locale;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's notices of this service. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Notices")
class NoticeController {

    private static final String MINE = "/me/notices/${maydan.notices.area}";

    private final NoticeStore notices;
    private final ContactStore contacts;
    private final NoticeTexts texts;

    NoticeController(NoticeStore notices, ContactStore contacts, NoticeTexts texts) {
        this.notices = notices;
        this.contacts = contacts;
        this.texts = texts;
    }

    /** @param unread how many have not been seen, up to 100 */
    record NoticeCount(long unread) {}

    /** @param upTo the time of the latest that the person has been shown */
    record NoticesRead(@NotNull Instant upTo) {}

    /** @param optionalMails whether the person wants the mails that can be declined, too */
    record NoticePreferences(@NotNull Boolean optionalMails) {}

    @GetMapping(MINE)
    @Allow(To.PERSON)
    @Operation(summary = "What the caller has been told, the latest first, in the caller's language")
    Page<NoticeView> list(Paging paging, Caller caller, Locale locale) {
        return notices.of(caller.requireId(), paging).map(notice -> view(notice, locale));
    }

    @GetMapping(MINE + "/count")
    @Allow(To.PERSON)
    @Operation(summary = "How many of them the caller has not seen, up to 100")
    NoticeCount count(Caller caller) {
        return new NoticeCount(notices.unread(caller.requireId()));
    }

    @PostMapping(MINE + "/{id}/read")
    @Allow(To.PERSON)
    @Operation(summary = "The caller has seen one of them")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String id, Caller caller) {
        if (!notices.read(caller.requireId(), id)) {
            throw ProblemException.notFound();
        }
    }

    @PostMapping(MINE + "/read")
    @Allow(To.PERSON)
    @Operation(summary = "The caller has seen all of them, up to a time")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(@Valid @RequestBody NoticesRead request, Caller caller) {
        notices.readAll(caller.requireId(), request.upTo);
    }

    @GetMapping(MINE + "/preferences")
    @Allow(To.PERSON)
    @Operation(summary = "Which mails the caller wants of this service")
    NoticePreferences preferences(Caller caller) {
        return new NoticePreferences(
                contacts.find(caller.requireId()).filter(KeptContact::declines).isEmpty());
    }

    @PutMapping(MINE + "/preferences")
    @Allow(To.PERSON)
    @Operation(summary = "The caller chooses whether mails come that can be declined")
    NoticePreferences prefer(@Valid @RequestBody NoticePreferences request, Caller caller) {
        contacts.decline(caller.requireId(), !request.optionalMails);
        return request;
    }

    @PostMapping("/notices/${maydan.notices.area}/unsubscribe/{key}")
    @Allow(To.ANYONE)
    @Operation(summary = "Who holds such a mail wants no more of those that can be declined (RFC 8058)")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unsubscribe(@PathVariable String key) {
        if (!contacts.declineByKey(key)) {
            throw ProblemException.notFound();
        }
    }

    private NoticeView view(Notice notice, Locale locale) {
        var about = notice.about();
        var words = new NoticeView.NoticeWords(
                texts.title(notice, locale), texts.whole(notice, locale), texts.reason(notice, locale));
        return new NoticeView(
                notice.id(), notice.kind(), words, about, notice.at(), Boolean.TRUE.equals(notice.unread()));
    }
}
