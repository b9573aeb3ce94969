package ma.maydan.local.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/** Sends as a service does: by Jakarta Mail over SMTP. */
final class Sender {

    private final Session session;

    Sender(Mailbox mailbox) {
        var settings = new Properties();
        settings.put("mail.smtp.host", mailbox.smtpHost());
        settings.put("mail.smtp.port", Integer.toString(mailbox.smtpPort()));
        settings.put("mail.smtp.connectiontimeout", "1000");
        settings.put("mail.smtp.timeout", "1000");
        session = Session.getInstance(settings);
    }

    MimeMessage message(String to, String subject) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress("maydan@localhost"));
        message.setRecipient(RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        return message;
    }

    void text(String to, String subject, String text) throws MessagingException {
        var message = message(to, subject);
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    /** Text and HTML as alternatives. */
    void both(String to, String subject, String text, String html) throws MessagingException {
        var message = message(to, subject);
        message.setContent(alternatives(text, html));
        Transport.send(message);
    }

    static MimeMultipart alternatives(String text, String html) throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        return new MimeMultipart("alternative", plain, rich);
    }
}
