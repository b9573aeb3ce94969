package ma.maydan.starter.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.starter.notice.Attachments.Attachment;
import ma.maydan.starter.schedule.FinalFailureException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Composes the mail of a notice: text and HTML, in the person's language and its direction. */
final class Mails {

    /**
     * What mails need to know of this deployment.
     *
     * @param from the sender's address, whose domain is that of the {@code Message-ID}s
     * @param portal the portal's address, without a slash at its end
     * @param area of this service's notices in addresses
     * @param optional the kinds that a person can decline; the others are part of what the person asked for
     */
    record Setting(String from, String portal, String area, Set<String> optional) {}

    private final Setting setting;
    private final NoticeTexts texts;
    private final ITemplateEngine templates;
    private final Map<String, Attachments> attachments;

    Mails(Setting setting, NoticeTexts texts, ITemplateEngine templates, Stream<Attachments> attachments) {
        this.setting = setting;
        this.texts = texts;
        this.templates = templates;
        this.attachments = attachments.collect(Collectors.toMap(Attachments::kind, one -> one));
    }

    boolean canBeDeclined(String kind) {
        return setting.optional.contains(kind);
    }

    /** @throws FinalFailureException when it cannot be made */
    MimeMessage compose(MimeMessage message, Notice notice, KeptContact contact) {
        var locale = Locale.of(contact.language());
        var about = notice.about();
        var title = texts.title(notice, locale);
        var home = setting.portal + "/" + contact.language();
        var page = new Context(locale);
        page.setVariable("direction", contact.language().equals("ar") ? "rtl" : "ltr");
        page.setVariable("title", title);
        page.setVariable("body", texts.body(notice, locale));
        page.setVariable("written", texts.written(notice, locale));
        page.setVariable("reason", texts.reason(notice, locale));
        page.setVariable(
                "link",
                home + "/" + (contact.isGuest() ? "seats/" + contact.key() : about.section() + "/" + about.id()));
        page.setVariable("notices", home + "/me/notices");
        page.setVariable("optional", canBeDeclined(notice.kind()));
        page.setVariable("texts", new Common(texts, locale));
        try {
            var mail = new MimeMessageHelper(
                    message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
            mail.setFrom(new InternetAddress(setting.from, texts.common("mail.sender", locale), "UTF-8"));
            mail.setTo(new InternetAddress(
                    Objects.requireNonNull(contact.email()), Objects.requireNonNullElse(contact.name(), ""), "UTF-8"));
            mail.setSubject(title);
            mail.setSentDate(Date.from(notice.at()));
            mail.setText(templates.process("notice.txt", page), templates.process("notice.html", page));
            var attached = attachments.get(notice.kind());
            if (attached != null) {
                attach(mail, attached.of(about.id(), locale));
            }
            message.setHeader("Content-Language", contact.language());
            message.setHeader("Auto-Submitted", "auto-generated");
            if (canBeDeclined(notice.kind())) {
                message.setHeader(
                        "List-Unsubscribe",
                        "<" + home + "/notices/" + setting.area + "/unsubscribe/" + contact.key() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            // The sender keeps an id that is there.
            message.setHeader("Message-ID", messageId(notice));
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new FinalFailureException("The mail cannot be made", e);
        }
    }

    private static void attach(MimeMessageHelper mail, Optional<Attachment> file) throws MessagingException {
        if (file.isPresent()) {
            var bytes = new ByteArrayDataSource(file.get().content(), file.get().type());
            mail.addAttachment(file.get().name(), bytes);
        }
    }

    /** The same whenever it is made. */
    private String messageId(Notice notice) {
        return "<" + notice.id() + "@" + setting.from.substring(setting.from.indexOf('@') + 1) + ">";
    }

    /** The words of the frame, for the templates. */
    public record Common(NoticeTexts texts, Locale locale) {

        public String of(String key) {
            return texts.common(key, locale);
        }
    }
}
