package ma.maydan.starter.erasure;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import ma.maydan.starter.messaging.EventReader;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.personal.Leaving;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.schedule.WorkHandler;
import ma.maydan.starter.schedule.WorkStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Erasures, in the services that hold something of people: those that say in which area of addresses it is. */
@AutoConfiguration(afterName = "ma.maydan.starter.messaging.MessagingAutoConfiguration")
@ConditionalOnBean(Outbox.class)
@ConditionalOnProperty("maydan.notices.area")
class ErasureAutoConfiguration {

    @Bean
    ReceiptStore erasureReceipts(
            MongoDatabase database, Outbox outbox, @Value("${spring.application.name}") String service, Clock clock) {
        return new ReceiptStore(database, outbox, service, clock);
    }

    @Bean
    ErasureGate erasureGate(ReceiptStore receipts, Clock clock) {
        return new ErasureGate(receipts, clock);
    }

    @Bean
    WebMvcConfigurer erasureGates(ErasureGate gate) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(gate).addPathPatterns("/api/**").order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    @Bean
    Erasing erasing(ReceiptStore receipts, ObjectProvider<PersonalData> held, ObjectProvider<Leaving> leavings) {
        return new Erasing(
                receipts,
                held.orderedStream().toList(),
                leavings.orderedStream().toList());
    }

    @Bean
    WorkHandler erasure(Erasing erasing) {
        return erasing.new One();
    }

    @Bean
    WorkHandler erasureAgain(Erasing erasing) {
        return erasing.new Again();
    }

    @Bean
    ErasureListener erasureListener(
            ReceiptStore receipts,
            WorkStore work,
            EventReader reader,
            Clock clock,
            ObjectProvider<Receipts> followers) {
        return new ErasureListener(
                receipts, work, reader, clock, followers.orderedStream().toList());
    }
}
