package ma.maydan.starter.notice;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
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
import org.springframework.scheduling.annotation.Scheduled;
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
    ContactStore contactStore(MongoDatabase database) {
        return new ContactStore(database);
    }

    @Bean
    NoticeTexts noticeTexts() {
        return new NoticeTexts();
    }

    @Bean
    NoticeHandler noticeHandler(NoticeStore notices, WorkStore work, Clock clock, ObjectProvider<Audience> audiences) {
        return new NoticeHandler(notices, work, clock, audiences.orderedStream().toList());
    }

    @Bean
    MailHandler mailHandler(
            NoticeStore notices,
            ContactStore contacts,
            NoticeTexts texts,
            Mails.Setting setting,
            JavaMailSender sender,
            @Value("${maydan.mail.per-minute}") int perMinute,
            ObjectProvider<Attachments> attachments) {
        var mails = new Mails(setting, texts, templates(), attachments.orderedStream());
        return new MailHandler(notices, contacts, mails, sender, perMinute);
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
    WebMvcConfigurer contacts(ContactStore contacts) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ContactInterceptor(contacts)).addPathPatterns("/api/**");
            }
        };
    }

    @Bean
    Forgetting noticeForgetting(NoticeStore notices, Clock clock) {
        return new Forgetting(notices, clock);
    }

    /** Forgets what people were told more than a year ago. */
    record Forgetting(NoticeStore notices, Clock clock) {

        private static final Duration KEPT = Duration.ofDays(365);

        @Scheduled(fixedDelay = 3_600_000, initialDelay = 900_000)
        void forget() {
            notices.forgetBefore(clock.instant().minus(KEPT));
        }
    }
}
