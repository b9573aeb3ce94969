package ma.maydan.starter.schedule;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import ma.maydan.starter.mongo.MongoAutoConfiguration;
import ma.maydan.starter.operator.OperatorToken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Due work, where there are callers and a database: in the services. */
@AutoConfiguration(after = MongoAutoConfiguration.class)
@ConditionalOnClass(MongoDatabase.class)
@ConditionalOnBean(MongoDatabase.class)
@ConditionalOnProperty("maydan.oidc.issuer")
public class ScheduleAutoConfiguration {

    @Bean
    WorkStore workStore(MongoDatabase database, Clock clock) {
        return new WorkStore(database, clock);
    }

    @Bean
    Workers workers(
            WorkStore store, Clock clock, ObjectProvider<WorkHandler> handlers, ObjectProvider<MeterRegistry> meters) {
        var all = handlers.orderedStream().toList();
        meters.ifAvailable(registry -> all.forEach(handler -> measure(registry, store, clock, handler.kind())));
        meters.ifAvailable(registry -> Gauge.builder("maydan.work.failed", store, WorkStore::failures)
                .description("Pieces of due work that have failed and wait for an operator, up to 10,000")
                .register(registry));
        return new Workers(store, clock, all);
    }

    private static void measure(MeterRegistry registry, WorkStore store, Clock clock, String kind) {
        Gauge.builder("maydan.work.depth", store, work -> work.depth(kind))
                .description("Pieces of due work that wait, up to 10,000")
                .tag("kind", kind)
                .register(registry);
        Gauge.builder("maydan.work.age", store, work -> age(work, clock, kind))
                .description("Since when the oldest piece of due work has been due")
                .baseUnit("seconds")
                .tag("kind", kind)
                .register(registry);
    }

    private static double age(WorkStore store, Clock clock, String kind) {
        var oldest = store.oldest(kind);
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }

    @Bean
    Forgetting forgetting(WorkStore store) {
        return new Forgetting(store);
    }

    /** Forgets what was done long ago, once an hour. */
    record Forgetting(WorkStore store) {

        @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
        void forget() {
            store.forget();
        }
    }

    /** For operators: on the management port, and nowhere when that is the public one. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnAvailableEndpoint(WorkEndpoint.class)
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    static class Operators {

        @Bean
        WorkEndpoint workEndpoint(WorkStore store, @Value("${maydan.operator-token:}") String token) {
            return new WorkEndpoint(store, new OperatorToken(token));
        }
    }
}
