package ma.maydan.local.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where mails come in, on loopback. Everybody may send to everybody, without an account. */
final class SmtpDoor {

    private final MailFolder folder;
    private int port;
    private volatile Duration delay = Duration.ZERO;
    private @Nullable SmtpServer server;

    /** @param port 0 for a free one */
    SmtpDoor(MailFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    synchronized int port() {
        return port;
    }

    /** @param delay between the end of a mail and the answer to it, before which it is not kept either */
    synchronized void open(Duration delay) {
        this.delay = delay;
        if (server != null) {
            return;
        }
        var opened = new SmtpServer(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new Keeping());
        opened.startService();
        try {
            if (!opened.waitTillRunning(ServerSetup.SERVER_STARTUP_TIMEOUT)) {
                throw new IllegalStateException("Port " + port + " was already in use");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted", e);
        }
        server = opened;
        port = opened.getPort();
    }

    /** Nobody can connect any more, and who is connected is cut off. */
    synchronized void close() {
        if (server != null) {
            server.stopService();
            server = null;
        }
    }

    /** Keeps mails in the folder before they are answered, instead of in the mailboxes of GreenMail's users. */
    private final class Keeping extends Managers {

        private final SmtpManager smtp = new SmtpManager(getImapHostManager(), getUserManager()) {
            @Override
            public void send(SmtpState state) {
                var mail = state.getMessage();
                try {
                    Thread.sleep(delay);
                    for (var recipient : mail.getToAddresses()) {
                        folder.add(recipient.getEmail(), mail.getMessage());
                    }
                } catch (IOException | MessagingException e) {
                    throw new IllegalStateException("A mail was not kept", e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }
    }
}
