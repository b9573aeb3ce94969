package ma.maydan.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The latest mails, each a file: what is in the folder when it is opened, and what is added. */
final class MailFolder {

    /** A mail that comes when there are so many takes the place of the oldest. */
    static final int MOST = 1_000;

    private static final String ENDING = ".eml";

    private final Path folder;
    private final ConcurrentSkipListMap<Long, Mail> mails = new ConcurrentSkipListMap<>();

    MailFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(ENDING))
                        .map(Mail::in)
                        .forEach(mail -> mails.put(mail.id(), mail));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When this returns, the mail is in its file, whole. */
    synchronized void add(String recipient, MimeMessage message) throws IOException, MessagingException {
        var id = mails.isEmpty() ? 1 : mails.lastKey() + 1;
        var file = folder.resolve(id + ENDING);
        var part = folder.resolve(id + ".part");
        try (var out = Files.newOutputStream(part)) {
            out.write((Mail.RECIPIENT + ": " + recipient + "\r\n").getBytes(StandardCharsets.UTF_8));
            message.writeTo(out);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        mails.put(id, Mail.in(file));
        while (mails.size() > MOST) {
            Files.deleteIfExists(mails.pollFirstEntry().getValue().file());
        }
    }

    /** Newest first. */
    List<Mail> all() {
        return List.copyOf(mails.descendingMap().values());
    }

    /** Newest first; an address is the same in capitals. */
    List<Mail> to(String recipient) {
        return all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(recipient))
                .toList();
    }

    Optional<Mail> one(long id) {
        return Optional.ofNullable(mails.get(id));
    }
}
