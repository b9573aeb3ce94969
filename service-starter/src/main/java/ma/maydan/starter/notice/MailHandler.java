package ma.maydan.starter.notice;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.Optional;
import ma.maydan.starter.schedule.FinalFailureException;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Mails notices. A mail that is tried again has the same {@code Message-ID}, by which its receiver knows it. */
final class MailHandler implements WorkHandler {

    static final String WORK = "mail";

    private final NoticeStore notices;
    private final ContactStore contacts;
    private final Mails mails;
    private final JavaMailSender sender;
    private final int perMinute;

    /** @param perMinute how many mails one instance hands to the mail server in a minute; the others wait */
    MailHandler(NoticeStore notices, ContactStore contacts, Mails mails, JavaMailSender sender, int perMinute) {
        this.notices = notices;
        this.contacts = contacts;
        this.mails = mails;
        this.sender = sender;
        this.perMinute = perMinute;
    }

    @Override
    public String kind() {
        return WORK;
    }

    @Override
    public int perMinute() {
        return perMinute;
    }

    @Override
    public void run(Work work, Lease lease) {
        var notice = notices.find(work.subject());
        var contact = notice.flatMap(told -> contacts.find(told.person()));
        if (notice.isEmpty() || contact.isEmpty() || contact.get().email() == null) {
            return;
        }
        if (contact.get().declines() && mails.canBeDeclined(notice.get().kind())) {
            return;
        }
        var message = mails.compose(sender.createMimeMessage(), notice.get(), contact.get());
        try {
            sender.send(message);
        } catch (MailParseException e) {
            throw new FinalFailureException("The mail cannot be made", e);
        } catch (MailSendException e) {
            throw isFinal(e) ? new FinalFailureException("The address is refused", e) : e;
        }
    }

    /** Whether the server has refused the address for good, with a 5xx reply to RCPT. */
    private static boolean isFinal(MailSendException e) {
        return Optional.ofNullable(e.getMessageExceptions())
                .map(all -> all.length > 0 ? all[0] : null)
                .filter(first -> first instanceof SendFailedException refused
                                && refused.getInvalidAddresses() != null
                                && refused.getInvalidAddresses().length > 0
                        || first instanceof AddressException)
                .isPresent();
    }
}
