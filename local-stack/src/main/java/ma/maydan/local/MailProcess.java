package ma.maydan.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import ma.maydan.local.mail.Mailbox;

/** The {@link Mailbox} in a JVM of its own. */
final class MailProcess {

    private MailProcess() {}

    static List<String> command(Path folder, int port, int smtpPort) {
        var command = new ArrayList<>(List.of(
                Layout.java(), "-Xms16m", "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(Archive.flags("mail"));
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                Archive.classPath(),
                MailProcess.class.getName(),
                folder.toString(),
                Integer.toString(port),
                Integer.toString(smtpPort)));
        return command;
    }

    /** Arguments: the folder, the port of the page, that of SMTP. Runs until it is asked to end or its parent is gone. */
    public static void main(String[] args) {
        var mailbox = new Mailbox(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(mailbox::close, "close-mail"));
        ParentWatch.begin();
        System.out.println("Ready on " + mailbox.url());
        while (true) {
            LockSupport.park();
        }
    }
}
