package ma.maydan.starter.notice;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Instant;
import java.util.Optional;
import ma.maydan.starter.schedule.FinalFailureException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends mails to people by the addresses that are kept of them. */
public final class Letters {

    private final ContactStore contacts;
    private final Mails mails;
    private final JavaMailSender sender;

    Letters(ContactStore contacts, Mails mails, JavaMailSender sender) {
        this.contacts = contacts;
        this.mails = mails;
        this.sender = sender;
    }

    /**
     * Sends a letter, at once.
     *
     * @return false when no address is known
     * @throws FinalFailureException when to try again is of no use
     * @throws org.springframework.mail.MailException to be tried again later
     */
    public boolean send(Letter letter, Instant now) {
        var contact = contacts.find(letter.person())
                .filter(kept -> kept.email() != null)
                .orElse(null);
        if (contact == null) {
            return false;
        }
        send(letter, contact, now);
        return true;
    }

    /**
     * Sends a letter, at once, to an address at which nobody need have an account.
     *
     * @param language of the portal, ar, fr or en
     * @throws FinalFailureException when to try again is of no use
     * @throws org.springframework.mail.MailException to be tried again later
     */
    public void sendTo(String email, String language, Letter letter, Instant now) {
        send(letter, new KeptContact(letter.person(), email, null, language, "", null, null), now);
    }

    private void send(Letter letter, KeptContact contact, Instant now) {
        var cut = letter.page().lastIndexOf('/');
        var about =
                new NoticeSubject(letter.page().substring(0, cut), letter.page().substring(cut + 1), letter.name());
        deliver(
                new Notice(
                        letter.id(),
                        letter.person(),
                        letter.kind(),
                        about,
                        new Notice.Particulars(null, letter.when(), null, null),
                        now,
                        null),
                contact);
    }

    void deliver(Notice notice, KeptContact contact) {
        var message = mails.compose(sender.createMimeMessage(), notice, contact);
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
