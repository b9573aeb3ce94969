package ma.maydan.starter.notice;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import ma.maydan.starter.erasure.ErasureGate;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalDocuments;
import ma.maydan.starter.personal.SeenBy;
import ma.maydan.starter.schedule.ScheduleAutoConfiguration;
import ma.maydan.starter.schedule.WorkStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Notices, in the services that tell people something: those that say in which area of addresses theirs are. */
@AutoConfiguration(after = {ScheduleAutoConfiguration.class, MailSenderAutoConfiguration.class})
@ConditionalOnClass({MongoDatabase.class, JavaMailSender.class})
@ConditionalOnBean(MongoDatabase.class)
@ConditionalOnProperty("maydan.notices.area")
@Import(NoticeController.class)
class NoticeAutoConfiguration {

    @Bean
    NoticeStore noticeStore(MongoDatabase database) {
        return new NoticeStore(database);
    }

    @Bean
    ContactStore contactStore(MongoDatabase database, Clock clock) {
        return new ContactStore(database, clock);
    }

    @Bean
    Guests guests(ContactStore contacts) {
        return new Guests(contacts);
    }

    @Bean
    NoticeTexts noticeTexts() {
        return new NoticeTexts();
    }

    @Bean
    NoticeHandler noticeHandler(
            NoticeStore notices, WorkStore work, Clock clock, ObjectProvider<Audience> audiences, ErasureGate gate) {
        return new NoticeHandler(notices, work, clock, audiences.orderedStream().toList(), gate::isErased);
    }

    @Bean
    Mails mails(NoticeTexts texts, Mails.Setting setting, ObjectProvider<Attachments> attachments) {
        return new Mails(setting, texts, templates(), attachments.orderedStream());
    }

    @Bean
    Letters letters(ContactStore contacts, Mails mails, JavaMailSender sender) {
        return new Letters(contacts, mails, sender);
    }

    @Bean
    MailHandler mailHandler(
            NoticeStore notices,
            ContactStore contacts,
            Mails mails,
            Letters letters,
            @Value("${maydan.mail.per-minute}") int perMinute) {
        return new MailHandler(notices, contacts, mails, letters, perMinute);
    }

    @Bean
    Mails.Setting mailSetting(
            @Value("${maydan.mail.from}") String from,
            @Value("${maydan.portal-uri}") String portal,
            @Value("${maydan.notices.area}") String area,
            @Value("${maydan.notices.optional:}") Set<String> optional) {
        return new Mails.Setting(from, portal, area, optional);
    }

    private static SpringTemplateEngine templates() {
        var engine = new SpringTemplateEngine();
        engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
        return engine;
    }

    private static ClassLoaderTemplateResolver resolver(String pattern, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setResolvablePatterns(Set.of(pattern));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }

    @Bean
    WebMvcConfigurer contacts(ContactStore contacts, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ContactInterceptor(contacts, clock)).addPathPatterns("/api/**");
            }
        };
    }

    @Bean
    PersonalData notices(MongoDatabase database) {
        return PersonalDocuments.whole(
                database.getCollection("notices"),
                Declared.of("notices", "notices", Kept.years(1, Kept.Since.WRITTEN), SeenBy.NOBODY),
                "person",
                "at",
                List.of("_id", "kind", "about", "particulars.reason", "particulars.written", "at"));
    }

    @Bean
    PersonalData contactOfPerson(MongoDatabase database) {
        return PersonalDocuments.whole(
                database.getCollection("contacts"),
                Declared.of("contact", "contacts", Kept.years(2, Kept.Since.LAST_SEEN), SeenBy.NOBODY),
                "_id",
                ContactStore.SEEN,
                List.of("_id", "email", "name", "language", "declined", ContactStore.SEEN));
    }
}
