package ma.maydan.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

    @TempDir
    Path folder;

    private Mailbox mailbox;
    private Sender sender;

    @BeforeEach
    void open() {
        mailbox = new Mailbox(folder, 0, 0);
        sender = new Sender(mailbox);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void aMailArrivesWithItsPartsItsHeadersAndItsAttachments() throws Exception {
        var paper = new MimeBodyPart();
        paper.setContent("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), "application/pdf");
        paper.setFileName(jakarta.mail.internet.MimeUtility.encodeText("تذكرة.pdf", "UTF-8", "B"));
        var body = new MimeBodyPart();
        body.setContent(Sender.alternatives("مرحبا\nhttps://maydan.example/x", "<p dir=rtl>مرحبا</p>"));
        var message = sender.message("startup@demo.maydan.test", "تم تأكيد تسجيلك في الفعالية");
        message.setContent(new MimeMultipart(body, paper));
        message.setHeader("List-Unsubscribe", "<https://maydan.example/u>");
        var before = Instant.now();
        Transport.send(message);

        assertThat(mailbox.mails("STARTUP@demo.maydan.test")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("تم تأكيد تسجيلك في الفعالية");
            assertThat(mail.from()).isEqualTo("maydan@localhost");
            assertThat(mail.messageId()).isEqualTo(message.getMessageID());
            assertThat(mail.header("list-unsubscribe")).isEqualTo("<https://maydan.example/u>");
            assertThat(mail.received())
                    .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
            var content = mail.content();
            assertThat(content.text()).isEqualToNormalizingNewlines("مرحبا\nhttps://maydan.example/x");
            assertThat(content.html()).isEqualTo("<p dir=rtl>مرحبا</p>");
            assertThat(content.attachments()).singleElement().satisfies(one -> {
                assertThat(one.name()).isEqualTo("تذكرة.pdf");
                assertThat(one.type()).isEqualTo("application/pdf");
                assertThat(one.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("%PDF-1.7 …");
            });
        });
        assertThat(mailbox.mails("somebody@else.example")).isEmpty();
    }

    @Test
    void everyRecipientHasTheirOwnAlsoOneWhomTheHeadDoesNotName() throws Exception {
        var message = sender.message("one@maydan.test", "To three");
        message.addRecipient(RecipientType.CC, new InternetAddress("two@maydan.test"));
        message.addRecipient(RecipientType.BCC, new InternetAddress("three@maydan.test"));
        message.setText("…", "UTF-8");
        Transport.send(message);

        assertThat(mailbox.mails())
                .extracting(Mail::to)
                .containsExactlyInAnyOrder("one@maydan.test", "two@maydan.test", "three@maydan.test");
    }

    @Test
    void mailsOutliveARestartAndTheLatestComesFirst() throws Exception {
        sender.text("one@maydan.test", "First", "1");
        sender.text("one@maydan.test", "Second", "2");
        close();
        open();
        sender.text("one@maydan.test", "Third", "3");

        assertThat(mailbox.mails()).extracting(Mail::subject).containsExactly("Third", "Second", "First");
        assertThat(mailbox.mails().getLast().content().text()).isEqualTo("1");
    }

    @Test
    void theOldestMakesRoomForTheLatest() throws Exception {
        close();
        for (var i = 1; i <= MailFolder.MOST; i++) {
            Files.writeString(folder.resolve(i + ".eml"), "Delivered-To: a@maydan.test\r\nSubject: " + i + "\r\n\r\n");
        }
        open();
        sender.text("a@maydan.test", "The latest", "…");

        assertThat(mailbox.mails()).hasSize(1_000).extracting(Mail::subject).startsWith("The latest", "1000");
        assertThat(mailbox.mails().getLast().subject()).isEqualTo("2");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1_000);
        }
    }

    @Test
    void whileItIsAwayNobodyConnectsAndAfterwardsItIsWhereItWas() throws Exception {
        sender.text("a@maydan.test", "Before", "…");
        try (var waiting = new Socket("localhost", mailbox.smtpPort())) {
            assertThat(greeting(waiting.getInputStream())).startsWith("220 ");
            mailbox.away();
            assertThat(waiting.getInputStream().read())
                    .as("who is connected is cut off")
                    .isEqualTo(-1);
        }
        assertThatThrownBy(() -> sender.text("a@maydan.test", "Meanwhile", "…"))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("Couldn't connect");
        mailbox.back();
        sender.text("a@maydan.test", "After", "…");

        assertThat(mailbox.mails()).extracting(Mail::subject).containsExactly("After", "Before");
    }

    @Test
    void whoDoesNotWaitForASlowOneDoesNotKnowThatItKeepsTheMail() throws Exception {
        mailbox.slow(Duration.ofMillis(1_300));
        assertThatThrownBy(() -> sender.text("a@maydan.test", "Slow", "…"))
                .isInstanceOf(MessagingException.class)
                .hasStackTraceContaining("timed out");
        var end = Instant.now().plusSeconds(10);
        while (mailbox.mails().isEmpty() && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        mailbox.back();
        sender.text("a@maydan.test", "Fast", "…");

        assertThat(mailbox.mails()).extracting(Mail::subject).containsExactly("Fast", "Slow");
    }

    @Test
    void aMailThatIsNotWellFormedIsShownAsItCame() throws Exception {
        var broken = "Subject: =?klingon?Q?x?=\r\nContent-Type: multipart/mixed; boundary=never\r\n\r\nno part at all";
        var odd = "Content-Type: text/plain; charset=klingon\r\n\r\ncaf\u00e9";
        close();
        Files.writeString(folder.resolve("1.eml"), broken, StandardCharsets.ISO_8859_1);
        Files.writeString(folder.resolve("2.eml"), odd, StandardCharsets.ISO_8859_1);
        open();

        assertThat(mailbox.mails().getLast().subject()).isEqualTo("=?klingon?Q?x?=");
        assertThat(mailbox.mails().getLast().content().text()).isEqualTo(broken);
        assertThat(mailbox.mails().getFirst().content().text()).isEqualTo("café");
    }

    @Test
    void aPortIsOnesOwn() {
        assertThatThrownBy(() -> new Mailbox(folder, 0, mailbox.smtpPort()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Port " + mailbox.smtpPort() + " was already in use");
    }

    private static String greeting(InputStream in) throws IOException {
        var bytes = new byte[200];
        return new String(bytes, 0, in.read(bytes), StandardCharsets.US_ASCII);
    }
}
