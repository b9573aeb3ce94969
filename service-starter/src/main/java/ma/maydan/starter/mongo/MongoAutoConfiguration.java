package ma.maydan.starter.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import java.util.concurrent.TimeUnit;
import ma.maydan.starter.problem.Outage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.context.annotation.Bean;

/**
 * The MongoDB driver, with acknowledged, journaled writes and bounded waits. Where its connection string says
 * {@code tls=true} it trusts the certificate authorities of the file {@code maydan.mongodb.ca} (PEM), or those of the
 * JDK without one.
 */
@AutoConfiguration
@ConditionalOnClass(MongoClient.class)
@ConditionalOnProperty("maydan.mongodb.database")
public class MongoAutoConfiguration {

    @Bean
    MongoClient mongoClient(
            @Value("${maydan.mongodb.uri}") String uri,
            @Value("${maydan.mongodb.ca:}") String authorities,
            ObjectProvider<CommandListener> listeners) {
        var settings = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(3, TimeUnit.SECONDS).readTimeout(15, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(100).maxWaitTime(5, TimeUnit.SECONDS))
                .applyToSslSettings(tls -> {
                    if (!authorities.isBlank()) {
                        tls.context(SslBundle.of(new PemSslStoreBundle(
                                        null, PemSslStoreDetails.forCertificate("file:" + authorities)))
                                .createSslContext());
                    }
                })
                .codecRegistry(Codecs.registry())
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyConnectionString(new ConnectionString(uri));
        listeners.forEach(settings::addCommandListener);
        return MongoClients.create(settings.build());
    }

    @Bean
    Outage databaseAway() {
        return new DatabaseAway();
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, @Value("${maydan.mongodb.database}") String name) {
        return client.getDatabase(name);
    }
}
