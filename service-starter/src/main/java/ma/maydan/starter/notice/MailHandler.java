package ma.maydan.starter.notice;

import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;

/** Mails notices. A mail that is tried again has the same {@code Message-ID}, by which its receiver knows it. */
final class MailHandler implements WorkHandler {

    static final String WORK = "mail";

    private final NoticeStore notices;
    private final ContactStore contacts;
    private final Mails mails;
    private final Letters letters;
    private final int perMinute;

    /** @param perMinute how many mails one instance hands to the mail server in a minute; the others wait */
    MailHandler(NoticeStore notices, ContactStore contacts, Mails mails, Letters letters, int perMinute) {
        this.notices = notices;
        this.contacts = contacts;
        this.mails = mails;
        this.letters = letters;
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
        letters.deliver(notice.get(), contact.get());
    }
}
