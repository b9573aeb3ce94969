package ma.maydan.local.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A mail server on loopback that accepts every mail to everybody by SMTP, keeps the latest 1,000 and shows them on a page,
 * which also answers as JSON ({@code /mails.json?to=}). A mail to several people is kept once for each of them.
 */
public final class Mailbox implements AutoCloseable {

    private final MailFolder folder;
    private final SmtpDoor smtp;
    private final MailPages pages;

    /**
     * @param folder keeps the mails
     * @param port of its page; 0 for a free one
     * @param smtpPort 0 for a free one
     */
    public Mailbox(Path folder, int port, int smtpPort) {
        this.folder = new MailFolder(folder);
        this.smtp = new SmtpDoor(this.folder, smtpPort);
        smtp.open(Duration.ZERO);
        try {
            this.pages = new MailPages(this.folder, smtp, port);
        } catch (RuntimeException e) {
            smtp.close();
            throw e;
        }
    }

    public String smtpHost() {
        return "localhost";
    }

    public int smtpPort() {
        return smtp.port();
    }

    /** The address of its page. */
    public String url() {
        return "http://localhost:" + pages.port();
    }

    /** Newest first. */
    public List<Mail> mails() {
        return folder.all();
    }

    /** What this address got, newest first. */
    public List<Mail> mails(String recipient) {
        return folder.to(recipient);
    }

    /** Its SMTP port refuses connections until {@link #back()}; who is connected is cut off. */
    public void away() {
        smtp.close();
    }

    /** At the same port, and as fast as it can. */
    public void back() {
        smtp.open(Duration.ZERO);
    }

    /** Each mail is kept and answered so much later, whether the sender waits for it or not, until {@link #back()}. */
    public void slow(Duration delay) {
        smtp.open(delay);
    }

    @Override
    public void close() {
        smtp.close();
        pages.close();
    }
}
